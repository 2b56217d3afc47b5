#include <smpcare/load.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

namespace {

const std::string two = R"(schema = 2
[protocol]
id = "two"
title = "Two"
version = "1"
language = "en"
summary = """
Why it matters.
What nobody knows.
"""
reviewed_by = "R. Example"
[clinic]
phone = ["+44 20 7946 0000", "+44 20 7946 0001"]
emergency = "112"
logo = "logo.png"
[activity.swim]
title = "Swim"
words = ["Pool"]
not_words = ["Swim Bladder"]
headline = "Only with lukewarm water"
[sign.redness]
title = "Redness"
words = ["Red", "pink"]
[sign.itch]
[[rule]]
id = "needles"
kind = "ask"
help = "doctor"
activities = ["swim"]
title = "Needles"
short = "needles"
why = "Nobody has published when."
headline = "No needles."
instead = ["walk", "rest"]
asked_only = true
[[rule]]
id = "walk"
kind = "do"
title = "Walk"
[[rule]]
id = "rest"
kind = "do"
title = "Rest"
[[rule]]
id = "red"
kind = "expect"
title = "Red"
signs = ["itch", "redness"]
)";

Protocol read_two(const std::string& text) {
    Diagnostics found;
    auto protocol = load_protocol(SourceText{"two.toml", text}, found);
    REQUIRE(protocol);
    CHECK(found.all().empty());
    return *std::move(protocol);
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<std::size_t>;

const std::string extending = "schema = 2\n[protocol]\nextends = \"two.toml\"\n";

/// The file that is extended, and its logo.
std::optional<SourceText> reader(const std::string& name, const Span&, Diagnostics&) {
    if (name == "logo.png") return SourceText{name, "\x89PNG\r\n\x1a\n"};
    return SourceText{"two.toml", two};
}

std::optional<Protocol> extended(const std::string& more, Diagnostics& found) {
    return load_protocol(LoadRequest{{"clinic.toml", extending + more}, reader, {}, {}}, found);
}

}  // namespace

TEST_CASE("every field of schema 2 reaches the protocol") {
    const auto protocol = read_two(two);
    CHECK(protocol.summary == "Why it matters.\nWhat nobody knows.");
    CHECK(protocol.reviewed_by == "R. Example");
    CHECK(protocol.clinic.phone == Texts{"+44 20 7946 0000", "+44 20 7946 0001"});
    CHECK(protocol.clinic.emergency == Texts{"112"});
    CHECK(protocol.clinic.logo == "logo.png");
    const auto& swim = protocol.activities.at(0);
    CHECK(swim.not_words == Texts{"swim bladder"});
    CHECK(swim.headline == "Only with lukewarm water");
    CHECK(protocol.signs.at(0).title == "Redness");
    CHECK(protocol.signs.at(0).words == Texts{"red", "pink"});
    CHECK(protocol.signs.at(1).title == "itch");
    const auto& needles = protocol.rules.at(0);
    CHECK(needles.kind == Kind::ask);
    CHECK(needles.help == Help::doctor);
    CHECK(needles.short_title == "needles");
    CHECK(needles.why == "Nobody has published when.");
    CHECK(needles.headline == "No needles.");
    CHECK(needles.instead == Numbers{1, 2});
    CHECK(needles.asked_only);
    CHECK(protocol.rules.at(3).signs == Numbers{1, 0});
}

TEST_CASE("overrides of the texts are changes, and say who decided and when") {
    Diagnostics found;
    const auto protocol = extended(
        "[override.needles]\nshort = \"needling\"\nwhy = \"Ask us.\"\nheadline = \"Ask us first.\"\n"
        "instead = [\"rest\"]\nreason = \"Our way\"\nauthor = \"R. Example\"\ndecided = 2026-11-01\n",
        found);
    REQUIRE(protocol);
    const auto& needles = protocol->rules.at(0);
    CHECK(needles.short_title == "needling");
    CHECK(needles.instead == Numbers{2});
    REQUIRE(needles.changes.size() == 4);
    std::string told;
    for (const auto& change : needles.changes)
        told += std::string{name(change.field)} + ": " + change.from + " -> " + change.to + " (" + change.reason +
                ", " + change.author + ", " + (change.decided ? iso(*change.decided) : "") + ")\n";
    CHECK(told ==
          "short: needles -> needling (Our way, R. Example, 2026-11-01)\n"
          "why: Nobody has published when. -> Ask us. (Our way, R. Example, 2026-11-01)\n"
          "headline: No needles. -> Ask us first. (Our way, R. Example, 2026-11-01)\n"
          "instead: walk, rest -> rest (Our way, R. Example, 2026-11-01)\n");
}

TEST_CASE("a rule that is left out is not offered instead of another, and that is said") {
    Diagnostics found;
    const auto protocol = extended("[override.walk]\ndrop = true\nreason = \"no room\"\n", found);
    REQUIRE(protocol);
    CHECK(protocol->rules.at(0).instead == Numbers{2});
    REQUIRE(protocol->notices.size() == 1);
    CHECK(protocol->notices[0].code == Code::instead_dropped);
}

TEST_CASE("a file of schema 1 may extend one of schema 2") {
    Diagnostics found;
    const SourceText clinic{"clinic.toml", "schema = 1\n[protocol]\nextends = \"two.toml\"\n[clinic]\nphone = \"2\"\n"};
    const auto protocol = load_protocol(LoadRequest{clinic, reader, {}, {}}, found);
    REQUIRE(protocol);
    CHECK(protocol->clinic.phone == Texts{"2"});
    CHECK(protocol->rules.at(0).kind == Kind::ask);
}
