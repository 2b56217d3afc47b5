#include <smpcare/ask.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

std::string date_or(const std::optional<Date>& date) { return date ? iso(*date) : "none"; }

const char* const latest_rules =
    "event gone 4..21\n"
    "rule dry avoid 0..7 on=pool\n"
    "rule brief limit 0..14 on=pool,sea\n"
    "rule shave avoid 0..10 on=shave until=gone\n"
    "rule salt avoid 0..30 on=sea unless=local\n"
    "rule late avoid 40..50 on=sea when=planned-trip\n"
    "rule pick avoid 0..open on=pick\n"
    "rule wash do 0..60 on=hair\n"
    "sessions 2026-11-22\n";

std::string latest(const std::vector<std::string>& activities, std::string_view by,
                   const std::vector<FactAnswer>& facts = {}) {
    const auto given = read_plan_case(latest_rules);
    std::vector<std::size_t> indexes;
    for (const auto& id : activities) indexes.push_back(given.activity(id));
    Diagnostics found;
    const auto result = latest_session(given.protocol, facts, indexes, day(by), found);
    if (!result) return fault_lines(found).front();
    std::string text = date_or(result->latest);
    for (const ActivityLimit& limit : result->activities)
        text += "; " + given.protocol.activities[limit.activity].id + " " + date_or(limit.latest) + " " +
                (limit.rule ? given.protocol.rules[*limit.rule].id : "free");
    return text;
}

}  // namespace

TEST_CASE("the longest restriction counts, and limited is not free") {
    CHECK(latest({"pool"}, "2026-12-31") == "2026-12-16; pool 2026-12-16 brief");
}

TEST_CASE("the day told is the last: a session one day later leaves the first day restricted") {
    const auto given = read_plan_case(latest_rules);
    for (const int later : {0, 1}) {
        Case client;
        client.sessions = {{day("2026-12-16") + Days{later}, {}}};
        Diagnostics found;
        const auto plan = make_plan(given.protocol, client, Scope::all, found);
        REQUIRE(plan);
        const auto verdict =
            answer(*plan, "pool", {given.activity("pool")}, {day("2026-12-31"), day("2027-12-31")}).verdict;
        CHECK(verdict == (later == 0 ? Verdict::yes : Verdict::limited));
    }
}

TEST_CASE("several: the earliest of their own, each with its rule") {
    CHECK(latest({"pool", "shave", "hair"}, "2026-12-31") ==
          "2026-12-09; pool 2026-12-16 brief; shave 2026-12-09 shave; hair 2026-12-31 free");
}

TEST_CASE("what is unknown restricts; a known fact frees") {
    CHECK(latest({"sea"}, "2026-12-31") == "2026-11-10; sea 2026-11-10 late");
    CHECK(latest({"sea"}, "2026-12-31", {{"planned-trip", Truth::no, {}}}) == "2026-11-30; sea 2026-11-30 salt");
    CHECK(latest({"sea"}, "2026-12-31", {{"planned-trip", Truth::no, {}}, {"local", Truth::yes, {}}}) ==
          "2026-12-16; sea 2026-12-16 brief");
}

TEST_CASE("no date: a restriction without an end, or one that begins before the calendar") {
    CHECK(latest({"pool", "pick"}, "2026-12-31") == "none; pool 2026-12-16 brief; pick none pick");
    CHECK(latest({"pool"}, "1900-01-10") == "none; pool none brief");
    CHECK(latest({"pool"}, "2199-12-31") == "2199-12-16; pool 2199-12-16 brief");
}

TEST_CASE("an unknown fact is an error") {
    CHECK(latest({"pool"}, "2026-12-31", {{"loca", Truth::yes, whole("--fact loca")}}) ==
          "error unknown-fact loca nearest local at --fact loca");
}
