#include <smpcare/ask.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

Window window(Kind kind, std::string_view start, std::string_view end) {
    Window made;
    made.kind = kind;
    made.start = day(start);
    if (!end.empty()) made.end = day(end);
    made.after_sessions = {1};
    return made;
}

RecordedPlan plan_with(std::vector<Window> windows) {
    RecordedRule swim{"swim", Kind::avoid, std::move(windows), {}};
    swim.part(Part::title) = "Swimming";
    RecordedPlan plan;
    plan.sessions = {day("2026-11-22")};
    plan.rules = {std::move(swim)};
    return plan;
}

std::string compared(const RecordedPlan& before, const RecordedPlan& after) {
    std::string text;
    for (const RuleDifference& one : compare(before, after).rules)
        text += one.rule + "/" + std::string{name(one.kind)} + " " + std::string{name(one.move)} + "\n";
    return text;
}

const std::vector<Window> usual{window(Kind::avoid, "2026-11-22", "2026-12-22")};

}  // namespace

TEST_CASE("the same plan twice is no difference") {
    CHECK_FALSE(compare(plan_with(usual), plan_with(usual)).any());
    auto touching = plan_with({window(Kind::avoid, "2026-11-22", "2026-11-30"),  //
                               window(Kind::avoid, "2026-12-01", "2026-12-22")});
    CHECK(compared(plan_with(usual), touching) == "");
}

TEST_CASE("longer, shorter and moved are told by the days") {
    const auto against = [](std::string_view start, std::string_view end) {
        return compared(plan_with(usual), plan_with({window(Kind::avoid, start, end)}));
    };
    CHECK(against("2026-11-22", "2027-01-03") == "swim/avoid longer\n");
    CHECK(against("2026-11-22", "") == "swim/avoid longer\n");
    CHECK(against("2026-11-20", "2026-12-22") == "swim/avoid longer\n");
    CHECK(against("2026-11-22", "2026-12-21") == "swim/avoid shorter\n");
    CHECK(against("2026-11-23", "2026-12-22") == "swim/avoid shorter\n");
    CHECK(against("2026-11-23", "2026-12-23") == "swim/avoid moved\n");
    CHECK(compared(plan_with({window(Kind::avoid, "2026-11-22", "")}), plan_with(usual)) == "swim/avoid shorter\n");
}

TEST_CASE("new and gone: by windows, and by the rule itself") {
    RecordedPlan none = plan_with({});
    CHECK(compared(none, plan_with(usual)) == "swim/avoid new\n");
    CHECK(compared(plan_with(usual), none) == "swim/avoid gone\n");
    none.rules.clear();
    CHECK(compared(none, plan_with(usual)) == "swim/avoid new\n");
    CHECK(compared(plan_with(usual), none) == "swim/avoid gone\n");
}

TEST_CASE("avoid that becomes with care is told by kind") {
    const auto tail = plan_with({window(Kind::avoid, "2026-11-22", "2026-12-01"),  //
                                 window(Kind::limit, "2026-12-02", "2026-12-22")});
    CHECK(compared(plan_with(usual), tail) == "swim/avoid shorter\nswim/limit new\n");
}

TEST_CASE("other words on the same days; silent rules do not matter") {
    for (auto change : {+[](RecordedRule& rule) { rule.part(Part::title) = "Pool"; },
                        +[](RecordedRule& rule) { rule.part(Part::detail) = "No."; },
                        +[](RecordedRule& rule) { rule.part(Part::condition) = "if: wet"; },
                        +[](RecordedRule& rule) { rule.part(Part::help) = Help::doctor; },
                        +[](RecordedRule& rule) { rule.part(Part::target) = 5; },
                        +[](RecordedRule& rule) { rule.part(Part::times_per_day) = 2; },
                        +[](RecordedRule& rule) { rule.part(Part::every) = 2; },
                        +[](RecordedRule& rule) { rule.part(Part::reasons) = std::vector<std::string>{"sun"}; },
                        +[](RecordedRule& rule) { rule.part(Part::provisional) = true; }}) {
        RecordedPlan other = plan_with(usual), silent = plan_with({});
        change(other.rules[0]);
        change(silent.rules[0]);
        CHECK(compared(plan_with(usual), other) == "swim/avoid text\n");
        CHECK(compared(plan_with({}), silent) == "");
    }
    RecordedPlan renamed = plan_with(usual);
    renamed.rules[0].part(Part::title) = "Pool";
    CHECK(compare(plan_with(usual), renamed).rules.at(0).old_title == "Swimming");
}

TEST_CASE("other sessions are a difference by themselves") {
    RecordedPlan other = plan_with(usual);
    other.sessions = {day("2026-11-23")};
    CHECK(compare(plan_with(usual), other).any());
    CHECK(compared(plan_with(usual), other) == "");
}

TEST_CASE("what never ends is moved along with its session, not longer or shorter") {
    const auto open_from = [](std::string_view start) {
        auto plan = plan_with({window(Kind::avoid, start, "")});
        plan.sessions = {day(start)};
        return plan;
    };
    CHECK(compared(open_from("2026-11-22"), open_from("2026-11-24")) == "swim/avoid moved\n");
    CHECK(compared(open_from("2026-11-22"), open_from("2026-11-20")) == "swim/avoid moved\n");
}

TEST_CASE("all that stands beside the rules is a difference by itself") {
    using Change = void (*)(RecordedPlan&);
    const std::pair<Head, Change> changes[] = {
        {Head::client, [](RecordedPlan& plan) { plan.client_name = "Bob"; }},
        {Head::client, [](RecordedPlan& plan) { plan.client_id = "b"; }},
        {Head::planned, [](RecordedPlan& plan) { plan.planned = 3; }},
        {Head::protocol, [](RecordedPlan& plan) { plan.protocol = "smp-scar"; }},
        {Head::protocol, [](RecordedPlan& plan) { plan.title = "Other"; }},
        {Head::version, [](RecordedPlan& plan) { plan.version = "2"; }},
        {Head::clinic, [](RecordedPlan& plan) { plan.clinic.name = "C"; }},
        {Head::clinic, [](RecordedPlan& plan) { plan.clinic.address = "C"; }},
        {Head::clinic, [](RecordedPlan& plan) { plan.clinic.url = "C"; }},
        {Head::clinic, [](RecordedPlan& plan) { plan.clinic.email = "C"; }},
        {Head::clinic, [](RecordedPlan& plan) { plan.clinic.phone = {"1"}; }},
        {Head::clinic, [](RecordedPlan& plan) { plan.clinic.emergency = {"1"}; }},
        {Head::day_one, [](RecordedPlan& plan) { plan.day_one = true; }},
        {Head::notices, [](RecordedPlan& plan) { plan.notices = {"sessions are close"}; }},
        {Head::notices, [](RecordedPlan& plan) { plan.floors = {"free on day 6"}; }},
        {Head::labels,
         [](RecordedPlan& plan) {
             plan.labels = {{"Area", "crown"}};
         }},
        {Head::fingerprint, [](RecordedPlan& plan) { plan.fingerprint = "g"; }},
    };
    for (const auto& [changed, change] : changes) {
        const auto head = changed;
        CAPTURE(name(head));
        auto other = plan_with(usual);
        change(other);
        const auto found = compare(plan_with(usual), other);
        CHECK(found.heads == std::vector<Head>{head});
        CHECK(found.any());
        CHECK(found.rules.empty());
    }
}

TEST_CASE("what an older file does not know is not compared") {
    auto older = plan_with(usual), newer = plan_with(usual);
    older.schema = 1;
    newer.rules[0].part(Part::times_per_day) = 2;
    newer.clinic.name = "C";
    newer.day_one = true;
    CHECK_FALSE(compare(older, newer).any());
    newer.rules[0].part(Part::detail) = "No.";
    CHECK(compared(older, newer) == "swim/avoid text\n");
}

TEST_CASE("a rule is told with its reason, new or gone as it may be") {
    auto with_reason = plan_with(usual), dropped = plan_with({}), none = plan_with({});
    with_reason.rules[0].part(Part::reasons) = std::vector<std::string>{"sun"};
    dropped.rules[0].part(Part::reasons) = std::vector<std::string>{"not sold here"};
    none.rules.clear();
    for (const auto& [was, now] : {std::pair{none, with_reason}, std::pair{plan_with(usual), dropped}}) {
        const auto found = compare(was, now).rules;
        REQUIRE(found.size() == 1);
        REQUIRE(found[0].parts.size() == 1);
        CHECK(found[0].parts[0].part == Part::reasons);
    }
}
