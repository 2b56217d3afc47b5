// What the shipped protocols promise: every instruction of the guide has its rule, and nobody is told to do and to
// avoid one thing.

#include <smpcare/ask.hpp>
#include <smpcare/load.hpp>
#include <smpcare/plan.hpp>

#include "unit/effort.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

using namespace smpcare;

namespace {

Protocol shipped(std::string_view id) {
    Diagnostics found;
    auto protocol = load_protocol(*built_in(id), found);
    REQUIRE(protocol);
    REQUIRE(found.all().empty());
    CHECK(protocol->id == id);
    for (const auto& notice : protocol->notices) CHECK(notice.code == Code::floor_accepted);
    return std::move(*protocol);
}

struct Instruction {
    std::string item;
    std::vector<std::string> rules;
};

/// Lines of `1b | not to pick | no-picking no-scratch | words of theirs`; `#` begins a comment. "summary" is no rule:
/// the protocol's own text; seed.py looks for the words.
std::vector<Instruction> guide_table() {
    std::ifstream file(SMPCARE_SOURCE_DIR "/tests/rules/guide.txt");
    std::vector<Instruction> table;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream item(line.substr(0, line.find('|')));
        const auto words = line.rfind('|'), rules_begin = line.rfind('|', words - 1) + 1;
        std::istringstream rules(line.substr(rules_begin, words - rules_begin));
        Instruction instruction;
        item >> instruction.item;
        for (std::string rule; rules >> rule;) instruction.rules.push_back(rule);
        table.push_back(instruction);
    }
    return table;
}

/// "3.4" and "3" are both section 3; "1b" is an item of its own.
std::string section_of(const std::string& item) { return item.substr(0, item.find('.')); }

bool share_activity(const Rule& a, const Rule& b) {
    return std::find_first_of(a.activities.begin(), a.activities.end(), b.activities.begin(), b.activities.end()) !=
           a.activities.end();
}

/// The first day on which both windows hold and both rules speak for one activity, or nothing.
std::optional<Date> clash(const Plan& plan, const Item& to_do, const Window& a, const Item& to_avoid, const Window& b) {
    for (Date day = std::max(a.start, b.start); a.covers(day) && b.covers(day) && in_range(day); day += Days{1}) {
        const auto doing = activities_on(plan, to_do, day), avoiding = activities_on(plan, to_avoid, day);
        if (std::find_first_of(doing.begin(), doing.end(), avoiding.begin(), avoiding.end()) != doing.end()) return day;
    }
    return std::nullopt;
}

/// A rule that says `do` and one that says `avoid` of the same activity on the same day, or "".
std::string contradiction(const Plan& plan) {
    const auto& rules = plan.protocol->rules;
    for (const auto& to_do : plan.items) {
        if (rules[to_do.rule].kind != Kind::do_) continue;
        for (const auto& to_avoid : plan.items) {
            if (to_avoid.rule == to_do.rule || !share_activity(rules[to_do.rule], rules[to_avoid.rule])) continue;
            for (const auto& a : to_do.windows)
                for (const auto& b : to_avoid.windows)
                    if (const auto day = clash(plan, to_do, a, to_avoid, b); b.kind == Kind::avoid && day)
                        return rules[to_do.rule].id + " and " + rules[to_avoid.rule].id + " on " + iso(*day);
        }
    }
    return {};
}

/// The n-th way to answer every fact with no, yes or unknown.
std::vector<FactAnswer> answers(const Protocol& protocol, std::size_t n) {
    std::vector<FactAnswer> facts;
    for (const auto& fact : protocol.facts) {
        facts.push_back({fact.id, static_cast<Truth>(n % 3), {}});
        n /= 3;
    }
    return facts;
}

}  // namespace

TEST_CASE("every instruction of the guide has its rule, and every rule that cites the guide its instruction") {
    const auto protocol = shipped("smp-standard");
    const auto table = guide_table();
    REQUIRE(table.size() >= 30);
    std::set<std::string> sections;
    for (const auto& instruction : table) {
        CAPTURE(instruction.item);
        CHECK_FALSE(instruction.rules.empty());
        for (const auto& id : instruction.rules) {
            CAPTURE(id);
            CHECK((id == "summary" ? !protocol.summary.empty() : protocol.find_rule(id) != nullptr));
        }
        sections.insert(section_of(instruction.item));
    }
    CHECK(sections == std::set<std::string>{"0", "1", "1a", "1b", "1c", "1d", "1e", "2", "3", "4", "5", "6", "7"});
    for (const auto& rule : protocol.rules)
        for (const auto& citation : rule.sources)
            if (protocol.sources[citation.source].id == "guide") {
                CAPTURE(rule.id);
                CHECK(sections.contains(citation.section));
            }
}

namespace {

/// The first day of 0 to 400 after a session on which no rule says of the sign what is normal or whom to call.
std::optional<int> unanswered_day(const Protocol& protocol, std::size_t sign) {
    const auto answers = [&](const Rule& rule, int day) {
        return !rule.dropped && rule.from <= day && day <= rule.through.value_or(day) &&
               std::find(rule.signs.begin(), rule.signs.end(), sign) != rule.signs.end();
    };
    for (int day = 0; day <= 400; ++day)
        if (std::none_of(protocol.rules.begin(), protocol.rules.end(),
                         [&](const Rule& rule) { return answers(rule, day); }))
            return day;
    return std::nullopt;
}

}  // namespace

TEST_CASE("no sign is without an answer on any day") {
    for (const auto& known : built_ins()) {
        const auto protocol = shipped(known.id);
        CHECK(protocol.signs.size() >= 27);
        for (std::size_t sign = 0; sign < protocol.signs.size(); ++sign) {
            CAPTURE(known.id);
            CAPTURE(protocol.signs[sign].id);
            CHECK(unanswered_day(protocol, sign) == std::nullopt);
        }
    }
}

TEST_CASE("texts of the shipped rules fit their places") {
    for (const auto& known : built_ins())
        for (const auto& rule : shipped(known.id).rules) {
            CAPTURE(rule.id);
            CHECK((rule.kind == Kind::warn || (!rule.short_title.empty() && rule.title.size() <= 28)));
            CHECK(rule.short_title.size() <= 24);
            CHECK((!rule.why.empty() && rule.why.size() <= 50));
            CHECK(!rule.detail.empty());
            CHECK(rule.headline.size() <= 78);
        }
}

TEST_CASE("the tests that stand beside the rules hold") {
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        const auto protocol = shipped(known.id);
        Diagnostics found;
        CHECK(protocol.tests.size() >= 4);
        for (const auto& outcome : test_outcomes(protocol, found)) {
            CAPTURE(protocol.tests[outcome.test].name);
            CHECK(outcome.passed());
        }
        CHECK(found.all().empty());
    }
}

TEST_CASE("the example of a clinic's file holds, and says what it freed") {
    std::ifstream file(SMPCARE_SOURCE_DIR "/rules/examples/clinic.toml");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Diagnostics found;
    const auto protocol = load_protocol(SourceText{"clinic.toml", text}, found);
    REQUIRE(protocol);
    REQUIRE(protocol->notices.size() == 1);
    CHECK(protocol->notices[0].code == Code::floor_accepted);
    CHECK(protocol->tests.size() >= 4);
    for (const auto& outcome : test_outcomes(*protocol, found)) CHECK(outcome.passed());
    CHECK(found.all().empty());
    std::set<std::string> used;
    for (const auto& rule : protocol->rules)
        for (const auto& change : rule.changes) used.insert(std::string{name(change.field)});
    CHECK(used == std::set<std::string>{"accept_below_floor", "detail", "drop", "floor", "from", "target", "through",
                                        "times_per_day", "title", "until"});
}

namespace {

/// Two to four sessions at gaps that grow by a day, so that not all are alike; or one.
Case client_with(const Protocol& protocol, int sessions, int gap, std::size_t answered) {
    Case client;
    Date date = *parse_date("2026-11-22");
    for (int s = 0; s < sessions; ++s) {
        client.sessions.push_back({date, {}});
        date += Days{std::min(60, gap + s)};
    }
    client.facts = answers(protocol, answered);
    return client;
}

void check_no_contradiction(const Protocol& protocol, int step) {
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < protocol.facts.size(); ++i) combinations *= 3;
    for (int sessions = 1; sessions <= 4; ++sessions)
        for (int gap = 5; gap <= (sessions == 1 ? 5 : 60); gap += step)
            for (std::size_t n = 0; n < combinations; n += static_cast<std::size_t>(step)) {
                Diagnostics found;
                const auto plan = make_plan(protocol, client_with(protocol, sessions, gap, n), Scope::listed, found);
                REQUIRE(plan);
                const auto fault = contradiction(*plan);
                CAPTURE(sessions);
                CAPTURE(gap);
                CAPTURE(n);
                REQUIRE(fault == "");
            }
}

}  // namespace

TEST_CASE("on no day is anybody told both to do and to avoid one activity") {
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        // The others change some numbers of the standard one; every fifth of its cases shows their own faults.
        check_no_contradiction(shipped(known.id), testing::stride(known.id == "smp-standard" ? 1 : 5));
    }
}

namespace {

/// The standard protocol with one setting over it.
std::optional<Protocol> with_setting(const std::string& setting, Diagnostics& found) {
    return load_protocol({*built_in("smp-standard"), {}, {}, {{*parse_setting(setting, whole(setting), found)}}},
                         found);
}

}  // namespace

TEST_CASE("every ban of the standard protocol has a floor, with a source, below which nothing frees it unnoticed") {
    const auto standard = shipped("smp-standard");
    for (const auto& rule : standard.rules) {
        if (rule.kind != Kind::avoid) continue;
        CAPTURE(rule.id);
        REQUIRE(rule.floor);
        CHECK(*rule.floor >= 1);
        CHECK(*rule.floor <= rule.through.value_or(*rule.floor));
        CHECK(rule.sources.size() > 0);

        Diagnostics kept;
        CHECK(with_setting(rule.id + ".through=" + std::to_string(*rule.floor), kept));
        Diagnostics freed;
        CHECK(!with_setting(rule.id + ".through=" + std::to_string(*rule.floor - 1), freed));
        CHECK(std::any_of(freed.all().begin(), freed.all().end(),
                          [](const Diagnostic& fault) { return fault.code == Code::below_floor; }));
    }
}

TEST_CASE("only washing early goes below the standard's floors, knowingly") {
    for (const auto& known : built_ins()) {
        std::vector<std::string> freed;
        for (const auto& rule : shipped(known.id).rules)
            if (rule.below_floor) freed.push_back(rule.id);
        CAPTURE(known.id);
        const bool early = known.id == "smp-wash-early";
        CHECK(freed == (early ? std::vector<std::string>{"keep-dry", "no-cleanser"} : std::vector<std::string>{}));
    }
}
