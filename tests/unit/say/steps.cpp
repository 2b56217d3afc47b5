#include "say/steps.hpp"

#include "base/text.hpp"
#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

/// Each step's lines: "avoid: a, b (only if …)".
std::string told(const PlanCase& given) {
    const auto plan = plan_of(given);
    const say::Speaker speaker{plan, words::english};
    std::string text;
    for (const auto& step : steps(plan)) {
        text += iso(step.date) + "\n";
        for (const auto& line : say::step_lines(speaker, step)) {
            text += "  " + line.text + ": " + joined(line.names, ", ");
            text += line.note.empty() ? "\n" : " (" + line.note + ")\n";
        }
    }
    return text;
}

}  // namespace

TEST_CASE("rules of one short name are named once, and what is allowed in part by its activities") {
    auto given = read_plan_case(
        "event gone 4..12\n"
        "rule pool avoid 0..3 on=pool\n"
        "rule sea avoid 0..3 on=sea\n"
        "rule wig avoid 0..3 on=wig,glue\n"
        "rule glue avoid 0..9 on=glue\n"
        "rule shave avoid 0..4 on=shave until=gone\n"
        "sessions 2026-11-22\nplanned 2\n");
    given.protocol.rules[0].short_title = given.protocol.rules[1].short_title = "swimming";
    CHECK(told(given) ==
          "2026-11-22\n"
          "  session 1: \n"
          "  avoid: swimming, wig, glue, shave\n"
          "2026-11-26\n"
          "  allowed again, if you have no session before then: swimming, wig\n"
          "  still avoid: wig\n"
          "2026-11-27\n"
          "  with care: shave (only if gone)\n"
          "2026-12-02\n"
          "  allowed again, if you have no session before then: glue\n"
          "2026-12-05\n"
          "  allowed again, if you have no session before then: shave\n");
}

TEST_CASE("what is allowed again is called as it was when it was forbidden") {
    CHECK(told(read_plan_case(
              "rule alcohol avoid 0..2 on=drink\nrule small limit 3..5 on=drink\nsessions 2026-11-22\n")) ==
          "2026-11-22\n  session 1: \n  avoid: alcohol\n"
          "2026-11-25\n  with care: small\n"
          "2026-11-28\n  allowed again: alcohol\n");
}

TEST_CASE("a name says how in brackets at its end, and nowhere else") {
    using say::split_name;
    CHECK(split_name("sunscreen (after asking)").what == "sunscreen");
    CHECK(split_name("sunscreen (after asking)").how == "after asking");
    CHECK(split_name("PRP (a) and more").what == "PRP (a) and more");
    CHECK(split_name("PRP (a) and more").how.empty());
    CHECK(split_name("a (b) (c)").what == "a (b)");
}

TEST_CASE("a title inside a sentence begins small, unless it is an abbreviation") {
    CHECK(say::in_a_list("Use conditioner") == "use conditioner");
    CHECK(say::in_a_list("PRP, light therapy") == "PRP, light therapy");
    CHECK(say::in_a_list("") == "");
}
