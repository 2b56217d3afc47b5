#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "say/steps.hpp"
#include "say/today.hpp"

#include <algorithm>
#include <set>

namespace smpcare::format {

namespace {

constexpr int longest_line = 60;  // columns

std::string place_of(const say::Speaker& speaker, const DayView& view) {
    const auto& common = speaker.words.common;
    const int day = speaker.protocol().told_day(view.day);
    return speaker.plan.sessions.size() == 1 ? words::fill(common.day, day)
                                             : words::fill(common.session_day, view.session, day);
}

/// Things of one name are one thing.
std::size_t things_to_avoid(const say::Speaker& speaker, const DayView& view) {
    std::set<std::string> names;
    for (const auto& entry : view.in_force)
        if (entry.kind == Kind::avoid) names.insert(say::listed_name(speaker.rule(entry.rule)));
    return names.size();
}

}  // namespace

std::string day_as_line(const Plan& plan, const DayView& view, const Style& style) {
    const auto& words = words::of(style.language);
    const say::Speaker speaker{plan, words};
    std::string line;
    if (view.session == 0)
        line = say::start_phrase(speaker, view.date);
    else
        line = words::fill(words.screen.line, place_of(speaker, view), things_to_avoid(speaker, view));
    const auto all = steps(plan);
    const auto next = std::find_if(all.begin(), all.end(), [&](const Step& step) { return step.date > view.date; });
    if (view.session > 0 && next != all.end())
        join(line, words.common.separator,
             words::fill(words.screen.line_next, say::date_near(next->date, view.date, words),
                         say::lines_text(say::step_lines(speaker, *next), words)));
    return cut_end(line, std::min(style.width, longest_line), style.ascii ? "..." : "\u2026") + '\n';
}

}  // namespace smpcare::format
