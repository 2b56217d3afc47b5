// No layer takes a floored day unseen: random files that extend one another, and settings, against the days themselves.

#include "unit/effort.hpp"
#include "unit/plan/property.hpp"
#include "unit/plan/random.hpp"

#include <smpcare/load.hpp>
#include <smpcare/overrides.hpp>
#include <smpcare/plan.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace smpcare;
using namespace smpcare::testing;

namespace {

/// A file that lives in a test.
struct Layered {
    std::vector<std::string> files;  ///< lowest first; each but the first extends the one before
    std::vector<std::vector<Setting>> settings;

    /// The first `layers` of them: files, then lists of settings.
    [[nodiscard]] std::optional<Protocol> loaded(std::size_t layers, Diagnostics& found) const {
        const auto top = std::min(layers, files.size()) - 1;
        LoadRequest request{{name_of(top), files[top]}, {}, {}, {}};
        request.reader = [&](const std::string& name, const Span&, Diagnostics&) -> std::optional<SourceText> {
            for (std::size_t i = 0; i < files.size(); ++i)
                if (name_of(i) == name) return SourceText{name, files[i]};
            return std::nullopt;
        };
        for (std::size_t i = files.size(); i < layers; ++i) request.settings.push_back(settings[i - files.size()]);
        return load_protocol(std::move(request), found);
    }

    static std::string name_of(std::size_t layer) { return "l" + std::to_string(layer) + ".toml"; }

    [[nodiscard]] std::string told() const {
        std::string text;
        for (const auto& file : files) text += file + "----\n";
        for (const auto& list : settings)
            for (const auto& setting : list) text += "--set " + setting_text(setting) + '\n';
        return text;
    }
};

std::string number_field(const char* name, int value) {
    return std::string(name) + " = " + std::to_string(value) + '\n';
}

constexpr const char* rule_ids[] = {"r0", "r1", "r2", "r3"};

std::string random_rule_text(Dice& dice, int number) {
    constexpr const char* kinds[] = {"avoid", "avoid", "ask", "limit", "limit", "do", "expect", "warn"};
    constexpr const char* counts[] = {"each", "first", "last"};
    const std::string kind = kinds[static_cast<std::size_t>(dice.from_to(0, 7))];
    std::string text =
        "[[rule]]\nid = \"" + std::string(rule_ids[number]) + "\"\nkind = \"" + kind + "\"\ntitle = \"T\"\n";
    text += "count_from = \"" + std::string(counts[static_cast<std::size_t>(dice.from_to(0, 2))]) + "\"\n";
    const int from = dice.one_in(2) ? 0 : dice.from_to(0, 6);
    const bool leans = number == 3 && dice.one_in(2);
    text += leans ? "from = { after = \"r0\" }\n" : number_field("from", from);
    if (!dice.one_in(8))
        text +=
            leans ? "through = { after = \"r0\", days = 9 }\n" : number_field("through", from + dice.from_to(0, 20));
    if (dice.one_in(3) == false) text += number_field("floor", dice.from_to(0, 14));
    if ((kind == "avoid" || kind == "limit") && dice.one_in(3)) text += "until = \"gone\"\n";
    if (kind == "warn" && dice.one_in(2)) text += "help = \"doctor\"\n";
    return text;
}

std::string random_base(Dice& dice) {
    std::string text = "schema = 2\n[protocol]\nid = \"b\"\ntitle = \"B\"\nversion = \"1\"\nlanguage = \"en\"\n";
    text += number_field("series_gap", dice.from_to(5, 60));
    text += "[event.gone]\nby = 25\n[event.soon]\nby = 4\n";
    for (int i = 0; i < 4; ++i) text += random_rule_text(dice, i);
    return text;
}

/// A field of a rule and a new value, as TOML.
std::pair<std::string, std::string> random_change(Dice& dice) {
    switch (dice.from_to(0, 5)) {
        case 0:
            return {"from", std::to_string(dice.from_to(0, 6))};
        case 1:
            return {"until", dice.one_in(2) ? "\"soon\"" : "\"gone\""};
        case 2:
            return {"drop", "true"};
        case 3:
            return {"floor", std::to_string(dice.from_to(5, 16))};
        default:
            return {"through", dice.one_in(8) ? "\"open\"" : std::to_string(dice.from_to(0, 24))};
    }
}

std::string random_layer(Dice& dice, std::size_t number) {
    std::string text = "schema = 2\n[protocol]\nextends = \"./" + Layered::name_of(number - 1) + "\"\n";
    if (dice.one_in(2)) text += number_field("series_gap", dice.from_to(2, 90));
    for (const auto* const id : rule_ids) {
        if (!dice.one_in(4)) continue;
        const auto [field, value] = random_change(dice);
        text += std::string("[override.") + id + "]\n" + field + " = " + value + '\n';
        if (dice.one_in(5)) text += "accept_below_floor = true\nreason = \"meant\"\n";
    }
    return text;
}

std::vector<Setting> random_settings(Dice& dice) {
    std::vector<Setting> settings;
    const std::string rule = rule_ids[dice.from_to(0, 3)];
    auto [field, value] = random_change(dice);
    std::erase(value, '"');
    settings.push_back({rule, field, value, Operation::set, "meant", whole("--set")});
    if (dice.one_in(5))
        settings.push_back({rule, "accept_below_floor", "true", Operation::set, "meant", whole("--accept")});
    return settings;
}

Layered random_layers(Dice& dice) {
    Layered made;
    made.files.push_back(random_base(dice));
    if (dice.one_in(2) == false) made.files.push_back(random_layer(dice, 1));
    if (dice.one_in(3)) made.files.push_back(random_layer(dice, made.files.size()));
    if (dice.one_in(2)) made.settings.push_back(random_settings(dice));
    if (dice.one_in(3)) made.settings.push_back(random_settings(dice));
    return made;
}

/// On which days, counted from the first session, each rule is in force as the floors count it.
std::vector<std::vector<bool>> days_in_force(const Protocol& protocol, const Case& client, int horizon) {
    Diagnostics found;
    const auto plan = make_plan(protocol, client, Scope::all, found);
    REQUIRE(plan);
    std::vector<std::vector<bool>> all(protocol.rules.size(),
                                       std::vector<bool>(static_cast<std::size_t>(horizon), false));
    for (const auto& item : plan->items) {
        const auto& rule = protocol.rules[item.rule];
        for (const auto& window : item.declared) {
            if (window.kind != rule.kind) continue;  // the tail of an `avoid` frees it
            const int first = day_number(plan->sessions.front(), window.start);
            const int last = window.end ? day_number(plan->sessions.front(), *window.end) : horizon - 1;
            for (int day = first; day <= std::min(last, horizon - 1); ++day)
                all[item.rule][static_cast<std::size_t>(day)] = true;
        }
    }
    return all;
}

/// How often layers accepted a loss of the rule's days.
std::ptrdiff_t acceptances(const Protocol& protocol, std::size_t rule) {
    return std::ranges::count(protocol.rules[rule].changes, Field::accept_below_floor, &ValueChange::field);
}

/// The first floored day that `up` takes from `below` without an acceptance, as a text; "" where none is.
std::string lost(const Protocol& below, const Protocol& up, const Case& client) {
    constexpr int horizon = 1100;
    const auto before = days_in_force(below, client, horizon), after = days_in_force(up, client, horizon);
    for (std::size_t i = 0; i < below.rules.size(); ++i) {
        const auto& rule = below.rules[i];
        const bool calls = rule.kind == Kind::warn && rule.help && *rule.help != Help::practitioner;
        auto floor = std::max(rule.floor.value_or(-1), up.rules[i].floor.value_or(-1));
        if (calls) floor = rule.through.value_or(horizon);
        if (rule.dropped || acceptances(up, i) > acceptances(below, i)) continue;
        for (const auto& session : client.sessions)
            for (int day = rule.from; day <= floor; ++day) {
                const auto at = day_number(client.sessions.front().date, session.date) + day;
                if (at < 0 || at >= horizon) continue;
                if (before[i][static_cast<std::size_t>(at)] && !after[i][static_cast<std::size_t>(at)])
                    return rule.id + " on day " + std::to_string(day) + " after " + iso(session.date);
            }
    }
    return {};
}

Case random_client(Dice& dice) {
    Case client;
    auto date = *parse_date("2026-11-22");
    for (int left = dice.from_to(1, 5); left > 0; --left) {
        client.sessions.push_back({date, {}});
        date = date + Days{dice.one_in(2) ? dice.from_to(1, 40) : dice.from_to(1, 200)};
    }
    return client;
}

}  // namespace

namespace {

/// What the layers of one seed take unseen, or ""; counts those that were judged.
struct Trial {
    int kept = 0, refused = 0;

    std::string run(std::uint64_t seed) {
        Dice dice(seed);
        const auto layers = random_layers(dice);
        Diagnostics none;
        auto below = layers.loaded(1, none);
        for (std::size_t layer = 2; below && layer <= layers.files.size() + layers.settings.size(); ++layer) {
            Diagnostics found;
            auto up = layers.loaded(layer, found);
            ++(up ? kept : refused);
            for (int clients = 0; up && clients < 3; ++clients) {
                const auto client = random_client(dice);
                const auto day = lost(*below, *up, client);
                if (!day.empty()) return day + ", layer " + std::to_string(layer) + '\n' + layers.told();
            }
            below = std::move(up);
        }
        return {};
    }
};

}  // namespace

TEST_CASE("no layer takes a floored day without an acceptance") {
    const int rounds = effort(10'000);
    Trial trial;
    for (int i = 0; i < rounds; ++i) {
        const auto seed = start_seed() + static_cast<std::uint64_t>(i);
        const auto wrong = trial.run(seed);
        REQUIRE_MESSAGE(wrong.empty(), "SMPCARE_SEED=", seed, '\n', wrong);
    }
    CHECK(trial.kept > rounds / 4);
    CHECK(trial.refused > rounds / 8);
}

// The inputs on which version 0.1.0 freed a day.

namespace {

Layered with_base(std::string fields, std::string gap = "30") {
    return {{"schema = 2\n[protocol]\nid = \"b\"\ntitle = \"B\"\nversion = \"1\"\nlanguage = \"en\"\nseries_gap = " +
             gap + "\n[event.healed]\nby = 21\n[event.soon]\nby = 4\n[[rule]]\nid = \"r0\"\ntitle = \"R\"\n" + fields},
            {}};
}

std::vector<Code> codes_of(Layered layers, const std::string& more, std::vector<std::vector<Setting>> settings = {}) {
    if (!more.empty()) layers.files.push_back("schema = 2\n[protocol]\nextends = \"./l0.toml\"\n" + more);
    layers.settings = std::move(settings);
    Diagnostics found;
    const auto protocol = layers.loaded(layers.files.size() + layers.settings.size(), found);
    std::vector<Code> codes;
    for (const auto& fault : found.all()) codes.push_back(fault.code);
    if (protocol)
        for (const auto& notice : protocol->notices) codes.push_back(notice.code);
    return codes;
}

Setting set(const char* field, const char* value, const char* reason = "") {
    return {"r0", field, value, Operation::set, reason, whole(std::string("--set r0.") + field)};
}

using Codes = std::vector<Code>;

}  // namespace

TEST_CASE("another gap between series may not free a floored day") {
    const auto first = with_base("kind = \"avoid\"\ncount_from = \"first\"\nthrough = 7\nfloor = 7\n");
    CHECK(codes_of(first, "series_gap = 90\n") == Codes{Code::series_below_floor});
    CHECK(codes_of(first, "series_gap = 90\n[override.r0]\naccept_below_floor = true\nreason = \"so\"\n") ==
          Codes{Code::floor_accepted});
    CHECK(codes_of(first, "series_gap = 20\n") == Codes{});
    const auto last = with_base("kind = \"avoid\"\ncount_from = \"last\"\nthrough = 7\nfloor = 7\n");
    CHECK(codes_of(last, "series_gap = 20\n") == Codes{});
    const auto open = with_base("kind = \"avoid\"\ncount_from = \"first\"\nfloor = 7\n");
    CHECK(codes_of(open, "series_gap = 90\n") == Codes{});
}

TEST_CASE("what a limit waits for may not free a floored day") {
    const auto base = with_base("kind = \"limit\"\nthrough = 3\nfloor = 7\nuntil = \"healed\"\n");
    CHECK(codes_of(base, "[override.r0]\nuntil = \"soon\"\n") == Codes{Code::below_floor});
    CHECK(codes_of(base, "[override.r0]\nuntil = \"soon\"\naccept_below_floor = true\nreason = \"so\"\n") ==
          Codes{Code::floor_accepted});
}

TEST_CASE("a row's settings and a command's are two layers") {
    const auto base = with_base("kind = \"avoid\"\nthrough = 7\nfloor = 7\n");
    const std::vector row{set("through", "9", "so"), set("floor", "10", "so"), set("accept_below_floor", "true", "so")};
    const std::vector command{set("through", "8")};
    CHECK(codes_of(base, "", {row}) == Codes{Code::floor_accepted});
    CHECK(codes_of(base, "", {row, command}) == Codes{Code::below_floor});
    CHECK(codes_of(base, "[override.r0]\nthrough = 3\n", {{set("through", "5")}}) == Codes{Code::below_floor});
}

TEST_CASE("a sign for a doctor is told on every day of it, unless that is accepted") {
    const auto base = with_base("kind = \"warn\"\nhelp = \"doctor\"\nfrom = 1\nthrough = 56\n");
    CHECK(codes_of(base, "[override.r0]\ndrop = true\n") == Codes{Code::sign_below_floor});
    CHECK(codes_of(base, "[override.r0]\nthrough = 50\nreason = \"so\"\n") == Codes{Code::sign_below_floor});
    CHECK(codes_of(base, "[override.r0]\nthrough = 60\n") == Codes{});
    CHECK(codes_of(base, "[override.r0]\ndrop = true\naccept_below_floor = true\nreason = \"so\"\n") ==
          Codes{Code::sign_accepted});
    const auto mild = with_base("kind = \"warn\"\nhelp = \"practitioner\"\nthrough = 56\n");
    CHECK(codes_of(mild, "[override.r0]\ndrop = true\n") == Codes{});
}
