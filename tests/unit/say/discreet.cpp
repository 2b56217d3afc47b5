#include "unit/format/fixture.hpp"

#include <array>

using namespace format_fixture;

namespace {

// Everything about the client, the clinic and the protocol stands out.
Protocol telling_protocol() {
    auto protocol = small_protocol();
    protocol.id = "SECRET-id";
    protocol.title = "SECRET protocol";
    protocol.version = "SECRET-version";
    protocol.clinic = {"SECRET clinic",      "secret@SECRET.example", "1 SECRET Street", "https://SECRET.example",
                       {"+44 20 7946 0000"}, {"112 SECRET"},          "SECRET.png"};
    protocol.reviewed_by = "SECRET practitioner";
    const auto file = std::make_shared<const SourceText>(SourceText{"SECRET.toml", {}});
    const Cause written{Cause::Kind::file, {file, 12, 1, 4}}, typed{Cause::Kind::option, whole("--set rinse.from=5")};
    protocol.rules[1].changes = {{Field::through, "6", "7", written, "more rinsing", "SECRET author"},
                                 {Field::from, "4", "5", typed, ""}};
    return protocol;
}

Plan telling_plan(const Protocol& protocol) {
    auto plan = small_plan(protocol);
    plan.client_name = "SECRET client";
    plan.labels = {{"SECRET label", "SECRET text"}};
    return plan;
}

}  // namespace

TEST_CASE("a format that can be discreet names no client, clinic or procedure; the id's and telephone numbers stay") {
    const auto protocol = telling_protocol();
    const auto plan = telling_plan(protocol);
    for (const auto& format : formats()) {
        if (!format.can_be_discreet) continue;
        CAPTURE(format.name);
        Style style;
        style.today = day("2026-11-27");
        CHECK(holds(format.plan(plan, style), "SECRET"));
        style.discreet = true;
        for (const auto view : {View::lists, View::calendar})
            for (const auto events : {Events::changes, Events::windows, Events::days}) {
                style.view = view;
                style.calendar.events = events;
                auto text = format.plan(plan, style);
                for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
                CAPTURE(text);
                CHECK_FALSE(holds(text, "SECRET"));
                CHECK(holds(text, "44 20 7946 0000"));
            }
    }
}

TEST_CASE("what the rules say stays on a discreet page, with the id and the fingerprint") {
    const auto protocol = telling_protocol();
    const auto plan = telling_plan(protocol);
    Style style;
    style.discreet = true;
    for (const auto& format : formats()) {
        if (!format.can_be_discreet || format.calendar) continue;
        const auto text = format.plan(plan, style);
        CAPTURE(text);
        CHECK(holds(text, "Care plan"));
        CHECK(holds(text, "A-17"));
        CHECK(holds(text, "Swimming in a pool"));
        CHECK_FALSE(holds(text, "(12:1)"));
        CHECK(holds(text, "Rules: fingerprint 0123456789ab"));
    }
}

TEST_CASE("a discreet calendar tells nothing that the rules say") {
    const auto protocol = telling_protocol();
    Style style;
    style.discreet = true;
    const auto bytes = find_format("ics")->plan(telling_plan(protocol), style);
    CHECK(holds(bytes, "SUMMARY:Day 4: what to do (see your plan)"));
    for (const auto& rule : protocol.rules) CHECK_FALSE(holds(bytes, rule.title));
}

TEST_CASE("several clients on one discreet page") {
    const auto protocol = telling_protocol();
    const std::array plans{telling_plan(protocol), telling_plan(protocol)};
    Style style;
    style.discreet = true;
    CHECK_FALSE(holds(find_format("html")->combined(plans, style), "SECRET"));
}
