#include <smpcare/plan.hpp>

#include "plan/facts.hpp"
#include "plan/windows.hpp"

#include <algorithm>

namespace smpcare {

bool waits_for_sessions(const Plan& plan, const Window& window) {
    const bool open = plan.more_sessions == Truth::yes && window.kind != Kind::visit;
    return open && window.end && *window.end >= plan.sessions.back();
}

bool waits_for_sessions(const Plan& plan, const Item& item) {
    return item.provisional || std::any_of(item.windows.begin(), item.windows.end(),
                                           [&](const Window& window) { return waits_for_sessions(plan, window); });
}

namespace {

plan::Timeline timeline_of(const Plan& plan) {
    return {plan.sessions, plan::split(plan.sessions, plan.protocol->series_gap), plan.observed};
}

}  // namespace

bool applies(const Rule& rule, const Plan& plan) { return plan::applies(rule, plan.facts); }

bool relevant(const Rule& rule, const Plan& plan) { return plan::relevant(rule, plan.facts); }

std::vector<Window> declared_windows(const Plan& plan, const Rule& rule) {
    plan::Gathered room;
    return plan::declared_windows(*plan.protocol, rule, timeline_of(plan), room).windows;
}

std::optional<Date> observation_of(const Plan& plan, std::size_t event, int session) {
    return plan::observation_of(timeline_of(plan), event, static_cast<std::size_t>(session) - 1);
}

}  // namespace smpcare
