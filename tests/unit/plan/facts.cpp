#include "plan/facts.hpp"

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::plan;
using namespace smpcare::testing;

Facts settled(const PlanCase& given) {
    Diagnostics faults;
    Facts facts = settle_facts(given.protocol, given.client, faults);
    CHECK(fault_lines(faults).empty());
    return facts;
}

constexpr auto no = Truth::no, yes = Truth::yes, unknown = Truth::unknown;

}  // namespace

TEST_CASE("what was not answered is unknown and not answered") {
    const Facts facts = settled(read_plan_case("fact a\nfact b\nfact c\nfacts b=no c=unknown"));
    CHECK(facts.truths == std::vector{unknown, no, unknown});
    CHECK(facts.answered == std::vector{false, true, true});
}

TEST_CASE("planned answers more-sessions, where it is declared") {
    const auto given = read_plan_case("fact a\nfact more-sessions\nfacts more-sessions=no");
    Facts facts = settled(given);
    CHECK(settle_more_sessions(given.protocol, std::nullopt, 2, facts) == no);
    CHECK(settle_more_sessions(given.protocol, 3, 2, facts) == yes);
    CHECK(facts.truths == std::vector{unknown, yes});
    CHECK(settle_more_sessions(given.protocol, 2, 2, facts) == no);
    CHECK(facts.truths == std::vector{unknown, no});
    CHECK(facts.answered == std::vector{false, true});

    const auto without = read_plan_case("fact a");
    Facts others = settled(without);
    CHECK(settle_more_sessions(without.protocol, std::nullopt, 2, others) == unknown);
    CHECK(settle_more_sessions(without.protocol, 3, 2, others) == yes);
    CHECK(others.answered == std::vector{false});
}

TEST_CASE("a contradicted fact is told once and stays unknown") {
    const auto given = read_plan_case("fact a\nfacts a=yes a=no a=unknown a=yes");
    Diagnostics faults;
    const Facts facts = settle_facts(given.protocol, given.client, faults);
    CHECK(fault_lines(faults) == std::vector<std::string>{"error contradicting-fact a at fact 2"});
    CHECK(facts.truths == std::vector{unknown});
}

TEST_CASE("only a definite answer hides a rule") {
    const Rule rule = read_plan_case("fact a\nfact b\nrule r avoid 0..1 when=a unless=b").protocol.rules.front();
    CHECK(applies(rule, {yes, no}));
    CHECK(applies(rule, {unknown, no}));
    CHECK(applies(rule, {yes, unknown}));
    CHECK(applies(rule, {unknown, unknown}));
    CHECK(!applies(rule, {no, no}));
    CHECK(!applies(rule, {no, unknown}));
    CHECK(!applies(rule, {yes, yes}));
    CHECK(!applies(rule, {unknown, yes}));
}

TEST_CASE("relevance is lost only by a definite no") {
    const Rule rule = read_plan_case("rule r avoid 0..1 relevant=a,b").protocol.rules.front();
    CHECK(relevant(rule, {yes, yes}));
    CHECK(relevant(rule, {unknown, yes}));
    CHECK(!relevant(rule, {unknown, no}));
    CHECK(!relevant(rule, {no, yes}));
}

TEST_CASE("each unknown condition is named once, when before unless, relevance never") {
    const Rule rule = read_plan_case("fact a\nfact b\nfact c\nrule r avoid 0..1 when=c,a unless=b,c relevant=a")
                          .protocol.rules.front();
    CHECK(unknown_conditions(rule, {unknown, unknown, unknown}) == std::vector<std::size_t>{2, 0, 1});
    CHECK(unknown_conditions(rule, {unknown, no, yes}) == std::vector<std::size_t>{0});
    CHECK(unknown_conditions(rule, {yes, no, yes}).empty());
}
