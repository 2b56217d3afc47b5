#pragma once

/// The plan in its order of time: the first days after a session, then the days on which something changes.

#include "format/handout/parts/names.hpp"
#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <string>
#include <vector>

namespace smpcare::format {

/// What begins with a session.
struct FirstDays {
    std::string when;                ///< "Sun 22 Nov to Tue 24 Nov"; of many sessions each
    std::vector<std::string> leads;  ///< sentences that lead the page only in these days
    std::vector<NamedList> lists;
};

/// One line of a step: "Allowed again" and names.
struct StepPart {
    std::string label;
    std::string names;

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
/// In order of the days after a session. Those of `first_days` are in none.
std::vector<StepRow> step_rows(const say::Speaker& speaker, const std::vector<Step>& steps);

}  // namespace smpcare::format
