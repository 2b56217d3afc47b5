#include "format/calendar/day.hpp"
#include "format/calendar/title/booking.hpp"
#include "format/calendar/title/neutral.hpp"
#include "format/calendar/why/whys.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <optional>

namespace smpcare::calendar {

namespace {

/// What the two modes that have one event a day share.
class DayTeller {
public:
    /// `steps`: all that the calendar tells, for as long as this lives.
    DayTeller(const Walk& walk, const std::vector<Step>& steps) : walk_(walk), whys_(walk) {
        if (!walk.prepared.style.discreet) reminders_ = reminders_of(walk, steps);
    }

    /// `step`: what changes on the day; nothing where nothing does. `next`: the day that is told next.
    void tell(Date day, const Step* step, std::optional<Date> next, const Sink& sink) {
        const auto number = walk_.session_on(day);
        const auto since = day_number(walk_.plan.sessions[static_cast<std::size_t>(number - 1)], day);
        session_ = std::to_string(number);
        told_day_ = std::to_string(walk_.plan.protocol->told_day(since));
        event_.uid = walk_.uid({session_, std::to_string(since)});
        event_.start = event_.last = day;
        event_.alarm = since > 0 && step != nullptr && asks_to_act(walk_, *step);
        event_.description.clear();
        if (walk_.prepared.style.discreet) {
            event_.title = neutral_day_title(walk_, day, step);
            event_.description.push_back({walk_.prepared.neutral, {}});
        } else {
            walk_.find_in_force(day, lists_);
            find_visits(step);
            event_.title = title_of(day, step, lists_);
            describe(day, step, next);
        }
        sink(event_);
    }

    [[nodiscard]] Untold untold() const { return whys_.untold(); }

private:
    void find_visits(const Step* step) {
        visits_.clear();
        for (const auto& reminder : reminders_)
            if (reminder.step == step) visits_.push_back(reminder.visit);
    }

    /// "Day 5: what", counted from the latest session.
    [[nodiscard]] std::string numbered(std::string_view what) const {
        std::string title;
        walk_.prepared.patterns.day_title.fill(title, {told_day_, what});
        return title;
    }

    /// "No new session? Day 15: what"
    [[nodiscard]] std::string waiting(std::string_view what) const {
        std::string title;
        walk_.prepared.patterns.day_unless_title.fill(title, {told_day_, what});
        return title;
    }

    [[nodiscard]] std::string session_title(std::string_view what) const {
        std::string title;
        walk_.prepared.patterns.session_title.fill(title, {session_, what});
        return title;
    }

    [[nodiscard]] std::string title_of(Date day, const Step* step, const InForceLists& lists) const {
        const auto room_of = [](const std::string& prefix) { return title_room - display_width(prefix); };
        if (walk_.is_session(day)) return session_title(state_title(walk_, lists, true, room_of(session_title(""))));
        if (step == nullptr) return numbered(state_title(walk_, lists, false, room_of(numbered(""))));
        const auto changed = [&](const std::string& prefix) {
            return change_title(walk_, *step, lists, visits_, room_of(prefix));
        };
        return waits_for_session(walk_, *step) ? waiting(changed(waiting(""))) : numbered(changed(numbered("")));
    }

    void describe(Date day, const Step* step, std::optional<Date> next) {
        body_.clear();
        describe_day(walk_, lists_, day, step, body_);
        add_bookings(walk_, visits_, event_, body_);
        whys_.due(lists_, day, next, body_);
        body_.foot = walk_.is_session(day) ? &walk_.prepared.foot : &walk_.prepared.short_foot;
        fit(walk_.prepared, body_, fitted_);
        whys_.tell(fitted_);
        std::swap(event_.description, fitted_.blocks);
    }

    const Walk& walk_;
    std::vector<Reminder> reminders_;
    Whys whys_;
    Event event_;
    InForceLists lists_;
    std::vector<Standing> visits_;  ///< to be booked
    Body body_;
    Fitted fitted_;
    std::string session_, told_day_;
};

/// Whether the plan has anything to tell day by day.
bool tells_days(const Plan& plan) {
    return std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) {
        return !item.windows.empty() && !plan.protocol->rules[item.rule].asked_only;
    });
}

/// Those that are more than a visit, which has an event of its own.
std::vector<Step> steps_told(const Plan& plan) {
    auto all = steps(plan);
    const auto is_visit = [](const Step::Begin& begin) { return begin.kind == Kind::visit; };
    std::erase_if(all, [&](const Step& step) {
        return step.session == 0 && step.allowed.empty() && step.held.empty() && step.over.empty() &&
               std::all_of(step.begins.begin(), step.begins.end(), is_visit);
    });
    return all;
}

/// The end of the last `avoid`, `ask` or `limit` that ends: what goes on for ever would fill the calendar.
Date last_day_told(const Plan& plan) {
    Date last = plan.sessions.back();
    for (const auto& item : plan.items)
        for (const auto& window : item.windows)
            if (window.end && restricts(window.kind)) last = std::max(last, *window.end);
    return last;
}

/// The days, each once and in order, on which anything but a visit is in force, up to `last`.
std::vector<Date> days_in_force(const Plan& plan, Date last) {
    std::vector<std::pair<Date, Date>> covered;
    for (const auto session : plan.sessions) covered.emplace_back(session, session);
    for (const auto& item : plan.items) {
        if (plan.protocol->rules[item.rule].asked_only) continue;
        for (const auto& window : item.windows)
            if (window.kind != Kind::visit)
                covered.emplace_back(window.start, std::min(window.end.value_or(last), last));
    }
    std::sort(covered.begin(), covered.end());
    std::vector<Date> days;
    auto day = covered.front().first;
    for (const auto& [start, end] : covered)
        for (day = std::max(day, start); day <= end; day += Days{1}) days.push_back(day);
    return days;
}

}  // namespace

Untold change_events(const Walk& walk, const Sink& sink) {
    if (!tells_days(walk.plan)) return {};
    const auto changes = steps_told(walk.plan);
    DayTeller teller(walk, changes);
    for (auto step = changes.begin(); step != changes.end(); ++step) {
        const auto next = step + 1 == changes.end() ? std::nullopt : std::optional((step + 1)->date);
        teller.tell(step->date, &*step, next, sink);
    }
    return teller.untold();
}

Untold day_events(const Walk& walk, const Sink& sink) {
    if (!tells_days(walk.plan)) return {};
    const auto changes = steps_told(walk.plan);
    auto days = days_in_force(walk.plan, last_day_told(walk.plan));
    // What changes on a day on which nothing is in force is told too.
    for (const auto& step : changes) days.push_back(step.date);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    auto step = changes.begin();
    DayTeller teller(walk, changes);
    for (auto day = days.begin(); day != days.end(); ++day) {
        const bool changes_then = step != changes.end() && step->date == *day;
        const auto next = day + 1 == days.end() ? std::nullopt : std::optional(*(day + 1));
        teller.tell(*day, changes_then ? &*step++ : nullptr, next, sink);
    }
    return teller.untold();
}

}  // namespace smpcare::calendar
