#include "unit/told.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

const std::string head =
    "schema = 2\n[protocol]\nid = \"p\"\ntitle = \"P\"\nversion = \"1\"\nlanguage = \"en\"\nreviewed = 2026-11-22\n"
    "[source.guide]\ntitle = \"Guide\"\n"
    "[activity.swim]\ntitle = \"Swim\"\nwords = [\"pool\"]\n"
    "[activity.walk]\ntitle = \"Walk\"\nwords = [\"walk\"]\n"
    "[fact.bald]\ntitle = \"No hair\"\n"
    "[event.healed]\ntitle = \"all healed\"\nby = 21\n"
    "[[rule]]\nid = \"uses-all\"\nkind = \"limit\"\ntitle = \"T\"\nactivities = [\"walk\"]\nsources = "
    "[\"guide\"]\nwhen = [\"bald\"]\n"
    "through = 1\nuntil = \"healed\"\n";

std::string rule(const std::string& id, const std::string& kind, const std::string& more) {
    return "[[rule]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\ntitle = \"T\"\nsources = [\"guide\"]\n" + more;
}

const std::string swim = rule("no-swim", "avoid", "activities = [\"swim\"]\nthrough = 10\n");

/// The lints of a file that begins with `head`, a line for each.
std::string linted(const std::string& text, std::string_view today = "2026-11-22") {
    Diagnostics found;
    const auto protocol = load_protocol(SourceText{"f.toml", head + text}, found);
    REQUIRE(protocol);
    std::string lines;
    for (const Diagnostic& one : lint(*protocol, day(today))) {
        lines += std::string{name(one.severity)} + " " + std::string{name(one.code)};
        for (const Arg& argument : one.args) lines += " " + told(argument);
        lines += "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("a sound file has no lint") {
    CHECK(linted(swim + rule("swim-again", "do", "activities = [\"swim\"]\nfrom = { after = \"no-swim\" }\n")) == "");
}

TEST_CASE("do and avoid of one activity on the same days") {
    const auto meets = [](const std::string& more) {
        return linted(swim + rule("splash", "do", "activities = [\"swim\"]\n" + more));
    };
    CHECK(meets("from = 10\nthrough = 20\n") == "warning do-meets-avoid splash no-swim swim day 10\n");
    CHECK(meets("from = 4\n") == "warning do-meets-avoid splash no-swim swim days 4 to 10\n");
    CHECK(meets("from = 11\n") == "");
    // The two never apply to one client.
    CHECK(linted(rule("no-swim", "avoid", "activities = [\"swim\"]\nthrough = 10\nwhen = [\"bald\"]\n") +
                 rule("splash", "do", "activities = [\"swim\"]\nunless = [\"bald\"]\n")) == "");
}

TEST_CASE("days after a ban and before a do on which nothing is said") {
    const auto later = rule("swim-again", "do", "activities = [\"swim\"]\nfrom = 14\n");
    CHECK(linted(swim + later) == "warning gap-after-ban swim-again swim days 11 to 13\n");
    CHECK(linted(swim + later + rule("care", "limit", "activities = [\"swim\"]\nthrough = 12\n")) ==
          "warning gap-after-ban swim-again swim day 13\n");
    CHECK(linted(swim + later + rule("care", "limit", "activities = [\"swim\"]\nthrough = 13\n")) == "");
    CHECK(linted(rule("no-swim", "avoid", "activities = [\"swim\"]\nthrough = 10\nuntil = \"healed\"\n") + later) ==
          "");
    CHECK(linted(later) == "");
}

TEST_CASE("do and ask first of one activity on the same days") {
    CHECK(linted(rule("swim-asked", "ask", "activities = [\"swim\"]\nthrough = 10\n") +
                 rule("splash", "do", "activities = [\"swim\"]\nfrom = 8\n")) ==
          "warning do-meets-ask splash swim-asked swim days 8 to 10\n");
}

TEST_CASE("a rule that stricter ones hide on all of its days") {
    const auto care = [](const std::string& more) { return rule("care", "limit", "activities = [\"swim\"]\n" + more); };
    CHECK(linted(swim + care("from = 4\nthrough = 10\n")) == "warning rule-hidden care no-swim\n");
    CHECK(linted(swim + care("from = 4\nthrough = 11\n")) == "");
    CHECK(linted(swim + rule("asked", "ask", "activities = [\"swim\"]\nfrom = 2\nthrough = 9\n")) ==
          "warning rule-hidden asked no-swim\n");
    // A client without hair reads it.
    CHECK(linted(rule("no-swim", "avoid", "activities = [\"swim\"]\nthrough = 10\nunless = [\"bald\"]\n") +
                 care("through = 9\n")) == "");
    // Its tail goes on after the ban.
    CHECK(linted(swim + care("through = 9\nuntil = \"healed\"\n")) == "");
}

TEST_CASE("two bans of one activity that end on different days") {
    const auto other = [](const std::string& more) {
        return rule("no-dive", "avoid", "activities = [\"swim\"]\n" + more);
    };
    CHECK(linted(swim + other("through = 12\n")) == "warning bans-differ no-dive no-swim swim\n");
    CHECK(linted(swim + other("through = 10\n")) == "");
    CHECK(linted(swim + other("through = 12\nwhen = [\"bald\"]\n")) == "");
}

TEST_CASE("an end after which most of what was forbidden is spoken of") {
    const std::string more =
        "[activity.dive]\ntitle = \"Dive\"\nwords = [\"dive\"]\n"
        "[activity.sail]\ntitle = \"Sail\"\nwords = [\"sail\"]\n";
    const auto ban = rule("no-water", "avoid", "activities = [\"swim\", \"dive\", \"sail\"]\nthrough = 10\n");
    const auto later = [](const std::string& activities) {
        return rule("later", "limit", "activities = [" + activities + "]\nfrom = 11\nthrough = 20\n");
    };
    CHECK(linted(more + ban + later("\"swim\", \"dive\"")) == "warning end-silent no-water sail 11\n");
    CHECK(linted(more + ban + later("\"swim\"")) == "");
    CHECK(linted(more + ban + later("\"swim\", \"dive\", \"sail\"")) == "");
}

TEST_CASE("days on which no rule has an answer for a sign") {
    const std::string sign = "[sign.red]\ntitle = \"Redness\"\nwords = [\"red\"]\n";
    const auto normal = rule("normal", "expect", "signs = [\"red\"]\nthrough = 3\n");
    const auto stays = [](const std::string& from) {
        return rule("stays", "warn", "signs = [\"red\"]\nfrom = " + from + "\n");
    };
    CHECK(linted(swim + sign + normal + stays("6")) == "warning sign-gap red days 4 to 5\n");
    CHECK(linted(swim + sign + normal + stays("4")) == "");
}

TEST_CASE("what is declared and used by no rule, and a sign without words") {
    CHECK(linted(swim + "[source.book]\ntitle = \"Book\"\n[fact.wig]\ntitle = \"Wears a wig\"\n"
                        "[event.dry]\ntitle = \"dry\"\nby = 3\n[sign.red]\ntitle = \"Redness\"\n") ==
          "warning name-unused book a source\nwarning name-unused wig a fact\n"
          "warning name-unused dry an event\nwarning name-unused red a sign\nwarning sign-unasked red\n");
    // Answers read this one themselves.
    CHECK(linted(swim + "[fact.more-sessions]\ntitle = \"More sessions are planned\"\n") == "");
}

TEST_CASE("restrictions that no question finds") {
    CHECK(linted(swim + rule("lifting", "avoid", "through = 7\n")) == "warning rule-unasked lifting\n");
    CHECK(linted(swim + rule("lifting", "ask", "through = 7\n")) == "warning rule-unasked lifting\n");
    // What to do is shown, and nobody asks whether it is allowed.
    CHECK(linted(swim + rule("rest", "do", "through = 7\n")) == "");
}

TEST_CASE("activities that nobody names or nobody can ask for, and words that mean too much") {
    CHECK(linted("") == "warning activity-unused swim\n");
    CHECK(linted(swim + "[activity.dive]\ntitle = \"Dive\"\n") ==
          "warning activity-unused dive\nwarning activity-unasked dive\n");
    std::string many, names;
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        many += std::string{"[activity."} + id + "]\ntitle = \"A\"\nwords = [\"sport\"]\n";
        names += std::string{", \""} + id + "\"";
    }
    CHECK(linted(rule("no-swim", "avoid", "activities = [\"swim\"" + names + "]\nthrough = 10\n") + many) ==
          "warning wide-word sport 5 4\n");
}

TEST_CASE("a floor above the last day, a rule without source, a test without expectation") {
    CHECK(linted(rule("no-swim", "avoid", "activities = [\"swim\"]\nthrough = 10\nfloor = 10\n")) == "");
    CHECK(linted(rule("no-swim", "avoid", "activities = [\"swim\"]\nthrough = 10\nfloor = 11\n")) ==
          "warning floor-above-default no-swim 11 10\n");
    CHECK(linted(swim + "[[rule]]\nid = \"bare\"\nkind = \"do\"\ntitle = \"T\"\n") == "warning no-source bare\n");
    CHECK(linted(swim + "[[rule]]\nid = \"bare\"\nkind = \"do\"\ntitle = \"T\"\nevidence = \"custom\"\n") == "");
    const std::string test = "[[test]]\nname = \"idle\"\nsessions = [2026-11-22]\non = 2026-11-23\n";
    CHECK(linted(swim + test) == "warning idle-test idle\n");
    CHECK(linted(swim + test + "in_force = [\"no-swim\"]\n") == "");
}

TEST_CASE("a review is old after a year, and then only a notice") {
    CHECK(linted(swim, "2027-11-21") == "");
    CHECK(linted(swim, "2027-11-22") == "notice review-old 2026-11-22\n");
}

TEST_CASE("a review is old from its anniversary on, whatever the calendar does in between") {
    Protocol protocol;
    const auto is_old = [&](const char* reviewed, const char* today) {
        protocol.reviewed = parse_date(reviewed);
        return !old_review(protocol, *parse_date(today)).empty();
    };
    CHECK_FALSE(is_old("2027-03-01", "2028-02-29"));
    CHECK(is_old("2027-03-01", "2028-03-01"));
    CHECK_FALSE(is_old("2028-02-29", "2029-02-27"));
    CHECK(is_old("2028-02-29", "2029-02-28"));
    CHECK_FALSE(is_old("2026-11-22", "2026-11-22"));
    protocol.reviewed.reset();
    CHECK(old_review(protocol, *parse_date("2199-12-31")).empty());
}

TEST_CASE("an override that sets what is there already, told at its place") {
    Diagnostics found;
    const auto protocol =
        load_protocol({SourceText{"c.toml",
                                  "schema = 1\n[protocol]\nextends = \"smp-standard\"\nid = \"c\"\ntitle = \"C\"\n"
                                  "version = \"1\"\nlanguage = \"en\"\nreviewed = 2026-11-22\n"
                                  "[override.swim-pool]\nthrough = 30\nreason = \"as ever\"\n"},
                       {},
                       {},
                       {}},
                      found);
    REQUIRE(protocol);
    const auto doubts = lint(*protocol, day("2026-11-22"));
    REQUIRE(doubts.size() == 1);
    CHECK(
        describe(doubts[0], {}) ==
        "c.toml:10:1: warning[idle-override]: this override of 'through' changes nothing: 'swim-pool' had 30 already\n"
        "   10 | through = 30\n"
        "      | ^~~~~~~\n"
        "      = help: delete it\n");
}

TEST_CASE("an override that a higher layer overrules keeps its line") {
    Diagnostics found;
    const auto layer = [](const std::string& name, int through) {
        return SourceText{
            name, "schema = 1\n[override.swim-pool]\nthrough = " + std::to_string(through) + "\nreason = \"r\"\n"};
    };
    const auto protocol =
        load_protocol({*built_in("smp-standard"), {}, {layer("a.toml", 30), layer("b.toml", 35)}, {}}, found);
    REQUIRE(protocol);
    const auto doubts = lint(*protocol, *protocol->reviewed);
    REQUIRE(doubts.size() == 1);
    CHECK(location(doubts[0].span) == "a.toml:3:1");
    CHECK(doubts[0].span.length == 7);
}

TEST_CASE("every built-in protocol, and the file that 'rules new' prints, is free of lints") {
    std::vector<SourceText> texts{{"new", std::string{new_rule_file()}}};
    for (const BuiltIn& known : built_ins()) texts.push_back({std::string{known.id}, std::string{known.text}});
    for (const SourceText& text : texts) {
        CAPTURE(text.name);
        Diagnostics found;
        const auto protocol = load_protocol(text, found);
        REQUIRE(protocol);
        for (const Diagnostic& doubt : lint(*protocol, *protocol->reviewed)) FAIL_CHECK(describe(doubt, {}));
        CHECK(!protocol->tests.empty());
        for (const TestOutcome& outcome : test_outcomes(*protocol, found)) {
            CAPTURE(protocol->tests[outcome.test].name);
            CHECK(outcome.passed());
        }
        CHECK(found.all().empty());
    }
}
