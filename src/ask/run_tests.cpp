#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare {
namespace {

Case case_of(const Protocol& protocol, const RuleTest& test) {
    Case client;
    client.planned = test.planned;
    client.planned_span = test.span;
    for (const Date session : test.sessions) client.sessions.push_back({session, test.span});
    for (const auto& [fact, truth] : test.facts) client.facts.push_back({protocol.facts[fact].id, truth, test.span});
    for (const auto& [event, date] : test.observed)
        client.observed.push_back({protocol.events[event].id, date, test.span});
    return client;
}

bool in_force(const Plan& plan, std::size_t rule, Date day) {
    return std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) {
        return item.rule == rule && std::any_of(item.windows.begin(), item.windows.end(),
                                                [&](const Window& window) { return window.covers(day); });
    });
}

}  // namespace

std::vector<TestFailure> run_tests(const Protocol& protocol, Diagnostics& diagnostics) {
    std::vector<TestFailure> failures;
    for (std::size_t i = 0; i < protocol.tests.size(); ++i) {
        const RuleTest& test = protocol.tests[i];
        const auto plan = make_plan(protocol, case_of(protocol, test), Scope::all, diagnostics);
        if (!plan || !test.on) continue;
        for (const std::size_t rule : test.in_force)
            if (!in_force(*plan, rule, *test.on)) failures.push_back({i, rule, true});
        for (const std::size_t rule : test.not_in_force)
            if (in_force(*plan, rule, *test.on)) failures.push_back({i, rule, false});
    }
    return failures;
}

}  // namespace smpcare
