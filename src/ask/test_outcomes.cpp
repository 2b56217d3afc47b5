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

std::vector<std::size_t> rules_in_force(const Plan& plan, Date day) {
    std::vector<std::size_t> rules;
    for (const Item& item : plan.items)
        if (std::any_of(item.windows.begin(), item.windows.end(),
                        [&](const Window& window) { return window.covers(day); }))
            rules.push_back(item.rule);
    return rules;
}

TestOutcome run(const Protocol& protocol, std::size_t index, Diagnostics& diagnostics) {
    const RuleTest& test = protocol.tests[index];
    TestOutcome outcome{index, true, {}, {}};
    const auto plan = make_plan(protocol, case_of(protocol, test), Scope::all, diagnostics);
    if (!plan || !test.on) {
        outcome.ran = false;
        return outcome;
    }
    outcome.in_force = rules_in_force(*plan, *test.on);
    const auto expect = [&](const std::vector<std::size_t>& rules, bool wanted) {
        for (const std::size_t rule : rules)
            if (std::binary_search(outcome.in_force.begin(), outcome.in_force.end(), rule) != wanted)
                outcome.failures.push_back({index, rule, wanted});
    };
    expect(test.in_force, true);
    expect(test.not_in_force, false);
    return outcome;
}

}  // namespace

std::vector<TestOutcome> test_outcomes(const Protocol& protocol, Diagnostics& diagnostics) {
    std::vector<TestOutcome> outcomes;
    for (std::size_t i = 0; i < protocol.tests.size(); ++i) outcomes.push_back(run(protocol, i, diagnostics));
    return outcomes;
}

}  // namespace smpcare
