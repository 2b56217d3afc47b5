#pragma once

/// The plan in its order of time: the first days after a session, then the days on which something changes.

#include "format/handout/parts/names.hpp"
#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <string>
#include <vector>

namespace smpcare::format {

/// What begins with a session, but for what is to be avoided: that is told with its picture.
struct FirstDays {
    std::vector<std::string> leads;  ///< sentences that lead the page only in these days
    std::vector<NamedList> lists;    ///< names have their end behind them
};

/// One line of a step: "Allowed again" and names.
struct StepPart {
    std::string label;
    std::string names;
    bool frees = false;  ///< something is allowed again

    bool operator==(const StepPart&) const = default;
};

/// The same changes, after one session or several: a date and a box for each.
struct StepRow {
    std::vector<std::string> dates;
    std::vector<StepPart> parts;
};

/// What is allowed again stands first.
std::vector<StepPart> step_parts(const say::Speaker& speaker, const Step& step);

FirstDays first_days(const say::Speaker& speaker, const std::vector<Step>& steps);
/// In order of the days after a session. Those of `first_days` are in none, nor are signs, which have their dates
/// beside whom to call, nor visits.
std::vector<StepRow> step_rows(const say::Speaker& speaker, const std::vector<Step>& steps);
/// "Next session (2–6 Dec)"
std::vector<std::string> visits(const say::Speaker& speaker);

}  // namespace smpcare::format
