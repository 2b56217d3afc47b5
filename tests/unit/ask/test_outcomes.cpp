#include <smpcare/ask.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

Protocol protocol_of(const char* text) { return read_plan_case(text).protocol; }

RuleTest test_on(std::string_view date, std::vector<std::size_t> in_force, std::vector<std::size_t> not_in_force) {
    RuleTest test;
    test.sessions = {day("2026-11-22")};
    test.on = day(date);
    test.in_force = std::move(in_force);
    test.not_in_force = std::move(not_in_force);
    test.span = whole("test");
    return test;
}

std::string run(const Protocol& protocol) {
    Diagnostics faults;
    std::string text;
    for (const TestOutcome& outcome : test_outcomes(protocol, faults))
        for (const TestFailure& failure : outcome.failures)
            text += std::to_string(failure.test) + (failure.expected_in_force ? " wants " : " forbids ") +
                    protocol.rules[failure.rule].id + "\n";
    for (const auto& line : fault_lines(faults)) text += line + "\n";
    return text;
}

const char* const tested_rules =
    "event gone 4..21\n"
    "rule dry avoid 0..3 on=swim until=gone\n"
    "rule brief limit 0..30 on=swim relevant=swims\n"
    "rule comb do 0..30 on=comb when=hair\n";
constexpr std::size_t dry = 0, brief = 1, comb = 2;

}  // namespace

TEST_CASE("expectations that hold are silent") {
    Protocol protocol = protocol_of(tested_rules);
    protocol.tests = {test_on("2026-11-25", {dry, comb}, {brief}), test_on("2026-12-20", {brief}, {dry})};
    CHECK(run(protocol) == "");
}

TEST_CASE("every expectation that does not hold is told, by test and rule") {
    Protocol protocol = protocol_of(tested_rules);
    protocol.tests = {test_on("2026-11-25", {brief, dry}, {dry, comb}), test_on("2026-12-20", {dry}, {brief})};
    CHECK(run(protocol) == "0 wants brief\n0 forbids dry\n0 forbids comb\n1 wants dry\n1 forbids brief\n");
}

TEST_CASE("a tail counts as in force") {
    Protocol protocol = protocol_of(tested_rules);
    protocol.tests = {test_on("2026-12-13", {dry}, {}), test_on("2026-12-14", {}, {dry})};
    CHECK(run(protocol) == "");
}

TEST_CASE("a test's facts, observations and planned sessions count; relevance hides nothing") {
    Protocol protocol = protocol_of(tested_rules);
    RuleTest test = test_on("2026-12-05", {brief}, {comb, dry});
    test.facts = {{*protocol.find_fact("hair"), Truth::no}, {*protocol.find_fact("swims"), Truth::no}};
    test.observed = {{0, day("2026-12-05")}};
    test.planned = 1;
    protocol.tests = {test};
    CHECK(run(protocol) == "");
}

TEST_CASE("faults of a test's own case stand at the test, and the others run on") {
    Protocol protocol = protocol_of(tested_rules);
    RuleTest bad = test_on("2026-12-05", {brief}, {});
    bad.observed = {{0, day("2026-11-23")}};
    bad.planned = 0;
    protocol.tests = {bad, test_on("2026-12-20", {dry}, {})};
    CHECK(run(protocol) ==
          "1 wants dry\n"
          "error observation-too-early gone 2026-11-23 2026-11-26 at test\n"
          "error planned-not-positive 0 at test\n");
}
