#include "format/handout/parts/now.hpp"

#include "base/text.hpp"
#include "format/handout/parts/phases.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/dates.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

constexpr std::array today_order{Kind::do_, Kind::avoid, Kind::ask, Kind::limit, Kind::expect, Kind::visit};

NamedList names_in_force(const say::Speaker& speaker, const DayView& view, Kind kind) {
    NamedList list{std::string(speaker.words.common.labels[static_cast<std::size_t>(kind)]), {}};
    for (const auto& entry : view.in_force) {
        if (entry.kind != kind) continue;
        auto name = say::listed_name(speaker.rule(entry.rule));
        const auto notes = say::in_force_notes(speaker, entry);
        if (!notes.empty()) name = words::fill(speaker.words.common.noted, name, notes);
        if (std::find(list.names.begin(), list.names.end(), name) == list.names.end())
            list.names.push_back(std::move(name));
    }
    return list;
}

/// What changes on the next day of the steps.
NamedList next_of(const say::Speaker& speaker, const std::vector<Step>& steps, Date today) {
    const auto& texts = speaker.words.handout;
    const auto next = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return today < step.date; });
    if (next == steps.end()) return {std::string(texts.next), {std::string(texts.next_none)}};
    const bool tomorrow = next->date == today + Days{1};
    NamedList list{tomorrow ? std::string(texts.tomorrow) : step_date(speaker, next->date), {}};
    if (next->session > 0) list.names.push_back(words::fill(speaker.words.common.session, next->session));
    for (const auto& part : step_parts(speaker, *next))
        list.names.push_back(words::fill(speaker.words.common.labelled, part.label, part.names));
    return list;
}

}  // namespace

HandoutNow now_of(const say::Speaker& speaker, const std::vector<Step>& steps, Date today) {
    const auto& words = speaker.words;
    const auto view = day_view(speaker.plan, today);
    HandoutNow now;
    now.heading = view.session == 0 ? words::fill(words.handout.now_not_started, say::not_started_line(speaker, today))
                                    : words::fill(words.handout.now, say::long_date(today, words), view.session,
                                                  speaker.protocol().told_day(view.day));
    for (const Kind kind : today_order) {
        auto list = names_in_force(speaker, view, kind);
        if (!list.names.empty()) now.lists.push_back(std::move(list));
    }
    const bool held = std::any_of(view.in_force.begin(), view.in_force.end(),
                                  [](const InForce& entry) { return restricts(entry.kind); });
    if (!held && view.session > 0) now.free = words.plan.today_free;
    now.next = next_of(speaker, steps, today);
    return now;
}

}  // namespace smpcare::format
