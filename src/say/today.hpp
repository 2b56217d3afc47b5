#pragma once

/// The lists of one day, in the order in which every page for people shows them: when, what matters most, whom to
/// call, what holds, what changes overnight.

#include "say/phrases.hpp"
#include "say/steps.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/plan.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::say {

/// The day that a page is about.
struct AskedDay {
    Date date;
    bool is_today = false;  ///< the page may say "tonight"
};

/// Things of one list that end together and on the same conditions.
struct TodayRow {
    std::optional<Date> end;           ///< last day, inclusive
    std::string until;                 ///< "until Thu 26 Nov", "until tonight", "always", "until a clear yes"
    std::string brief;                 ///< the same, without the weekday of a far day: "until 22 Dec"
    std::string note;                  ///< "only if no scab remains", "best on Sun 3 Jan"; or ""
    std::vector<std::size_t> rules;    ///< indexes into Protocol::rules, in file order
    std::vector<std::string> names;    ///< by `listed_name`, each once
    std::vector<std::string> actions;  ///< "lukewarm rinse once a day": the names, with how often
    std::vector<std::string> titles;   ///< "Rinse with lukewarm water (once a day)": one for each rule
};

/// Whom to call, and what about.
struct TodayCall {
    Help help;
    std::string when;  ///< "Call now"
    std::string whom;  ///< "the emergency number, 112"; the practitioner without one: a line to write on
    std::vector<std::string> numbers;  ///< each by itself
    std::vector<std::string> titles;   ///< of the rules, in file order
    std::vector<std::string> signs;    ///< all that they name, each once; for the practitioner the titles
};

/// Rules that are `asked_only` stand in none of the lists.
struct Today {
    Date date;                           ///< whose lists these are: before the first session the first's
    bool started = true;                 ///< false: the day asked about is before the first session
    std::string when;                    ///< "Thursday 26 November 2026, day 4 (session: Sun 22 Nov)"
    std::vector<std::string> headlines;  ///< at most two, each once
    std::vector<TodayCall> calls;        ///< the most urgent first
    std::array<std::vector<TodayRow>, kind_count> lists;  ///< what ends last first; none of Kind::warn
    std::vector<std::string> last_day;                    ///< what of avoid, ask and limit ends that night
    std::vector<StepLine> tomorrow;                       ///< the step of the day after; none where nothing changes

    [[nodiscard]] const std::vector<TodayRow>& list(Kind kind) const { return lists[static_cast<std::size_t>(kind)]; }
};

/// `all`: the plan's steps, for whoever has them already.
Today today_of(const Speaker& speaker, const AskedDay& asked, const std::vector<Step>& all);
inline Today today_of(const Speaker& speaker, const AskedDay& asked) {
    return today_of(speaker, asked, steps(speaker.plan));
}

/// Whom to call about what on a day, the most urgent first: the emergency number and the practitioner in any case.
std::vector<TodayCall> calls_on(const Speaker& speaker, const DayView& view);

/// "with care: sunscreen; clippers (only if no scab remains); allowed again: sport": a label stands once.
std::string lines_text(const std::vector<StepLine>& lines, const words::Words& words);
/// "clippers (only if no scab remains)"
std::string names_text(const StepLine& line, const words::Words& words);

/// Of a day before the first session: "starts in 3 days, on Sun 22 Nov"
std::string start_phrase(const Speaker& speaker, Date day);

/// "Thu 26 Nov", "Sun 3 Jan 2027": the year only where it is not that of `near`.
std::string date_near(Date day, Date near, const words::Words& words);

}  // namespace smpcare::say
