#include "unit/format/fixture.hpp"

#include "words/words.hpp"

#include <smpcare/format.hpp>
#include <smpcare/help.hpp>

#include <array>

using namespace format_fixture;

namespace {

constexpr words::NamedText commands[] = {{"plan", "tana sulu"}};
constexpr std::array<words::Text<>, kind_count> kinds = {"Nolo", "Lumo", "Veso", "Tavo", "Sima", "Rendo", "Kala"};
constexpr words::Text<> language = "qx", not_advice = "Mira noka sulu.", title = "smpcare tana.";
constexpr words::Text<1> until = "{0} tena", did_you_mean = "'{0}' ena?";

/// A made-up language of twelve sentences. All others are English.
words::Words made_up() {
    auto words = words::english;
    words.language = language;
    words.common.headings = kinds;
    words.screen.kinds = kinds;
    words.common.not_advice = not_advice;
    words.phrases.until = until;
    words.help.title = title;
    words.help.commands = commands;
    words.codes.put({Code::unknown_rule, "'{0}': noka rula", "sima rula", "Rula noka ena.", "rula = sima"});
    words.codes.put({Code::bad_value, "'{1}' noka '{0}': {2}", "", "Vala noka ena."});
    words.terms.put({Term::at_least, "tana {0}"});
    words.common.did_you_mean = did_you_mean;
    return words;
}

}  // namespace

TEST_CASE("a language is one table: plan, message, help and explanation follow it, and what it lacks is English") {
    static const auto words = made_up();
    const words::Guest guest(words);
    Style style;
    style.language = "qx";

    const auto protocol = small_protocol();
    const auto text = find_format("text")->plan(small_plan(protocol), style);
    CHECK(text.find("\nNolo") != std::string::npos);
    CHECK(text.find("Mira noka sulu.") != std::string::npos);
    CHECK(text.find("AVOID") == std::string::npos);
    CHECK(text.find("THE STEPS") != std::string::npos);

    const Diagnostic unknown{Severity::error, Code::unknown_rule, {}, {"swim"}, {}};
    CHECK(message(unknown, "qx") == "'swim': noka rula");
    CHECK(describe(unknown, style) == "smpcare: error[unknown-rule]: 'swim': noka rula\n   = help: sima rula\n");
    CHECK(message(unknown, "en") == "there is no rule 'swim'");
    const Diagnostic value{Severity::error, Code::bad_value, {}, {"0", "every", Arg{Term::at_least, {1}}}, "every"};
    CHECK(describe(value, style) == "smpcare: error[bad-value]: 'every' noka '0': tana 1\n   = help: 'every' ena?\n");
    CHECK(explain(Code::unknown_rule, style) == "unknown-rule\n\nRula noka ena.\n\n    rula = sima\n");
    CHECK(explain(Code::bad_id, style) == explain(Code::bad_id, {}));

    CHECK(command_help("plan", "qx") == "tana sulu");
    CHECK(help_frame("qx").title == "smpcare tana.");
    CHECK(command_help("plan", "en") != "tana sulu");
}

TEST_CASE("a language that is not there is English") {
    CHECK(&words::of("qx") == &words::english);
    CHECK(&words::of("") == &words::english);
}
