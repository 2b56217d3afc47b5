#include <smpcare/ask.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

std::string date_or(const std::optional<Date>& date, const char* none) { return date ? iso(*date) : none; }

std::string written(const Protocol& protocol, const Answer& answer) {
    std::string text = fmt::format("{}: {}", answer.asked, name(answer.verdict));
    for (const ActivityAnswer& one : answer.activities) {
        text += fmt::format("\n{} {}", protocol.activities[one.activity].id, name(one.verdict));
        for (const Reason& reason : one.because) {
            text += fmt::format("; {}/{} to {}", protocol.rules[reason.rule].id, name(reason.kind),
                                date_or(reason.end, "open"));
            for (const std::size_t fact : reason.unknown) text += " if " + protocol.facts[fact].id;
            if (reason.provisional) text += " provisional";
        }
        text += fmt::format("; free {}..{}", date_or(one.free_from, "never"), date_or(one.free_through, "open"));
    }
    return text;
}

/// The answer about `activities`, of a case, as text.
std::string asked(const char* text, const std::vector<std::string>& activities, std::string_view from,
                  std::string_view to) {
    const auto given = read_plan_case(text);
    std::vector<std::size_t> indexes;
    for (const auto& id : activities) indexes.push_back(given.activity(id));
    return written(given.protocol, answer(plan_of(given), "it", indexes, day(from), day(to)));
}

const char* const swimming =
    "rule brief limit 0..14 on=pool,sea\n"
    "rule dry avoid 0..7 on=pool\n"
    "rule salt avoid 0..3 on=sea when=wound\n"
    "rule wash do 0..30 on=pool\n"
    "sessions 2026-11-22 +20\n";

}  // namespace

TEST_CASE("the names of the verdicts, strictest last") {
    CHECK(name(Verdict::yes) == "yes");
    CHECK(name(Verdict::limited) == "limited");
    CHECK(name(Verdict::no) == "no");
    CHECK(std::max(Verdict::no, Verdict::limited) == Verdict::no);
    CHECK(std::max(Verdict::yes, Verdict::limited) == Verdict::limited);
}

TEST_CASE("no: only the rules that speak of the activity that day are reasons") {
    CHECK(asked(swimming, {"pool"}, "2026-11-22", "2026-11-22") ==
          "it: no\npool no; dry/avoid to 2026-11-29; free 2026-12-07..2026-12-11");
}

TEST_CASE("an unknown condition restricts, says so, and beats nothing") {
    CHECK(asked(swimming, {"sea"}, "2026-11-22", "2026-11-22") ==
          "it: no\nsea no; brief/limit to 2026-12-06; salt/avoid to 2026-11-25 if wound; free 2026-12-07..2026-12-11");
}

TEST_CASE("limited, and free") {
    CHECK(asked(swimming, {"pool"}, "2026-11-30", "2026-11-30") ==
          "it: limited\npool limited; brief/limit to 2026-12-06; free 2026-12-07..2026-12-11");
    CHECK(asked(swimming, {"pool"}, "2026-12-09", "2026-12-09") == "it: yes\npool yes; free 2026-12-09..2026-12-11");
    CHECK(asked(swimming, {"pool"}, "2027-06-01", "2027-06-01") == "it: yes\npool yes; free 2027-06-01..open");
    CHECK(asked(swimming, {"pool"}, "2026-01-01", "2026-01-01") == "it: yes\npool yes; free 2026-01-01..2026-11-21");
}

TEST_CASE("a range is as strict as its strictest day, and names every rule of any day with its furthest end") {
    CHECK(asked(swimming, {"pool"}, "2026-12-05", "2026-12-12") ==
          "it: no\npool no; brief/limit to 2026-12-06; dry/avoid to 2026-12-19; free 2026-12-07..2026-12-11");
    CHECK(asked(swimming, {"pool"}, "2026-11-29", "2026-12-31") ==
          "it: no\npool no; brief/limit to 2026-12-26; dry/avoid to 2026-12-19; free 2026-12-07..2026-12-11");
}

TEST_CASE("several activities: each its own answer, and the strictest for all") {
    CHECK(asked(swimming, {"sea", "pool"}, "2026-11-27", "2026-11-27") ==
          "it: no\nsea limited; brief/limit to 2026-12-06; free 2026-12-07..2026-12-11"
          "\npool no; dry/avoid to 2026-11-29; free 2026-12-07..2026-12-11");
}

TEST_CASE("what nothing ends is never free") {
    CHECK(asked("rule sun avoid 4..open on=sun\nsessions 2026-11-22\n", {"sun"}, "2026-12-01", "2026-12-01") ==
          "it: no\nsun no; sun/avoid to open; free never..open");
    CHECK(asked("rule sun avoid 4..open on=sun\nsessions 2026-11-22\n", {"sun"}, "2026-11-22", "2026-11-22") ==
          "it: yes\nsun yes; free 2026-11-22..2026-11-25");
}

TEST_CASE("beyond the last date nothing is called free") {
    CHECK(asked("rule sun avoid 0..7 on=sun\nsessions 2199-12-24\n", {"sun"}, "2199-12-31", "2199-12-31") ==
          "it: no\nsun no; sun/avoid to 2199-12-31; free never..open");
}

TEST_CASE("one rule may give two reasons, avoid before limit, and be provisional") {
    CHECK(
        asked("event gone 4..12\nrule pick avoid 0..7 on=scratch count=last until=gone\nsessions 2026-11-22\nplanned 2",
              {"scratch"}, "2026-11-28", "2026-12-01") ==
        "it: no\nscratch no; pick/avoid to 2026-11-29 provisional; pick/limit to 2026-12-04 provisional; free "
        "2026-12-05..open");
}

TEST_CASE("asking about nothing is answered with yes") {
    CHECK(asked(swimming, {}, "2026-11-22", "2026-11-22") == "it: yes");
}
