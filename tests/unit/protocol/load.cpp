#include "unit/told.hpp"

#include <smpcare/load.hpp>

#include <doctest/doctest.h>

// Good files: every field read to its value and its place.

using namespace smpcare;

namespace {

const std::string head = "schema = 1\n[protocol]\nid = \"a\"\ntitle = \"A\"\nversion = \"1\"\nlanguage = \"en\"\n";

Protocol loaded(std::string text, std::string name = "x.toml") {
    Diagnostics found;
    auto protocol = load_protocol(SourceText{std::move(name), std::move(text)}, found);
    for (const auto& diagnostic : found.all())
        MESSAGE(location(diagnostic.span), " code ", static_cast<int>(diagnostic.code));
    REQUIRE(protocol);
    return *std::move(protocol);
}

std::string rule(std::string_view id, std::string_view kind, std::string_view fields) {
    return "[[rule]]\nid = \"" + std::string{id} + "\"\nkind = \"" + std::string{kind} + "\"\ntitle = \"T\"\n" +
           std::string{fields} + '\n';
}

/// "from..through" of a rule, `open` for one without a last day.
std::string window(const Protocol& protocol, std::string_view id) {
    const auto& found = *protocol.find_rule(id);
    return std::to_string(found.from) + ".." + (found.through ? std::to_string(*found.through) : "open");
}

const std::string full = R"(schema = 1
[protocol]
id = "full-one"
title = "Full: é"
version = "2.1"
language = "en-GB"
reviewed = 2026-11-22
series_gap = 60
min_gap = 7
day_one = true
[clinic]
name = "Clinic"
phone = "+1 555 0100"
email = "a@example.com"
address = "Street 1"
url = "https://example.com/"
emergency = "112"
[source.guide]
title = "Guide"
url = "http://example.com/guide"
[source.book]
[activity.zumba]
title = "Dance"
words = ["Dance", "Zumba class"]
[activity.gym]
[fact.long-hair]
title = "Hair is long"
[fact.bald]
[event.scabs-gone]
title = "no scab remains"
from = 4
by = 21
[[rule]]
id = "everything"
kind = "avoid"
activities = ["gym", "zumba"]
title = "Title"
detail = """
First line.
Second line.
"""
from = 1
through = 7
floor = 5
when = ["bald"]
unless = ["long-hair"]
relevant_to = ["long-hair", "bald"]
count_from = "last"
until = "scabs-gone"
sources = ["guide:4b", "book"]
evidence = "strong"
[[rule]]
id = "wash"
kind = "do"
title = "Wash"
times_per_day = 3
every = 2
[[rule]]
id = "next"
kind = "visit"
title = "Next"
from = 10
through = 14
target = 12
[[rule]]
id = "fever"
kind = "warn"
title = "Fever"
help = "emergency"
[[test]]
name = "a day"
sessions = [2026-11-22, 2026-12-06]
on = 2026-11-29
in_force = ["everything"]
not_in_force = ["wash", "next"]
facts = { bald = "no", long-hair = "unknown" }
observed = { scabs-gone = [2026-12-05, 2026-12-19] }
planned = 3
[[test]]
sessions = [2026-11-22]
on = 2026-11-23
observed.scabs-gone = 2026-12-01
)";

}  // namespace

TEST_CASE("the head of a protocol") {
    const auto protocol = loaded(full);
    CHECK(protocol.id == "full-one");
    CHECK(protocol.title == "Full: é");
    CHECK(protocol.version == "2.1");
    CHECK(protocol.language == "en-GB");
    CHECK(iso(protocol.reviewed.value()) == "2026-11-22");
    CHECK(protocol.series_gap == 60);
    CHECK(protocol.min_gap == 7);
    CHECK(protocol.day_one);
    const auto& clinic = protocol.clinic;
    CHECK(clinic.name + '|' + clinic.phone.at(0) + '|' + clinic.email + '|' + clinic.address + '|' + clinic.url + '|' +
              clinic.emergency.at(0) ==
          "Clinic|+1 555 0100|a@example.com|Street 1|https://example.com/|112");
}

TEST_CASE("named things keep the order of the file; a title that is missing is the id") {
    const auto protocol = loaded(full);
    REQUIRE(protocol.sources.size() == 2);
    CHECK(protocol.sources[0].title == "Guide");
    CHECK(protocol.sources[0].url == "http://example.com/guide");
    CHECK(protocol.sources[1].title == "book");
    REQUIRE(protocol.activities.size() == 2);
    CHECK(protocol.activities[0].id == "zumba");
    CHECK(protocol.activities[0].words == std::vector<std::string>{"dance", "zumba class"});
    CHECK(protocol.activities[1].title == "gym");
    CHECK(protocol.find_fact("bald") == 1);
    CHECK_FALSE(protocol.find_fact("gym"));
    CHECK(protocol.find_event("scabs-gone") == 0);
    CHECK(protocol.events[0].from == 4);
    CHECK(protocol.events[0].by == 21);
    CHECK(protocol.events[0].title == "no scab remains");
    CHECK(location(protocol.facts[1].span) == "x.toml:28:7");
}

TEST_CASE("every field of a rule") {
    const auto protocol = loaded(full);
    REQUIRE(protocol.rules.size() == 4);
    const auto& all = protocol.rules[0];
    CHECK(all.kind == Kind::avoid);
    CHECK(all.activities == std::vector<std::size_t>{1, 0});
    CHECK(all.title == "Title");
    CHECK(all.detail == "First line.\nSecond line.");
    CHECK(window(protocol, "everything") == "1..7");
    CHECK(all.floor == 5);
    CHECK(all.when == std::vector<std::size_t>{1});
    CHECK(all.unless == std::vector<std::size_t>{0});
    CHECK(all.relevant_to == std::vector<std::size_t>{0, 1});
    CHECK(all.count_from == CountFrom::last);
    CHECK(all.until == 0);
    REQUIRE(all.sources.size() == 2);
    CHECK(all.sources[0].source == 0);
    CHECK(all.sources[0].section == "4b");
    CHECK(all.sources[1].section.empty());
    CHECK(all.evidence == Evidence::strong);
    CHECK(location(all.span) == "x.toml:34:6");

    const auto& wash = protocol.rules[1];
    CHECK(wash.times_per_day == 3);
    CHECK(wash.every == 2);
    CHECK(wash.evidence == Evidence::custom);
    CHECK(wash.count_from == CountFrom::each);
    CHECK(window(protocol, "wash") == "0..open");
    CHECK(protocol.rules[2].target == 12);
    CHECK(protocol.rules[3].help == Help::emergency);
    CHECK(protocol.find_rule("fever") == &protocol.rules[3]);
    CHECK(protocol.find_rule("nothing") == nullptr);
}

TEST_CASE("each written field of a rule knows where its key stands, and no other is listed") {
    const auto protocol =
        loaded(head + "[[rule]]\n  kind = \"avoid\"\nid = \"r\"\ntitle=\"T\"\nthrough.after = \"s\"\n" +
               rule("s", "do", "through = 3"));
    std::string listed;
    for (const auto& [field, span] : protocol.rules[0].origins)
        listed += std::string{name(field)} + ' ' + location(span) + ' ' + std::to_string(span.length) + '\n';
    CHECK(listed == "kind x.toml:8:3 4\nid x.toml:9:1 2\ntitle x.toml:10:1 5\nthrough x.toml:11:1 7\n");
}

TEST_CASE("tests are read whole") {
    const auto protocol = loaded(full);
    REQUIRE(protocol.tests.size() == 2);
    const auto& test = protocol.tests[0];
    CHECK(test.name == "a day");
    REQUIRE(test.sessions.size() == 2);
    CHECK(iso(test.sessions[1]) == "2026-12-06");
    CHECK(iso(test.on.value()) == "2026-11-29");
    CHECK(test.in_force == std::vector<std::size_t>{0});
    CHECK(test.not_in_force == std::vector<std::size_t>{1, 2});
    REQUIRE(test.facts.size() == 2);
    CHECK(test.facts[0].fact == 1);
    CHECK(test.facts[0].truth == Truth::no);
    CHECK(test.facts[1].truth == Truth::unknown);
    REQUIRE(test.observed.size() == 2);
    CHECK(iso(test.observed[1].date) == "2026-12-19");
    CHECK(test.planned == 3);
    CHECK(protocol.tests[1].name.empty());
    REQUIRE(protocol.tests[1].observed.size() == 1);
    CHECK(iso(protocol.tests[1].observed[0].date) == "2026-12-01");
}

TEST_CASE("lengths of time: weeks are seven days, hours round up to whole days") {
    struct Case {
        std::string_view written, window;
    };
    for (const auto& one : {Case{"7", "0..7"}, Case{"\"2 weeks\"", "0..14"}, Case{"\"1 week\"", "0..7"},
                            Case{"\"10 days\"", "0..10"}, Case{"\"1 day\"", "0..1"}, Case{"\"0 days\"", "0..0"},
                            Case{"\"48 hours\"", "0..2"}, Case{"\"49 hours\"", "0..3"}, Case{"\"1 hour\"", "0..1"},
                            Case{"\"24 hours\"", "0..1"}, Case{"\"open\"", "0..open"}, Case{"36500", "0..36500"}}) {
        CAPTURE(one.written);
        CHECK(window(loaded(head + rule("r", "avoid", "through = " + std::string{one.written})), "r") == one.window);
    }
}

TEST_CASE("an end leans on another rule's end, through chains and against the order of the file") {
    const auto protocol =
        loaded(head + rule("c", "do", "from = { after = \"b\" }\nthrough = { after = \"b\", days = 2 }") +
               rule("a", "avoid", "through = { before = \"b\" }") +
               rule("b", "avoid", "from = { before = \"d\", days = 3 }\nthrough = 9") + rule("d", "do", "from = 4"));
    CHECK(window(protocol, "a") == "0..5");
    CHECK(window(protocol, "b") == "6..9");
    CHECK(window(protocol, "c") == "10..12");
    const auto& declared = protocol.find_rule("c")->declared_through;
    CHECK(declared.base == Boundary::Base::after);
    CHECK(declared.rule == "b");
    CHECK(declared.days == 2);
    CHECK(protocol.find_rule("b")->declared_through.base == Boundary::Base::day);
    CHECK(protocol.find_rule("d")->declared_through.base == Boundary::Base::open);
}

TEST_CASE("a circle is one of fields: two rules may lean on each other's other end") {
    const auto protocol = loaded(head + rule("a", "avoid", "through = { before = \"b\" }") +
                                 rule("b", "do", "from = 5\nthrough = { after = \"a\", days = 3 }"));
    CHECK(window(protocol, "a") == "0..4");
    CHECK(window(protocol, "b") == "5..8");
}

TEST_CASE("a window without a day vanishes with a notice, unless it forbids or warns") {
    for (const std::string kind : {"limit", "do", "expect", "visit"}) {
        CAPTURE(kind);
        const auto protocol =
            loaded(head + rule("v", kind, "from = 5\nthrough = { before = \"x\" }") + rule("x", "do", "from = 5"));
        CHECK(protocol.find_rule("v")->vanished);
        CHECK_FALSE(protocol.find_rule("x")->vanished);
        REQUIRE(protocol.notices.size() == 1);
        CHECK(protocol.notices[0].code == Code::rule_vanished);
        CHECK(protocol.notices[0].severity == Severity::notice);
        CHECK(told(protocol.notices[0].args) == std::vector<std::string>{"v", "5", "4"});
        CHECK(location(protocol.notices[0].span) == "x.toml:12:11");
    }
}

TEST_CASE("the fingerprint is the text's: stable, blind to the file's name, different for each byte") {
    const auto text = head + rule("r", "avoid", "through = 7 #");
    const auto print = loaded(text).fingerprint;
    CHECK(print.size() == 64);
    CHECK(print.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(loaded(text, "other.toml").fingerprint == print);
    CHECK(loaded("\xEF\xBB\xBF" + text).fingerprint == print);
    CHECK(loaded(text + ' ').fingerprint != print);
    CHECK(loaded(text + '\n').fingerprint != print);
    // sha256 of the length in 8 bytes, highest first, and the text.
    CHECK(loaded(head).fingerprint == "eacfc3da47c8786bba3210a18a71f45a4f8e6e1641470dd13eff09c0fd2dfed8");
}

TEST_CASE("line ends of any system and a byte order mark change no value and no place") {
    std::string windows;
    for (const char c : full) windows += c == '\n' ? std::string{"\r\n"} : std::string{c};
    const auto protocol = loaded("\xEF\xBB\xBF" + windows);
    CHECK(protocol.rules[0].detail == "First line.\nSecond line.");
    CHECK(location(protocol.rules[0].span) == "x.toml:34:6");
}

TEST_CASE("the built-in protocol loads without a notice, and other names are none") {
    const auto text = built_in("smp-standard");
    REQUIRE(text);
    CHECK(text->name == "smp-standard");
    const auto protocol = loaded(std::string{text->text.view()}, text->name);
    CHECK(protocol.id == "smp-standard");
    CHECK(protocol.notices.empty());
    CHECK_FALSE(built_in("smp-standard.toml"));
    CHECK_FALSE(built_in(""));
}

TEST_CASE("faults join those found before, and older faults refuse nothing") {
    Diagnostics found;
    found.error(Code::no_such_file, whole("y.toml"), {"y.toml", "gone"});
    CHECK(load_protocol(SourceText{"x.toml", head}, found));
    CHECK_FALSE(load_protocol(SourceText{"x.toml", "schema = 1\n"}, found));
    REQUIRE(found.all().size() == 2);
    CHECK(found.all()[1].code == Code::missing_field);
}

TEST_CASE("names of values are the words of the file") {
    CHECK(name(Kind::do_) == "do");
    CHECK(name(Kind::warn) == "warn");
    CHECK(name(CountFrom::last) == "last");
    CHECK(name(Evidence::custom) == "custom");
    CHECK(name(Help::doctor) == "doctor");
    CHECK(name(Truth::unknown) == "unknown");
    CHECK(name(Field::times_per_day) == "times_per_day");
    CHECK(name(Field::evidence) == "evidence");
}

TEST_CASE("rules of one kind that lists name alike know that they share it") {
    const auto protocol = loaded("schema = 2" + head.substr(head.find('\n')) + rule("one", "avoid", "short = \"wet\"") +
                                 rule("two", "avoid", "short = \"wet \"") + rule("three", "do", "short = \"wet\"") +
                                 rule("four", "avoid", ""));
    CHECK(protocol.find_rule("one")->shares_name);
    CHECK(protocol.find_rule("two")->shares_name);
    CHECK_FALSE(protocol.find_rule("three")->shares_name);
    CHECK_FALSE(protocol.find_rule("four")->shares_name);
}
