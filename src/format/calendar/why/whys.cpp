#include "format/calendar/why/whys.hpp"

#include <algorithm>
#include <limits>

namespace smpcare::calendar {

Whys::Whys(const Walk& walk)
    : walk_(walk), told_(walk.plan.protocol->rules.size()), briefed_(walk.plan.protocol->rules.size()) {
    for (const auto& item : walk.plan.items)
        for (const auto& window : item.windows)
            if (window.kind == Kind::visit) visits_.push_back(window.start);
}

void Whys::due(const InForceLists& lists, Date day, std::optional<Date> next, Body& body) {
    due_.clear();
    for (const auto& list : lists)
        for (const auto& standing : list)
            if (is_due(standing, day)) due_.push_back({urgency(standing, day), standing});
    std::stable_sort(due_.begin(), due_.end(), [](const Due& a, const Due& b) { return a.urgency < b.urgency; });
    for (const auto& each : due_) body.whys.push_back(why_of(each, day, next));
}

Why Whys::why_of(const Due& due, Date day, std::optional<Date> next) const {
    const auto& item = *due.standing.item;
    Why why{&walk_.texts_of(item).why};
    const bool is_last = !told_[item.rule] && is_last_chance(item, day, next);
    why.rank = static_cast<unsigned>(due.urgency >> 32U);
    why.weighs = is_last && walk_.texts_of(item).quotes;
    why.is_last = is_last && !briefed_[item.rule];
    why.can_wait = !is_new(due.standing, day) && has_visit(item, day);
    if (why.is_last || wants_brief(due.standing, day)) why.brief = &walk_.texts_of(item).brief_why;
    return why;
}

void Whys::tell(const Fitted& made) {
    for (const auto each : made.briefs) briefed_[due_[each].standing.item->rule] = true;
    for (const auto each : made.whys) told_[due_[each].standing.item->rule] = due_[each].standing.window->start;
}

Untold Whys::untold() const {
    Untold items;
    for (const auto& item : walk_.plan.items) {
        const auto& rule = walk_.rule_of(item);
        if (rule.kind == Kind::visit || rule.asked_only || told_[item.rule] || item.windows.empty()) continue;
        if (briefed_[item.rule] && !has_visit(item, walk_.plan.sessions.front())) continue;
        if (walk_.texts_of(item).why.size > 0) items.push_back(&item);
    }
    return items;
}

bool Whys::is_due(const Standing& standing, Date day) const {
    const auto& told = told_[standing.item->rule];
    if (standing.window->kind == Kind::visit || walk_.texts_of(*standing.item).why.size == 0) return false;
    return !told || (is_new(standing, day) && *told != day);
}

bool Whys::is_last_chance(const Item& item, Date day, std::optional<Date> next) const {
    return std::none_of(item.windows.begin(), item.windows.end(),
                        [&](const Window& window) { return next && (!window.end || *window.end >= *next); }) &&
           !has_visit(item, day);
}

bool Whys::has_visit(const Item& item, Date day) const {
    return std::any_of(visits_.begin(), visits_.end(), [&](Date visit) {
        return visit >= day && std::any_of(item.windows.begin(), item.windows.end(),
                                           [&](const Window& window) { return window.covers(visit); });
    });
}

bool Whys::is_heavy(const Standing& standing) const {
    const bool is_sign = standing.window->kind == Kind::warn;
    return walk_.texts_of(*standing.item).quotes || (is_sign && walk_.rule_of(*standing.item).help == Help::emergency);
}

bool Whys::wants_brief(const Standing& standing, Date day) const {
    constexpr int soon = 14;  // days
    const auto& [item, window] = standing;
    return !told_[item->rule] && !briefed_[item->rule] && !walk_.texts_of(*item).quotes && window->end &&
           day_number(day, *window->end) <= soon;
}

bool Whys::is_new(const Standing& standing, Date day) const {
    return standing.window->start == day && standing.window->kind == walk_.rule_of(*standing.item).kind;
}

Whys::Urgency Whys::urgency(const Standing& standing, Date day) const {
    const auto& end = standing.window->end;
    const int days = end ? day_number(day, *end) : std::numeric_limits<int>::max();
    constexpr std::int64_t before_all = std::int64_t{1} << 31;
    return Urgency{rank(standing, day, days)} << 32U | static_cast<Urgency>(days + before_all);
}

unsigned Whys::rank(const Standing& standing, Date day, int days_left) const {
    constexpr int last_chance = 3, soon = 14;  // days
    const bool sign = standing.window->kind == Kind::warn;
    const bool heavy = is_heavy(standing);
    if (is_new(standing, day)) return sign && heavy ? 0 : (sign || heavy ? 1 : 3);
    if (heavy && days_left <= last_chance) return 1;
    return heavy ? (days_left <= soon ? 2 : 4) : (days_left < last_chance ? 2 : 5);
}

}  // namespace smpcare::calendar
