#include "ask/answer_parts.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::ask {

namespace {

/// What holds on one day, by the restrictions.
RoadStretch stretch_on(const std::vector<Restriction>& restrictions, const Stretch& silent, Date day) {
    RoadStretch told{day, {}, {}, {}, {}};
    if (covers(silent, day)) told.kind = Kind::ask;
    bool certain = covers(silent, day);
    const auto holds = [day](const Restriction& one) {
        return std::any_of(one.days.begin(), one.days.end(), [day](const Stretch& days) { return covers(days, day); });
    };
    for (const Restriction& one : restrictions)
        if (holds(one) && (!told.kind || one.window->kind < *told.kind)) told.kind = one.window->kind;
    for (const Restriction& one : restrictions) {
        if (!holds(one) || one.window->kind != told.kind) continue;
        if (std::find(told.rules.begin(), told.rules.end(), one.item->rule) == told.rules.end())
            told.rules.push_back(one.item->rule);
        certain = certain || one.item->unknown.empty();
        told.unknown.insert(told.unknown.end(), one.item->unknown.begin(), one.item->unknown.end());
    }
    if (certain) told.unknown.clear();
    return told;
}

/// Every day from `from` on from which something else may hold, in order.
std::vector<Date> turns(const std::vector<Restriction>& restrictions, const Stretch& silent, Date from) {
    std::vector<Date> days{from};
    const auto add = [&](const Stretch& stretch) {
        for (const Date day : {stretch.start, stretch.end + Days{1}})
            if (day > from && in_range(day)) days.push_back(day);
    };
    if (silent.start <= silent.end) add(silent);
    for (const Restriction& one : restrictions) std::for_each(one.days.begin(), one.days.end(), add);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

bool same_but_days(const RoadStretch& a, const RoadStretch& b) {
    return a.kind == b.kind && a.rules == b.rules && a.unknown == b.unknown;
}

}  // namespace

std::vector<RoadStretch> road_of(const std::vector<Restriction>& restrictions, const Stretch& silent, Date from) {
    std::vector<RoadStretch> road;
    for (const Date day : turns(restrictions, silent, from)) {
        auto next = stretch_on(restrictions, silent, day);
        if (!road.empty() && same_but_days(road.back(), next)) continue;
        if (!road.empty()) road.back().end = day - Days{1};
        road.push_back(std::move(next));
    }
    return road;
}

}  // namespace smpcare::ask
