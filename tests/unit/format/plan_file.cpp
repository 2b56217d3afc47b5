#include <smpcare/format.hpp>

#include "unit/format/fixture.hpp"
#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

const char* const rules =
    "event gone 4..21\n"
    "rule dry avoid 0..3 on=wet\n"
    "rule rinse do 2..10 on=wet\n"
    "rule shave avoid 0..7 on=shave until=gone when=bald\n"
    "rule pool avoid 0..30 on=pool count=last\n"
    "rule hat do 0..open\n"
    "sessions 2026-11-22 +12\n"
    "planned 3\n";

std::string document() {
    const auto given = read_plan_case(rules);
    return find_format("json")->plan(plan_of(given), {});
}

/// The document with its first `from` made `to`.
std::string changed(const std::string& from, const std::string& to) {
    auto text = document();
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string refused(std::string text) {
    Diagnostics found;
    CHECK_FALSE(read_plan_file({"old.json", std::move(text)}, found));
    std::string lines;
    for (const Diagnostic& one : found.all())
        lines += location(one.span) + " " + std::string{name(one.code)} + ": " + message(one, "en") + "\n";
    return lines;
}

const std::string plan_fault = "old.json not-a-plan: this is not a plan of ours: ";

}  // namespace

TEST_CASE("what is written comes back: every rule with its windows") {
    const auto given = read_plan_case(rules);
    const auto plan = plan_of(given);
    Diagnostics found;
    const auto read = read_plan_file({"old.json", find_format("json")->plan(plan, {})}, found);
    REQUIRE(read);
    CHECK(found.all().empty());
    CHECK(read->sessions == plan.sessions);
    REQUIRE(read->rules.size() == plan.items.size());
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
        const auto& item = plan.items[i];
        const auto& rule = read->rules[i];
        CHECK(rule.id == given.protocol.rules[item.rule].id);
        CHECK(rule.kind == given.protocol.rules[item.rule].kind);
        CHECK(rule.part(Part::provisional) == PartValue(waits_for_sessions(plan, item)));
        CHECK((rule.part(Part::condition) == PartValue()) == item.unknown.empty());
        REQUIRE(rule.windows.size() == item.windows.size());
        for (std::size_t w = 0; w < item.windows.size(); ++w) {
            CHECK(rule.windows[w].kind == item.windows[w].kind);
            CHECK(rule.windows[w].start == item.windows[w].start);
            CHECK(rule.windows[w].end == item.windows[w].end);
            CHECK(rule.windows[w].after_sessions == item.windows[w].after_sessions);
        }
    }
    CHECK_FALSE(compare(*read, *read).any());
}

TEST_CASE("what is not JSON is refused at line and column") {
    CHECK(refused("") == "old.json empty-file: 'old.json' is empty\n");
    CHECK(refused("{\n  \"schema\" 1\n}\n") == "old.json:2:12 not-json: this is not JSON: this does not belong here\n");
    CHECK(refused("{\n  \"schema\": \"smpcare.plan/1\",\n") ==
          "old.json:3:1 not-json: this is not JSON: it ends too soon\n");
    CHECK(refused("{\"a\": 1e999}") == "old.json not-json: this is not JSON: it holds a number that is too large\n");
    CHECK(refused("{\"a\": 1, \"a\": 2}") == "old.json duplicate-key: 'a' is given twice\n");
    CHECK(refused("{\"\xff\": 1}").starts_with("old.json:1:3 not-json: "));
    CHECK(refused(std::string(100000, '[')).starts_with("old.json:1:"));
}

TEST_CASE("JSON that is no plan of ours is refused with the key") {
    CHECK(refused("[]") == plan_fault + "schema must be smpcare.plan/1 or smpcare.plan/2\n");
    CHECK(refused("{}") == plan_fault + "schema must be a text\n");
    CHECK(refused(changed("smpcare.plan/2", "smpcare.plan/3")) ==
          plan_fault + "schema must be smpcare.plan/1 or smpcare.plan/2\n");
    CHECK(refused(changed("\"2026-11-22\"", "\"2026-11-31\"")) ==
          plan_fault + "sessions/0 must be a date such as 2026-11-22\n");
    CHECK(refused(changed("\"2026-12-04\"", "\"2026-11-22\"")) ==
          plan_fault + "sessions must be in order, each date once\n");
    CHECK(refused(changed("\"kind\": \"avoid\"", "\"kind\": \"ban\"")) ==
          plan_fault + "items/0/kind must be avoid, ask, limit, do, expect, visit or warn\n");
    CHECK(refused(changed("\"end\": \"2026-11-25\"", "\"end\": \"2026-11-21\"")) ==
          plan_fault + "items/0/windows/0/end must be no earlier than the start\n");
    CHECK(refused(changed("\"end\": \"2026-11-25\"", "\"stop\": \"2026-11-25\"")) ==
          plan_fault + "items/0/windows/0/end must be a date or null\n");
    CHECK(refused(changed("\"provisional\": false", "\"provisional\": 0")) ==
          plan_fault + "items/4/provisional must be true or false\n");
    CHECK(refused(changed("\"rule\": \"rinse\"", "\"rule\": \"dry\"")) ==
          plan_fault + "items must be one for each rule, but 'dry' is there twice\n");
    CHECK(refused(changed("\"windows\": [", "\"windows\": 3, \"w\": [")) ==
          plan_fault + "items/0/windows must be a list\n");
    CHECK(refused(changed("            1\n", "            7\n")) ==
          plan_fault + "items/0/windows/0/after_sessions/0 must be the number of a session\n");
}

TEST_CASE("plans that are printed differently are different, whatever it is that differs") {
    struct Given {
        Protocol protocol = format_fixture::small_protocol();
        Plan plan;
    };
    using Change = void (*)(Given&);
    const Change changes[] = {
        [](Given& given) { given.protocol.rules[0].title = "Water"; },
        [](Given& given) { given.protocol.rules[0].detail = "No."; },
        [](Given& given) { given.protocol.rules[1].times_per_day = 3; },
        [](Given& given) { given.protocol.rules[1].every = 2; },
        [](Given& given) { given.protocol.rules[6].help = Help::emergency; },
        [](Given& given) { given.protocol.title = "Other"; },
        [](Given& given) { given.protocol.id = "other"; },
        [](Given& given) { given.protocol.version = "2"; },
        [](Given& given) { given.protocol.fingerprint[0] = 'f'; },
        [](Given& given) { given.protocol.day_one = true; },
        [](Given& given) { given.protocol.clinic.name = "C"; },
        [](Given& given) { given.protocol.clinic.phone = {"1"}; },
        [](Given& given) { given.protocol.clinic.email = "C"; },
        [](Given& given) { given.protocol.clinic.address = "C"; },
        [](Given& given) { given.protocol.clinic.url = "C"; },
        [](Given& given) { given.protocol.clinic.emergency = {"1"}; },
        [](Given& given) { given.protocol.facts[0].title = "Long hair"; },
        [](Given& given) { given.plan.client_name = "Bob"; },
        [](Given& given) { given.plan.client_id = "b"; },
        [](Given& given) {
            given.plan.labels = {{"Area", "crown"}};
        },
        [](Given& given) { given.plan.items[0].provisional = true; },
        [](Given& given) { given.plan.items[4].unknown.clear(); },
        [](Given& given) { *given.plan.items[0].windows[0].end += Days{1}; },
        [](Given& given) {
            given.plan.notices = {{Severity::notice, Code::sessions_close, {}, {1, 2, 3, 7}, {}}};
        },
    };
    const auto recorded = [](const Given& given) {
        Diagnostics found;
        return *read_plan_file({"plan.json", find_format("json")->plan(given.plan, {})}, found);
    };
    const auto made = [](Given& given) {
        given.plan = format_fixture::small_plan(given.protocol);
        given.protocol.rules[7].target = 42;
    };
    Given before;
    made(before);
    Style style;
    style.today = *parse_date("2026-11-27");  // pages tell the number of a day only of today
    const auto page = find_format("md")->plan(before.plan, style);
    for (std::size_t i = 0; i < std::size(changes); ++i) {
        CAPTURE(i);
        Given after;
        made(after);
        changes[i](after);
        CHECK(find_format("md")->plan(after.plan, style) != page);
        const auto found = compare(recorded(before), recorded(after));
        CHECK(found.any());
        CHECK(find_format("text")->difference(found, {}).find("say the same") == std::string::npos);
    }
}
