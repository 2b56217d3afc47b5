#include <smpcare/ask.hpp>
#include <smpcare/load.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace smpcare;

constexpr std::string_view sign_rules = R"(schema = 2
[protocol]
id = "signs"
title = "Signs"
version = "1.0.0"
language = "en"
[sign.red]
title = "Redness"
[sign.pus]
title = "Pus"
[sign.faint]
title = "Feeling faint"
[sign.dots]
title = "Dark dots"
[[rule]]
id = "fresh"
kind = "expect"
title = "Red skin"
signs = ["red", "dots"]
through = 3
[[rule]]
id = "slow"
kind = "warn"
title = "Still red"
signs = ["red"]
from = 4
help = "practitioner"
[[rule]]
id = "infection"
kind = "warn"
title = "Pus"
signs = ["pus"]
through = 21
help = "doctor"
[[rule]]
id = "shock"
kind = "warn"
title = "Faint"
signs = ["faint"]
through = 2
help = "emergency"
)";

const Protocol& sign_protocol() {
    static const Protocol loaded = [] {
        Diagnostics found;
        auto made = load_protocol(SourceText{"signs.toml", std::string(sign_rules)}, found);
        REQUIRE(made);
        return *made;
    }();
    return loaded;
}

/// "call doctor"
std::string sign_verdict(std::string_view sign, std::string_view from, std::string_view to, bool sessions = true) {
    Case client;
    client.sessions = {{*parse_date("2026-11-22"), {}}};
    Diagnostics found;
    auto plan = make_plan(sign_protocol(), client, Scope::all, found);
    REQUIRE(plan);
    Plan none;
    none.protocol = &sign_protocol();
    const Question question{std::string(sign), read_sign_phrase(sign_protocol(), sign), {}};
    const auto told = answer(sessions ? *plan : none, question, {*parse_date(from), *parse_date(to)});
    REQUIRE(told.signs.size() == 1);
    auto text = std::string(name(told.signs.front().verdict));
    if (told.signs.front().help) text += " " + std::string(name(*told.signs.front().help));
    return text;
}

}  // namespace

TEST_CASE("normal only where a rule expects it on every asked day") {
    CHECK(sign_verdict("redness", "2026-11-23", "2026-11-23") == "normal");
    CHECK(sign_verdict("redness", "2026-11-26", "2026-11-26") == "call practitioner");
    CHECK(sign_verdict("redness", "2026-11-24", "2026-11-26") == "call practitioner");
    CHECK(sign_verdict("redness", "2026-11-20", "2026-11-20") == "ask");
    CHECK(sign_verdict("dark dots", "2026-11-25", "2026-11-25") == "normal");
    CHECK(sign_verdict("dark dots", "2026-11-24", "2026-11-26") == "ask");
}

TEST_CASE("a doctor's and an emergency sign are for calling on every day, without a plan too") {
    for (const char* const day : {"2026-11-01", "2026-11-22", "2027-11-22"}) {
        CHECK(sign_verdict("pus", day, day) == "call doctor");
        CHECK(sign_verdict("feeling faint", day, day) == "call emergency");
        CHECK(sign_verdict("pus", day, day, false) == "call doctor");
        CHECK(sign_verdict("feeling faint", day, day, false) == "call emergency");
        CHECK(sign_verdict("redness", day, day, false) == "ask");
    }
}
