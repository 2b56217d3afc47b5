// Layers: what extends, override files and settings make of a protocol, and the history that they leave.

#include "unit/told.hpp"

#include <smpcare/load.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <map>

using namespace smpcare;

namespace {

constexpr std::string_view base = R"(schema = 1
[protocol]
id = "base"
title = "Base"
version = "1"
language = "en"
reviewed = 2026-01-01
min_gap = 7
[clinic]
name = "Base clinic"
phone = "1"
[source.guide]
title = "Guide"
[activity.swim]
title = "Swim"
[event.healed]
by = 20
[[rule]]
id = "dry"
kind = "avoid"
title = "Dry"
through = 3
floor = 2
sources = ["guide:4"]
[[rule]]
id = "rinse"
kind = "do"
title = "Rinse"
from = { after = "dry", days = 1 }
through = 10
times_per_day = 1
[[rule]]
id = "swim"
kind = "avoid"
activities = ["swim"]
title = "Swim"
through = 30
[[test]]
name = "base"
sessions = [2026-11-22]
on = 2026-11-23
in_force = ["dry"]
)";

const std::string clinic_head = "schema = 1\n[protocol]\nextends = \"base.toml\"\n";

/// Files by name, read as the program would.
using Files = std::map<std::string, std::string>;

Reader reader_of(const Files& files) {
    return [&files](const std::string& name, const Span& at, Diagnostics& found) -> std::optional<SourceText> {
        const auto known = files.find(name);
        if (known != files.end()) return SourceText{name, known->second};
        found.error(Code::no_such_file, at, {name});
        return std::nullopt;
    };
}

struct Loaded {
    std::optional<Protocol> protocol;
    Diagnostics found;

    [[nodiscard]] const Rule& rule(std::string_view id) const {
        REQUIRE(protocol);
        const auto* const rule = protocol->find_rule(id);
        REQUIRE(rule != nullptr);
        return *rule;
    }
    [[nodiscard]] std::vector<Code> codes() const {
        std::vector<Code> codes;
        for (const auto& diagnostic : found.all()) codes.push_back(diagnostic.code);
        return codes;
    }
};

Setting setting(std::string_view text, std::string reason = {}) {
    Diagnostics found;
    auto made = parse_setting(text, whole("--set " + std::string{text}), found);
    REQUIRE(made);
    made->reason = std::move(reason);
    return *made;
}

Loaded load(const Files& files, const std::string& top, std::vector<SourceText> overrides = {},
            std::vector<Setting> settings = {}) {
    Loaded loaded;
    loaded.protocol = load_protocol(
        {{top, files.at(top)}, reader_of(files), std::move(overrides), {std::move(settings)}}, loaded.found);
    CHECK(loaded.protocol.has_value() == !loaded.found.has_errors());
    return loaded;
}

Loaded with_settings(std::vector<Setting> settings) {
    return load({{"base.toml", std::string{base}}}, "base.toml", {}, std::move(settings));
}

std::string told(const Protocol& protocol, const ValueChange& change) {
    const auto& [kind, span, rule, end] = change.by;
    const auto by =
        kind == Cause::Kind::leaned_on ? protocol.rules[rule].id + '.' + std::string{name(end)} : location(span);
    return std::string{name(change.field)} + ": " + change.from + " -> " + change.to + ", " + by +
           (change.reason.empty() ? "" : " (" + change.reason + ")");
}

std::vector<std::string> history(const Loaded& loaded, std::string_view rule) {
    std::vector<std::string> lines;
    for (const auto& change : loaded.rule(rule).changes) lines.push_back(told(*loaded.protocol, change));
    return lines;
}

using Lines = std::vector<std::string>;
using Codes = std::vector<Code>;

}  // namespace

TEST_CASE("a value keeps its whole history, lowest layer first") {
    const Files files{{"base.toml", std::string{base}},
                      {"clinic.toml", clinic_head + "[override.swim]\nthrough = 33\nreason = \"ours\"\n"}};
    const auto loaded = load(files, "clinic.toml",
                             {{"a.toml", "schema = 1\n[override.swim]\nthrough = \"5 weeks\"\n"},
                              {"b.toml", "schema = 1\n[override.swim]\nthrough = { add = 5 }\n"}},
                             {setting("swim.through-=2", "one client"), setting("swim.through=open")});
    CHECK(history(loaded, "swim") == Lines{
                                         "through: 30 -> 33, clinic.toml:5:1 (ours)",
                                         "through: 33 -> 35, a.toml:3:1",
                                         "through: 35 -> 40, b.toml:3:1",
                                         "through: 40 -> 38, --set swim.through-=2 (one client)",
                                         "through: 38 -> open, --set swim.through=open",
                                     });
    CHECK_FALSE(loaded.rule("swim").through);
    CHECK(loaded.rule("dry").changes.empty());
    const auto& origins = loaded.rule("swim").origins;
    CHECK(location(origins.back().span) == "--set swim.through=open");
}

TEST_CASE("what leans on an overridden rule moves, and says so") {
    const auto loaded = with_settings({setting("dry.through=5")});
    CHECK(loaded.rule("rinse").from == 7);
    CHECK(history(loaded, "rinse") == Lines{"from: 5 -> 7, dry.through"});
    const auto moved = with_settings({setting("rinse.from+=2")});
    CHECK(moved.rule("rinse").from == 7);
    CHECK(history(moved, "rinse")[0] == "from: after dry + 1 -> after dry + 3, --set rinse.from+=2");
}

TEST_CASE("a review is of the file that it stands in") {
    const auto head = [](const std::string& lines) { return "schema = 2\n[protocol]\n" + lines; };
    const auto base_with_review = head(
        "id = \"b\"\ntitle = \"B\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n"
        "reviewed_by = \"Kim\"\nreviewed = 2026-11-01\n"
        "[[rule]]\nid = \"r\"\nkind = \"do\"\ntitle = \"R\"\n");
    const Files files{{"b.toml", base_with_review},
                      {"plain.toml", head("extends = \"b.toml\"\n")},
                      {"named.toml", head("extends = \"b.toml\"\nreviewed_by = \"Lee\"\n")}};
    const auto base_alone = load(files, "b.toml"), plain = load(files, "plain.toml"), named = load(files, "named.toml");
    REQUIRE(base_alone.protocol);
    REQUIRE(plain.protocol);
    REQUIRE(named.protocol);
    CHECK(base_alone.protocol->reviewed_by == "Kim");
    CHECK(base_alone.protocol->reviewed.has_value());
    CHECK(plain.protocol->reviewed_by.empty());
    CHECK_FALSE(plain.protocol->reviewed.has_value());
    CHECK(named.protocol->reviewed_by == "Lee");
    CHECK_FALSE(named.protocol->reviewed.has_value());
}

TEST_CASE("a file that extends replaces heads, adds things, and brings its own tests") {
    const Files files{{"base.toml", std::string{base}}, {"rules/clinic.toml", R"(schema = 1
[protocol]
id = "clinic"
extends = "../base.toml"
min_gap = 9
[clinic]
phone = "2"
[fact.f]
title = "F"
[[rule]]
id = "new"
kind = "avoid"
activities = ["swim"]
title = "New"
from = { after = "dry" }
through = 9
when = ["f"]
sources = ["guide"]
[[test]]
name = "own"
sessions = [2026-11-22]
on = 2026-11-27
in_force = ["new"]
)"}};
    const auto loaded = load(files, "rules/clinic.toml");
    REQUIRE(loaded.protocol);
    const auto& protocol = *loaded.protocol;
    CHECK(protocol.id == "clinic");
    CHECK(protocol.title == "Base");
    CHECK(protocol.min_gap == 9);
    CHECK(protocol.clinic.name == "Base clinic");
    CHECK(protocol.clinic.phone == std::vector<std::string>{"2"});
    CHECK(protocol.rules.back().id == "new");
    CHECK(protocol.rules.back().from == 4);
    REQUIRE(protocol.tests.size() == 1);
    CHECK(protocol.tests[0].name == "own");
    CHECK(protocol.rules.back().changes.empty());
}

TEST_CASE("an id of the file below cannot be used again") {
    for (const auto* const table : {"[source.guide]", "[activity.swim]", "[event.healed]\nby = 3",
                                    "[[rule]]\nid = \"dry\"\nkind = \"do\"\ntitle = \"T\""}) {
        CAPTURE(table);
        const Files files{{"base.toml", std::string{base}}, {"clinic.toml", clinic_head + table + "\n"}};
        const auto loaded = load(files, "clinic.toml");
        REQUIRE(loaded.codes() == Codes{Code::duplicate_id});
        CHECK(told(loaded.found.all()[0].args[2]).starts_with("base.toml:"));
        CHECK(location(loaded.found.all()[0].span).starts_with("clinic.toml:"));
    }
}

TEST_CASE("a fingerprint is over all layers, in their order, and the settings") {
    const auto print = [](const Loaded& loaded) {
        REQUIRE(loaded.protocol);
        return loaded.protocol->fingerprint;
    };
    const SourceText a{"a.toml", "schema = 1\n[override.swim]\nthrough = 31\n"};
    const SourceText b{"b.toml", "schema = 1\n[override.swim]\nthrough = 32\n"};
    const Files files{{"base.toml", std::string{base}}};
    std::vector<std::string> prints{
        print(load(files, "base.toml")),
        print(load(files, "base.toml", {a})),
        print(load(files, "base.toml", {a, b})),
        print(load(files, "base.toml", {b, a})),
        print(with_settings({setting("swim.through=31")})),
        print(with_settings({setting("swim.through=31", "why")})),
        print(with_settings({setting("swim.through+=1")})),
    };
    std::sort(prints.begin(), prints.end());
    CHECK(std::unique(prints.begin(), prints.end()) == prints.end());
}

TEST_CASE("a dropped rule stays, and says so; who leans on it is named") {
    const auto loaded = with_settings({drop_setting("swim", whole("--drop swim"))});
    CHECK(loaded.rule("swim").dropped);
    CHECK(history(loaded, "swim") == Lines{"drop:  -> true, --drop swim"});
    const auto leaned = with_settings({setting("dry.accept_below_floor=true", "x"), setting("dry.drop=true", "x")});
    CHECK(leaned.codes() == Codes{Code::leans_on_dropped});
    CHECK(told(leaned.found.all()[0].args) == Lines{"rinse", "dry"});
    const auto both = with_settings({setting("dry.accept_below_floor=true", "x"), setting("dry.drop=true", "x"),
                                     drop_setting("rinse", whole("--drop rinse"))});
    CHECK(both.rule("dry").dropped);
    CHECK(both.rule("rinse").dropped);
}

TEST_CASE("the chain of files is followed, and not too far") {
    Files circle{{"a.toml", "schema = 1\n[protocol]\nextends = \"x/b.toml\"\n"},
                 {"x/b.toml", "schema = 1\n[protocol]\nextends = \"../c.toml\"\n"},
                 {"c.toml", "schema = 1\n[protocol]\nextends = \"./a.toml\"\n"},
                 {"self.toml", "schema = 1\n[protocol]\nextends = \"self.toml\"\n"}};
    const auto round = load(circle, "a.toml");
    CHECK(round.codes() == Codes{Code::extends_itself});
    CHECK(told(round.found.all()[0].args) == Lines{"a.toml, x/b.toml, c.toml, a.toml"});
    CHECK(location(round.found.all()[0].span) == "c.toml:3:11");
    CHECK(told(load(circle, "self.toml").found.all()[0].args) == Lines{"self.toml, self.toml"});

    const auto chain = [](int files) {
        Files made{{"0.toml", std::string{base}}};
        for (int i = 1; i < files; ++i)
            made[std::to_string(i) + ".toml"] =
                "schema = 1\n[protocol]\nextends = \"" + std::to_string(i - 1) + ".toml\"\n";
        return made;
    };
    CHECK(load(chain(16), "15.toml").protocol);
    CHECK(load(chain(17), "16.toml").codes() == Codes{Code::extends_too_deep});
}

TEST_CASE("leaning in a circle through three files is named by every link") {
    const auto rule = [](std::string id, std::string on) {
        return "[[rule]]\nid = \"" + id + "\"\nkind = \"do\"\ntitle = \"T\"\nthrough = { after = \"" + on + "\" }\n";
    };
    const Files files{{"base.toml", std::string{base} + rule("a", "dry")},
                      {"b.toml", clinic_head + rule("b", "a")},
                      {"c.toml", "schema = 1\n[protocol]\nextends = \"b.toml\"\n" + rule("c", "b")}};
    const auto overrides = SourceText{"o.toml", "schema = 1\n[override.a]\nthrough = { after = \"c\" }\n"};
    const auto loaded = load(files, "c.toml", {overrides});
    REQUIRE(loaded.codes() == Codes{Code::leans_on_itself});
    CHECK(told(loaded.found.all()[0].args[0]).find("a.through, c.through, b.through") != std::string::npos);
}

TEST_CASE("what cannot be overridden is refused, each by its own fault") {
    const std::pair<std::string, Code> bad[] = {
        {"swin.through=3", Code::unknown_rule},
        {"swim.throuh=3", Code::unknown_field},
        {"swim.through=+3", Code::plus_sign},
        {"swim.through=-3", Code::negative_number},
        {"swim.through=40000", Code::number_too_large},
        {"swim.through=2 weks", Code::bad_duration},
        {"swim.from=2 weeks", Code::wrong_type},
        {"swim.kind=do", Code::not_overridable},
        {"swim.title+=3", Code::cannot_move},
        {"swim.until=heald", Code::unknown_event},
        {"swim.times_per_day=2", Code::not_for_kind},
        {"rinse.times_per_day=0", Code::bad_value},
        {"rinse.times_per_day=two", Code::wrong_type},
        {"swim.drop=yes", Code::wrong_type},
        {"swim.reason=because", Code::bad_setting},
        {"dry.floor=1", Code::floor_lowered},
        {"dry.accept_below_floor=true", Code::acceptance_without_reason},
        {"dry.through=open", Code::leans_on_open},
        {"rinse.from-=2", Code::negative_number},
        {"swim.through-=31", Code::negative_number},
        {"swim.from=31", Code::ends_before_start},
        {"dry.through=1", Code::below_floor},
        {"dry.from=1", Code::below_floor},
    };
    for (const auto& [setting_text, code] : bad) {
        const auto& text = setting_text;
        CAPTURE(text);
        const auto loaded = with_settings({setting(text)});
        CHECK_FALSE(loaded.protocol);
        CHECK(loaded.codes() == Codes{code});
        if (!loaded.found.all().empty()) CHECK(location(loaded.found.all()[0].span) == "--set " + text);
    }
    const auto open = with_settings({setting("swim.through=open"), setting("swim.through+=1")});
    CHECK(open.codes() == Codes{Code::cannot_move});
}

TEST_CASE("texts that are no settings are refused before any rule is looked at") {
    for (const auto* const text : {"", "=", "swim", "swim.through", "swim.through=", ".through=3", "swim.=3", "swim=3",
                                   "swim.through+=", "swim.through+=x", "swim.through+=+3", "swim.through-=-3",
                                   "swim.+=3", "swim.through+=9999999999"}) {
        CAPTURE(text);
        Diagnostics found;
        CHECK_FALSE(parse_setting(text, {}, found));
        REQUIRE(found.all().size() == 1);
        CHECK(found.all()[0].code == Code::bad_setting);
    }
    CHECK(setting("a.title=x.y=z").value == "x.y=z");
    CHECK(setting_text(setting("a.through-=3")) == "a.through-=3");
}

TEST_CASE("a file of overrides holds nothing else, and its faults stand at their places") {
    const Files files{{"base.toml", std::string{base}}};
    const auto refused = [&](const std::string& text) { return load(files, "base.toml", {{"o.toml", text}}).codes(); };
    CHECK(refused("schema = 1\n[protocol]\nid = \"x\"\n") == Codes{Code::only_overrides});
    CHECK(refused("schema = 1\n[[rule]]\nid = \"x\"\n") == Codes{Code::only_overrides});
    CHECK(refused("schema = 1\n[overide.swim]\nthrough = 3\n") == Codes{Code::unknown_field});
    CHECK(refused("schema = 1\n[override.swim]\nthrough = +2\n") == Codes{Code::plus_sign});
    CHECK(refused("schema = 1\n[override.swim]\nthrough = { add = +2 }\n") == Codes{Code::plus_sign});
    CHECK(refused("schema = 1\n[override.swim]\nthrough = { add = 2, days = 1 }\n") == Codes{Code::unknown_field});
    CHECK(refused("schema = 1\n[override]\nswim = 3\n") == Codes{Code::wrong_type});
    CHECK(refused("[override.swim]\nthrough = 3\n") == Codes{Code::missing_field});
    CHECK(refused("schema = 3\n") == Codes{Code::newer_schema});
    CHECK(refused("") == Codes{Code::empty_file});
}

TEST_CASE("ten thousand overrides are read at once") {
    std::string text{base.substr(0, base.find("[[test]]"))};
    std::string overrides = "schema = 1\n";
    for (int i = 0; i < 10'000; ++i) {
        const auto id = "r" + std::to_string(i);
        text += "[[rule]]\nid = \"" + id + "\"\nkind = \"do\"\ntitle = \"T\"\nthrough = 3\n";
        overrides += "[override." + id + "]\nthrough = 4\n";
    }
    const auto start = std::clock();  // processor time: a busy machine is no fault
    const auto loaded = load({{"base.toml", text}}, "base.toml", {{"o.toml", overrides}});
    REQUIRE(loaded.protocol);
    CHECK(loaded.rule("r9999").through == 4);
    std::vector<Setting> settings(10'000, setting("swim.through+=1"));
    settings.resize(6'000);
    CHECK(with_settings(settings).rule("swim").through == 6'030);
    // Generous: a sanitizer's build is many times slower than what users run.
    CHECK((std::clock() - start) / CLOCKS_PER_SEC < 5);
}
