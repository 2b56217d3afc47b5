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
    return written(given.protocol, answer(plan_of(given), "it", indexes, {day(from), day(to)}));
}

std::string verdict_of(std::string_view text, std::string_view on, std::string_view today) {
    const auto given = read_plan_case(text);
    const auto plan = plan_of(given);
    const auto told = answer(plan, "it", {given.activity("pool")}, {day(on), day(on), day(today)});
    return std::string(name(told.verdict)) + (told.provisional ? " provisional" : "");
}

/// "avoid dry..2026-11-29; free..open"
std::string road_of(const char* text, const char* activity, std::string_view from) {
    const auto given = read_plan_case(text);
    const auto told = answer(plan_of(given), "it", {given.activity(activity)}, {day(from), day(from)});
    std::string road;
    std::optional<Date> before;
    for (const auto& stretch : told.activities.front().road) {
        if (before) CHECK(stretch.start == *before + Days{1});
        before = stretch.end;
        road += road.empty() ? "" : "; ";
        road += stretch.kind ? name(*stretch.kind) : "free";
        for (const auto rule : stretch.rules) road += " " + given.protocol.rules[rule].id;
        for (const auto fact : stretch.unknown) road += " if " + given.protocol.facts[fact].id;
        road += ".." + date_or(stretch.end, "open");
    }
    return road;
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
    CHECK(std::max(Verdict::normal, Verdict::yes) == Verdict::yes);
    CHECK(std::max(Verdict::no, Verdict::call) == Verdict::call);
}

TEST_CASE("the road has every stretch up to free, and they touch") {
    CHECK(road_of(swimming, "pool", "2026-11-26") ==
          "avoid dry..2026-11-29; limit brief..2026-12-06; free..2026-12-11; avoid dry..2026-12-19; "
          "limit brief..2026-12-26; free..open");
    CHECK(road_of(swimming, "pool", "2026-11-20") ==
          "ask..2026-11-21; avoid dry..2026-11-29; limit brief..2026-12-06; free..2026-12-11; avoid dry..2026-12-19; "
          "limit brief..2026-12-26; free..open");
    CHECK(road_of(swimming, "sea", "2026-11-25") ==
          "avoid salt if wound..2026-11-25; limit brief..2026-12-06; free..2026-12-11; "
          "avoid salt if wound..2026-12-15; limit brief..2026-12-26; free..open");
    CHECK(road_of("rule pick avoid 0..open on=scab\nsessions 2026-11-22\n", "scab", "2026-11-25") ==
          "avoid pick..open");
}

TEST_CASE("what is left over keeps back a yes") {
    const auto given = read_plan_case(swimming);
    const auto pool = given.activity("pool");
    const auto verdict = [&](std::vector<std::string> unknown, std::string_view on) {
        return answer(plan_of(given), Question{"x", {{pool}, {}, {"pool"}, std::move(unknown)}, {}}, {day(on), day(on)})
            .verdict;
    };
    CHECK(verdict({}, "2027-06-01") == Verdict::yes);
    CHECK(verdict({"coffee"}, "2027-06-01") == Verdict::ask);
    CHECK(verdict({"coffee"}, "2026-11-30") == Verdict::ask);
    CHECK(verdict({"coffee"}, "2026-11-22") == Verdict::no);
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
    CHECK(asked(swimming, {"pool"}, "2026-01-01", "2026-01-01") == "it: ask\npool ask; free 2026-12-07..2026-12-11");
}

TEST_CASE("before the first session and of what no rule of the plan names: ask") {
    CHECK(asked(swimming, {"pool"}, "2026-11-20", "2026-11-22").starts_with("it: no\npool no; dry/avoid"));
    auto given = read_plan_case(
        "rule dye avoid 0..7 on=dye when=long\nrule wet do 0..3 on=pool\nsessions 2026-11-22\nfacts long=no\n");
    const auto told = [&](const char* activity) {
        const auto plan = plan_of(given);
        return written(given.protocol,
                       answer(plan, "it", {given.activity(activity)}, {day("2026-12-24"), day("2026-12-24")}));
    };
    CHECK(told("dye") == "it: yes\ndye yes; free 2026-12-24..open");
    CHECK(told("pool") == "it: yes\npool yes; free 2026-12-24..open");
    given.protocol.rules[0].dropped = true;
    CHECK(told("dye") == "it: ask\ndye ask; free never..open");
}

TEST_CASE("yes depends on sessions to come, whichever option tells of them") {
    const std::string rules =
        "rule swim avoid 0..30 on=pool\nrule next visit 10..14 when=more-sessions\nsessions 2026-11-22\n";
    for (const char* const told : {"planned 3\n", "facts more-sessions=yes\n", "planned 2\nfacts more-sessions=no\n"}) {
        CHECK(verdict_of(rules + told, "2026-12-24", "2026-11-26") == "limited provisional");
        CHECK(verdict_of(rules + told, "2026-12-24", "2026-12-24") == "yes");
        CHECK(verdict_of(rules + told, "2026-12-22", "2026-11-26") == "no");
        CHECK(verdict_of(rules + told, "2026-11-20", "2026-11-19") == "ask");
    }
    for (const char* const told :
         {"", "planned 1\n", "facts more-sessions=no\n", "planned 1\nfacts more-sessions=yes\n"})
        CHECK(verdict_of(rules + told, "2026-12-24", "2026-11-26") == "yes");
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
