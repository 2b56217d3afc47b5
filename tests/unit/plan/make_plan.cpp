#include <smpcare/plan.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;
using Lines = std::vector<std::string>;

std::string many_sessions(int number) {
    std::string text = "rule gym avoid 0..1 on=gym\nsessions 2026-11-22";
    for (int i = 1; i < number; ++i) text += fmt::format(" +{}", i * 3);
    return text;
}

}  // namespace

TEST_CASE("a plan holds what it was made from, in order") {
    auto given = read_plan_case(
        "series-gap 40\nfact hair\nfact more-sessions\nevent gone 4..21\nevent calm 0..3\nrule gym avoid 0..7 on=gym\n"
        "sessions 2026-11-22 +100 +20\nfacts hair=no\nobserved gone=+125 gone=+9 gone=+125\nplanned 2");
    given.client.id = "c-17";
    given.client.name = "Ada";
    given.client.labels = {{"Practitioner", "Bo"}, {"Area", "crown"}};
    const Plan plan = plan_of(given);
    CHECK(plan.protocol == &given.protocol);
    CHECK(plan.client_id == "c-17");
    CHECK(plan.client_name == "Ada");
    CHECK(plan.labels == given.client.labels);
    CHECK(plan.sessions == std::vector{day("2026-11-22"), day("2026-12-12"), day("2027-03-02")});
    CHECK(plan.series == std::vector{1, 1, 2});
    CHECK(plan.planned == 2);
    CHECK(plan.facts == std::vector{Truth::no, Truth::yes});
    CHECK(plan.answered == std::vector{true, true});
    CHECK(plan.observed == std::vector<std::vector<Date>>{{day("2026-12-01"), day("2027-03-27")}, {}});
}

TEST_CASE("the protocol's notices come first") {
    auto given = read_plan_case("min-gap 7\nrule gym avoid 0..1 on=gym\nsessions 2026-11-22 +3");
    given.protocol.notices.push_back({Severity::notice, Code::rule_vanished, {}, {"gone", 5, 3}, {}});
    const Plan plan = plan_of(given);
    CHECK(plan_lines(plan) == Lines{"gym avoid 2026-11-22..2026-11-23 after 1",
                                    "gym avoid 2026-11-25..2026-11-26 after 2", "notice rule-vanished gone 5 3",
                                    "notice sessions-close 1 2 3 7 at session 2"});
    for (const Diagnostic& notice : plan.notices) CHECK(notice.severity == Severity::notice);
}

TEST_CASE("sixty-four sessions are a plan, one more is a fault") {
    const Plan plan = plan_of(read_plan_case(many_sessions(64)));
    REQUIRE(plan.items.front().windows.size() == 64);
    CHECK(plan.items.front().windows.back().after_sessions == SessionNumbers{64});

    const auto given = read_plan_case(many_sessions(65));
    Diagnostics faults;
    CHECK(!make_plan(given.protocol, given.client, Scope::all, faults));
    CHECK(fault_lines(faults) == Lines{"error too-many-sessions 65 64 at session 65"});
}

TEST_CASE("faults found by others neither stop a plan nor are lost") {
    const auto sound = read_plan_case("rule gym avoid 0..1 on=gym\nsessions 2026-11-22");
    Diagnostics faults;
    faults.error(Code::rule_vanished, {}, {"gone", 5, 3});
    CHECK(make_plan(sound.protocol, sound.client, Scope::all, faults));
    CHECK(faults.all().size() == 1);
}

TEST_CASE("a protocol without rules gives a plan without items") {
    const Plan plan = plan_of(read_plan_case("sessions 2026-11-22"));
    CHECK(plan.items.empty());
    CHECK(plan.series == std::vector{1});
}
