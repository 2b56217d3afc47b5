#include "format/calendar/title/booking.hpp"

#include "format/calendar/day.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr int least_lead = 2;  // days; an alarm rings on the eve of a step
constexpr int most_lead = 42;  // earlier than that nobody books
constexpr int ring_lead = 21;  // for an alarm, later is better

const Step* step_before(const Walk& walk, const std::vector<Step>& steps, const Window& visit) {
    const Step* found = nullptr;
    bool rings = false;
    for (const auto& step : steps) {
        const int lead = day_number(step.date, visit.start);
        if (step.session > 0 || lead < least_lead || lead > most_lead) continue;
        const bool this_rings = lead <= ring_lead && asks_to_act(walk, step);
        if (rings && !this_rings) continue;
        found = &step;
        rings = this_rings;
    }
    return found;
}

}  // namespace

bool asks_to_act(const Walk& walk, const Step& step) {
    return std::any_of(step.begins.begin(), step.begins.end(),
                       [&](const Step::Begin& begin) { return begin.kind != Kind::visit && walk.asks_to_act(begin); });
}

std::vector<Reminder> reminders_of(const Walk& walk, const std::vector<Step>& steps) {
    std::vector<Reminder> reminders;
    for (const auto& item : walk.plan.items)
        for (const auto& window : item.windows) {
            if (window.kind != Kind::visit || walk.rule_of(item).asked_only) continue;
            const auto* const step = step_before(walk, steps, window);
            if (step == nullptr || (item.provisional && !waits_for_session(walk, *step))) continue;
            reminders.push_back({step, {&item, &window}});
        }
    return reminders;
}

void add_bookings(const Walk& walk, const std::vector<Standing>& visits, const Event& event, Body& body) {
    for (const auto& [item, window] : visits) {
        if (event.title.find(walk.name_of(*item).plain) != std::string::npos) continue;
        walk.prepared.patterns.book.fill(body.kept,
                                         {walk.texts_of(*item).full.escaped, walk.date(window->start, event.start)});
        body.kept += newline;
    }
}

}  // namespace smpcare::calendar
