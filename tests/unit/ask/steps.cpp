#include <smpcare/ask.hpp>

#include "unit/effort.hpp"
#include "unit/plan/builders.hpp"
#include "unit/plan/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

const Rule& rule_of(const Plan& plan, std::size_t item) { return plan.protocol->rules[plan.items[item].rule]; }

/// A line for each step: "2026-11-22 s1 avoid:gym allowed:swim/pool! held:sun/avoid over:knock".
std::string written(const Plan& plan) {
    std::string text;
    for (const auto& step : steps(plan)) {
        text += iso(step.date);
        if (step.session > 0) text += " s" + std::to_string(step.session);
        for (const auto& begin : step.begins)
            text += " " + std::string(name(begin.kind)) + ":" + rule_of(plan, begin.item).id;
        for (const auto& allowed : step.allowed) {
            text += " allowed:" + rule_of(plan, allowed.item).id;
            for (const auto activity : allowed.activities) text += "/" + plan.protocol->activities[activity].id;
            text += allowed.whole ? "!" : "";
        }
        for (const auto& held : step.held)
            text += " held:" + rule_of(plan, held.item).id + "/" + std::string(name(held.kind));
        for (const auto item : step.over) text += " over:" + rule_of(plan, item).id;
        text += step.provisional ? " provisional\n" : "\n";
    }
    return text;
}

std::string steps_of(const char* text) {
    const auto given = read_plan_case(text);
    return written(plan_of(given));
}

/// Whether a rule restricts `activity` on `day`, cut or not.
bool restricted(const Plan& plan, std::size_t activity, Date day) {
    return std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) {
        const auto& activities = plan.protocol->rules[item.rule].activities;
        if (std::find(activities.begin(), activities.end(), activity) == activities.end()) return false;
        return std::any_of(item.declared.begin(), item.declared.end(),
                           [&](const Window& window) { return restricts(window.kind) && window.covers(day); });
    });
}

/// The activities that a step says are allowed again.
std::vector<bool> allowed_on(const Plan& plan, const std::vector<Step>& all, Date day) {
    std::vector<bool> allowed(plan.protocol->activities.size());
    for (const auto& step : all) {
        if (step.date != day) continue;
        for (const auto& entry : step.allowed)
            for (const auto activity : entry.activities) allowed[activity] = true;
    }
    return allowed;
}

}  // namespace

TEST_CASE("an end is a permission only of what nothing names any more") {
    CHECK(steps_of("rule swim avoid 0..7 on=pool,sea\n"
                   "rule sea avoid 0..20 on=sea\n"
                   "rule care limit 21..25 on=sea\n"
                   "sessions 2026-11-22\n") ==
          "2026-11-22 s1 avoid:swim avoid:sea\n"
          "2026-11-30 allowed:swim/pool held:swim/avoid\n"
          "2026-12-13 limit:care\n"
          "2026-12-18 allowed:care/sea!\n");
}

TEST_CASE("what is advised for good is never allowed again") {
    CHECK(steps_of("rule sun avoid 0..7 on=sun\n"
                   "rule shade limit 0..open on=sun\n"
                   "sessions 2026-11-22\n") == "2026-11-22 s1 avoid:sun\n2026-11-30 limit:shade\n");
    CHECK(steps_of("rule prp avoid 0..7 on=prp\n"
                   "rule procedures ask 0..open on=prp,laser\n"
                   "sessions 2026-11-22\n") == "2026-11-22 s1 avoid:prp ask:procedures\n2026-11-30 held:prp/ask\n");
}

TEST_CASE("a tail that waits for its event begins, and its end allows") {
    CHECK(steps_of("event gone 4..12\n"
                   "rule shave avoid 0..4 on=shave until=gone\n"
                   "sessions 2026-11-22\n") ==
          "2026-11-22 s1 avoid:shave\n2026-11-27 limit:shave\n2026-12-05 allowed:shave/shave!\n");
}

TEST_CASE("that a do, an expect or a warn ends is no news, and an end of what has no activity allows nothing") {
    CHECK(steps_of("rule rinse do 1..5 on=rinse\n"
                   "rule flakes expect 3..9\n"
                   "rule fever warn 0..9\n"
                   "rule knock avoid 0..5\n"
                   "rule check visit 10..14\n"
                   "sessions 2026-11-22\n") ==
          "2026-11-22 s1 warn:fever avoid:knock\n2026-11-23 do:rinse\n2026-11-28 over:knock\n2026-12-02 visit:check\n");
}

TEST_CASE("while sessions are planned, what follows the last known one waits for them") {
    CHECK(steps_of("rule gym avoid 0..3 on=gym\nsessions 2026-11-22 +10\nplanned 3\n") ==
          "2026-11-22 s1 avoid:gym\n"
          "2026-11-26 allowed:gym/gym!\n"
          "2026-12-02 s2 avoid:gym\n"
          "2026-12-06 allowed:gym/gym! provisional\n");
}

TEST_CASE("a rule that is only asked about stands in no step, but what it names is not allowed") {
    auto given = read_plan_case("rule gym avoid 0..3 on=gym\nrule scan limit 0..9 on=gym\nsessions 2026-11-22\n");
    given.protocol.rules[1].asked_only = true;
    CHECK(written(plan_of(given)) == "2026-11-22 s1 avoid:gym\n2026-11-26 held:gym/limit\n");
}

TEST_CASE("random plans: an activity is said to be allowed again on each day on which its last restriction is over") {
    Dice dice(20261122);
    for (int round = 0; round < effort(2000); ++round) {
        const auto given = random_case(dice);
        Diagnostics diagnostics;
        const auto plan = make_plan(given.protocol, given.client, Scope::all, diagnostics);
        REQUIRE(plan);
        const auto all = steps(*plan);
        CAPTURE(round);
        for (auto day = plan->sessions.front(); day < plan->sessions.front() + Days{120}; day += Days{1}) {
            const auto allowed = allowed_on(*plan, all, day);
            for (std::size_t activity = 0; activity < allowed.size(); ++activity) {
                const bool freed = restricted(*plan, activity, day - Days{1}) && !restricted(*plan, activity, day);
                CHECK(allowed[activity] == freed);
            }
        }
    }
}
