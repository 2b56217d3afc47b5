#include <smpcare/ask.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

std::string written(const std::optional<Count>& count) {
    return count ? fmt::format("{} {} {}", name(count->how), count->session, count->days) : "none";
}

std::string names(const Protocol& protocol, const std::vector<std::size_t>& rules) {
    std::string text;
    for (const std::size_t rule : rules) text += " " + protocol.rules[rule].id;
    return text;
}

std::string written(const Protocol& protocol, const Explanation& told) {
    std::string text{name(told.standing)};
    if (told.kind) text += fmt::format(" {}", name(*told.kind));
    if (told.window)
        text += fmt::format("; {}..{}; start {}; end {}", iso(told.window->start),
                            told.window->end ? iso(*told.window->end) : "open", written(told.start), written(told.end));
    text += fmt::format("; nearest {}", told.nearest ? iso(*told.nearest) : "never");
    for (const auto& [field, fact, truth] : told.conditions)
        text += fmt::format("; {} {} {}", name(field), protocol.facts[fact].id, name(truth));
    if (!told.listed) text += "; unlisted";
    if (told.provisional) text += "; provisional";
    if (!told.cut_by.empty()) text += "; cut by" + names(protocol, told.cut_by);
    if (!told.cuts.empty()) text += "; cuts" + names(protocol, told.cuts);
    return text;
}

std::string explained(const std::string& text, std::string_view rule, std::string_view on) {
    const auto given = read_plan_case(text);
    return written(given.protocol, explain(plan_of(given), given.rule(rule), day(on)));
}

const std::string rules =
    "event gone 4..21\n"
    "rule dry avoid 0..3 on=wet\n"
    "rule rinse do 2..10 on=wet\n"
    "rule shave avoid 0..7 on=shave until=gone\n"
    "rule pool avoid 0..30 on=pool count=last unless=never-swims\n"
    "rule dye avoid 0..28 on=dye relevant=long-hair\n"
    "rule hat do 0..open\n";

}  // namespace

TEST_CASE("in force: the sessions and sums behind both ends") {
    const auto two = rules + "sessions 2026-11-22 +12\n";
    CHECK(
        explained(two, "pool", "2026-12-10") ==
        "in-force avoid; 2026-11-22..2027-01-03; start days 1 0; end days 2 30; nearest 2026-12-10; unless never-swims "
        "unknown");
    CHECK(explained(two, "dry", "2026-12-06") ==
          "in-force avoid; 2026-12-04..2026-12-07; start days 2 0; end days 2 3; nearest 2026-12-06; cuts rinse");
    CHECK(explained(two, "hat", "2027-12-05") ==
          "in-force do; 2026-11-22..open; start days 1 0; end none; nearest 2027-12-05");
}

TEST_CASE("an end that an event, an observation or a new session makes") {
    const auto once = rules + "sessions 2026-11-22\n";
    CHECK(explained(once, "shave", "2026-12-01") ==
          "in-force limit; 2026-11-30..2026-12-13; start days 1 8; end event-limit 1 21; nearest 2026-12-01");
    CHECK(explained(once + "observed gone=2026-12-05\n", "shave", "2026-12-01") ==
          "in-force avoid; 2026-11-22..2026-12-04; start days 1 0; end observed 1 0; nearest 2026-12-01");
    const auto soon = rules + "sessions 2026-11-22 +5\n";
    CHECK(explained(soon, "rinse", "2026-11-26") ==
          "in-force do; 2026-11-24..2026-11-26; start days 1 2; end new-session 2 0; nearest 2026-11-26");
}

TEST_CASE("not in force: before, between, after, and the nearest day") {
    const auto two = rules + "sessions 2026-11-22 +12\n";
    CHECK(explained(two, "dry", "2026-11-20") ==
          "before; 2026-11-22..2026-11-25; start days 1 0; end days 1 3; nearest 2026-11-22");
    CHECK(explained(two, "dry", "2026-11-28") ==
          "between; 2026-11-22..2026-11-25; start days 1 0; end days 1 3; nearest 2026-11-25");
    CHECK(explained(two, "dry", "2026-12-02") ==
          "between; 2026-12-04..2026-12-07; start days 2 0; end days 2 3; nearest 2026-12-04");
    CHECK(explained(two, "dry", "2027-02-01") ==
          "after; 2026-12-04..2026-12-07; start days 2 0; end days 2 3; nearest 2026-12-07");
}

TEST_CASE("cut: by whom, and the nearest day that is left") {
    const auto once = rules + "sessions 2026-11-22\n";
    CHECK(explained(once, "rinse", "2026-11-25") ==
          "cut; 2026-11-24..2026-12-02; start days 1 2; end days 1 10; nearest 2026-11-26; cut by dry");
}

TEST_CASE("a fact hides a rule: what it would be; relevance only takes it off lists") {
    CHECK(explained(rules + "sessions 2026-11-22\nfacts never-swims=yes\n", "pool", "2026-12-10") ==
          "hidden; 2026-11-22..2026-12-22; start days 1 0; end days 1 30; nearest never; unless never-swims yes");
    CHECK(explained(rules + "sessions 2026-11-22\nfacts long-hair=no\n", "dye", "2026-12-10") ==
          "in-force avoid; 2026-11-22..2026-12-20; start days 1 0; end days 1 28; nearest 2026-12-10; relevant_to "
          "long-hair no; unlisted");
}

TEST_CASE("a rule that counts from a last session that may not be the last") {
    CHECK(
        explained(rules + "sessions 2026-11-22\nplanned 3\n", "pool", "2026-12-22") ==
        "in-force avoid; 2026-11-22..2026-12-22; start days 1 0; end days 1 30; nearest 2026-12-22; unless never-swims "
        "unknown; provisional");
}

TEST_CASE("dropped and vanished rules have neither window nor day") {
    auto given = read_plan_case(rules + "sessions 2026-11-22\n");
    given.protocol.rules[given.rule("dry")].dropped = true;
    given.protocol.rules[given.rule("hat")].vanished = true;
    const auto plan = plan_of(given);
    CHECK(written(given.protocol, explain(plan, given.rule("dry"), day("2026-11-23"))) == "dropped; nearest never");
    CHECK(written(given.protocol, explain(plan, given.rule("hat"), day("2026-11-23"))) == "vanished; nearest never");
}
