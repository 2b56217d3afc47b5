#include "format/calendar/title/booking.hpp"

#include "format/calendar/day.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr int least_lead = 2;  // days; an alarm rings on the eve of a step
constexpr int most_lead = 42;  // earlier than that nobody books
constexpr int ring_lead = 21;  // for an alarm, later is better

const Step* reminder_of(const Walk& walk, const std::vector<Step>& steps, const Window& visit) {
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
    return std::any_of(step.begins.begin(), step.begins.end(), [&](const Step::Begin& begin) {
        const auto& item = walk.plan.items[begin.item];
        return begin.kind != Kind::visit && walk.asks_to_act(item, item.windows[begin.window]);
    });
}

std::vector<Standing> to_book(const Walk& walk, const std::vector<Step>& steps, const Step& step) {
    std::vector<Standing> visits;
    for (const auto& item : walk.plan.items)
        for (const auto& window : item.windows) {
            if (window.kind != Kind::visit || walk.rule_of(item).asked_only) continue;
            if (item.provisional && !waits_for_session(walk, step)) continue;
            if (reminder_of(walk, steps, window) == &step) visits.push_back({&item, &window});
        }
    return visits;
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
