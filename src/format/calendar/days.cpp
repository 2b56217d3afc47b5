#include "format/calendar/day.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace smpcare::calendar {

namespace {

/// The sentences of rules on their way into descriptions, each once: what has no room on the day on which its rule
/// begins is told on a later one.
class Whys {
public:
    explicit Whys(const Walk& walk) : walk_(walk), told_(walk.plan.protocol->rules.size()) {}

    /// What a description of the day would best tell, in order.
    const std::vector<const FoldedText*>& due(const InForceLists& lists, Date day) {
        due_.clear();
        texts_.clear();
        for (const auto& list : lists)
            for (const auto& standing : list)
                if (is_due(standing, day)) due_.push_back({urgency(standing, day), standing});
        std::stable_sort(due_.begin(), due_.end(), [](const Due& a, const Due& b) { return a.urgency < b.urgency; });
        for (const auto& each : due_) texts_.push_back(&walk_.texts_of(*each.standing.item).why);
        return texts_;
    }

    void tell(const std::vector<std::size_t>& which) {
        for (const auto each : which) told_[due_[each].standing.item->rule] = due_[each].standing.window->start;
    }

private:
    /// Of two the smaller one is told first.
    using Urgency = std::uint64_t;
    struct Due {
        Urgency urgency;
        Standing standing;
    };

    [[nodiscard]] bool is_due(const Standing& standing, Date day) const {
        const auto& told = told_[standing.item->rule];
        if (standing.window->kind == Kind::visit || walk_.texts_of(*standing.item).why.size == 0) return false;
        return !told || (is_new(standing, day) && *told != day);
    }

    /// The tail of an `avoid` rule says nothing that the rule did not.
    [[nodiscard]] bool is_new(const Standing& standing, Date day) const {
        return standing.window->start == day && standing.window->kind == walk_.rule_of(*standing.item).kind;
    }

    /// Ranks weigh what clients were told in so many words and the signs of an emergency, what begins, and how much
    /// time is left to tell it; in one rank comes first what ends soonest.
    [[nodiscard]] Urgency urgency(const Standing& standing, Date day) const {
        const auto& end = standing.window->end;
        const int days = end ? day_number(day, *end) : std::numeric_limits<int>::max();
        constexpr std::int64_t before_all = std::int64_t{1} << 31;
        return Urgency{rank(standing, day, days)} << 32U | static_cast<Urgency>(days + before_all);
    }

    [[nodiscard]] unsigned rank(const Standing& standing, Date day, int days_left) const {
        constexpr int last_chance = 3, soon = 14;  // days
        const bool sign = standing.window->kind == Kind::warn;
        const auto& item = *standing.item;
        const bool weighs = walk_.texts_of(item).quotes || (sign && walk_.rule_of(item).help == Help::emergency);
        if (is_new(standing, day)) return (weighs ? 0U : 2U) + (sign ? 0U : 1U);
        if (weighs && days_left <= last_chance) return 1;
        return weighs ? (days_left <= soon ? 2 : 4) : (days_left < last_chance ? 2 : 5);
    }

    const Walk& walk_;
    std::vector<std::optional<Date>> told_;  ///< of each rule, the first day of the window that was told of
    std::vector<Due> due_;
    std::vector<const FoldedText*> texts_;
};

/// What the two modes that have one event a day share.
class DayTeller {
public:
    explicit DayTeller(const Walk& walk) : walk_(walk), whys_(walk) {}

    /// `step`: what changes on the day; nothing where nothing does.
    void tell(Date day, const Step* step, const Sink& sink) {
        const auto number = walk_.session_on(day);
        const auto since = day_number(walk_.plan.sessions[static_cast<std::size_t>(number - 1)], day);
        session_ = std::to_string(number);
        told_day_ = std::to_string(walk_.plan.protocol->told_day(since));
        event_.uid = walk_.uid({session_, std::to_string(since)});
        event_.start = event_.last = day;
        event_.alarm = since > 0 && step != nullptr && asks_to_act(*step);
        event_.description.clear();
        if (walk_.prepared.style.discreet) {
            event_.title = numbered(walk_.prepared.words.event.neutral_title);
            event_.description.push_back({walk_.prepared.neutral, {}});
        } else {
            walk_.find_in_force(day, lists_);
            event_.title = title_of(day, step, lists_);
            describe(day, step, lists_);
        }
        sink(event_);
    }

private:
    [[nodiscard]] bool asks_to_act(const Step& step) const {
        return std::any_of(step.begins.begin(), step.begins.end(), [&](const Step::Begin& begin) {
            const auto& item = walk_.plan.items[begin.item];
            return begin.kind != Kind::visit && walk_.asks_to_act(item, item.windows[begin.window]);
        });
    }

    /// "Day 5: what", or "Session 2, day 5: what".
    [[nodiscard]] std::string numbered(std::string_view what) const {
        const auto& patterns = walk_.prepared.patterns;
        std::string title;
        (session_ == "1" ? patterns.day_title : patterns.session_day_title).fill(title, {session_, told_day_, what});
        return title;
    }

    /// "Day 5, if no session 2: what"
    [[nodiscard]] std::string waiting(std::string_view what) const {
        const auto next = std::to_string(walk_.plan.sessions.size() + 1);
        std::string title;
        walk_.prepared.patterns.day_if_title.fill(title, {next, told_day_, what});
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
            return change_title(walk_, *step, lists, room_of(prefix));
        };
        return waits_for_session(walk_, *step) ? waiting(changed(waiting(""))) : numbered(changed(numbered("")));
    }

    void describe(Date day, const Step* step, const InForceLists& lists) {
        body_.clear();
        describe_day(walk_, lists, day, step, body_);
        body_.whys = whys_.due(lists, day);
        body_.foot = walk_.is_session(day) ? &walk_.prepared.foot : &walk_.prepared.short_foot;
        fit(walk_.prepared, body_, fitted_);
        whys_.tell(fitted_.whys);
        std::swap(event_.description, fitted_.blocks);
    }

    const Walk& walk_;
    Whys whys_;
    Event event_;
    InForceLists lists_;
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

/// A visit has an event of its own.
bool is_only_visit(const Step& step) {
    const auto is_visit = [](const Step::Begin& begin) { return begin.kind == Kind::visit; };
    return step.session == 0 && step.allowed.empty() && step.held.empty() && step.over.empty() &&
           std::all_of(step.begins.begin(), step.begins.end(), is_visit);
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

void change_events(const Walk& walk, const Sink& sink) {
    if (!tells_days(walk.plan)) return;
    DayTeller teller(walk);
    for (const auto& step : steps(walk.plan))
        if (!is_only_visit(step)) teller.tell(step.date, &step, sink);
}

void day_events(const Walk& walk, const Sink& sink) {
    if (!tells_days(walk.plan)) return;
    const auto changes = steps(walk.plan);
    auto step = changes.begin();
    DayTeller teller(walk);
    const auto tell = [&](Date day) {
        const bool changes_then = step != changes.end() && step->date == day && !is_only_visit(*step);
        teller.tell(day, changes_then ? &*step : nullptr, sink);
    };
    for (const auto day : days_in_force(walk.plan, last_day_told(walk.plan))) {
        // What changes on a day on which nothing is in force is told too.
        for (; step != changes.end() && step->date < day; ++step)
            if (!is_only_visit(*step)) teller.tell(step->date, &*step, sink);
        tell(day);
        if (step != changes.end() && step->date == day) ++step;
    }
    for (; step != changes.end(); ++step)
        if (!is_only_visit(*step)) teller.tell(step->date, &*step, sink);
}

}  // namespace smpcare::calendar
