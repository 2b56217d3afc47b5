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
    return {"p", "1", "f", {day("2026-11-22")}, {{"swim", Kind::avoid, "Swimming", "", "", false, std::move(windows)}}};
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
    for (auto change :
         {+[](RecordedRule& rule) { rule.title = "Pool"; }, +[](RecordedRule& rule) { rule.detail = "No."; },
          +[](RecordedRule& rule) { rule.condition = "if: wet"; },
          +[](RecordedRule& rule) { rule.provisional = true; }}) {
        RecordedPlan other = plan_with(usual), silent = plan_with({});
        change(other.rules[0]);
        change(silent.rules[0]);
        CHECK(compared(plan_with(usual), other) == "swim/avoid text\n");
        CHECK(compared(plan_with({}), silent) == "");
    }
    RecordedPlan renamed = plan_with(usual);
    renamed.rules[0].title = "Pool";
    CHECK(compare(plan_with(usual), renamed).rules.at(0).old_title == "Swimming");
}

TEST_CASE("other sessions are a difference by themselves") {
    RecordedPlan other = plan_with(usual);
    other.sessions = {day("2026-11-23")};
    CHECK(compare(plan_with(usual), other).any());
    CHECK(compared(plan_with(usual), other) == "");
}
