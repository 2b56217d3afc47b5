#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare {

namespace {

/// Day numbers after a session do not depend on its date, so they are read off a session at the calendar's start.
constexpr Date probe = first_date;

bool reaches_further(std::optional<Date> end, std::optional<Date> than) { return than && (!end || *end > *than); }

/// The rule that restricts an activity longest, and the last day on which it does.
struct Longest {
    std::optional<std::size_t> rule;
    std::optional<Date> end;
    Kind kind = Kind::limit;
};

Longest longest_restriction(const Plan& plan, std::size_t activity) {
    Longest longest;
    for (const Item& item : plan.items) {
        const auto& concerned = plan.protocol->rules[item.rule].activities;
        if (std::find(concerned.begin(), concerned.end(), activity) == concerned.end()) continue;
        for (const Window& window : item.windows) {
            if (!restricts(window.kind)) continue;
            const bool stronger = window.end == longest.end && window.kind < longest.kind;
            if (!longest.rule || reaches_further(window.end, longest.end) || stronger)
                longest = {item.rule, window.end, window.kind};
        }
    }
    return longest;
}

ActivityLimit limit_of(const Plan& plan, std::size_t activity, Date by) {
    const Longest longest = longest_restriction(plan, activity);
    if (!longest.rule) return {activity, by, std::nullopt};
    if (!longest.end) return {activity, std::nullopt, longest.rule};
    return {activity, moved(by, -(day_number(probe, *longest.end) + 1)), longest.rule};
}

}  // namespace

std::optional<Latest> latest_session(const Protocol& protocol, const std::vector<FactAnswer>& facts,
                                     const std::vector<std::size_t>& activities, Date by, Diagnostics& diagnostics) {
    Case client;
    client.sessions = {{probe, {}}};
    client.facts = facts;
    const auto plan = make_plan(protocol, client, Scope::all, diagnostics);
    if (!plan) return std::nullopt;

    Latest result{by, std::nullopt, {}, plan->more_sessions == Truth::yes};
    for (const std::size_t activity : activities) result.activities.push_back(limit_of(*plan, activity, by));
    const auto earliest =
        std::min_element(result.activities.begin(), result.activities.end(),
                         [](const ActivityLimit& a, const ActivityLimit& b) { return a.latest < b.latest; });
    if (earliest != result.activities.end()) result.latest = earliest->latest;
    return result;
}

}  // namespace smpcare
