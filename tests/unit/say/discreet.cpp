#include "format/renderers.hpp"
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
    protocol.clinic = {"SECRET clinic",   "+44 20 7946 0000",       "secret@SECRET.example",
                       "1 SECRET Street", "https://SECRET.example", "112 SECRET"};
    protocol.rules[1].changes = {{"through", "6", "7", "SECRET.toml:12:1", "more rinsing"},
                                 {"from", "4", "5", "--set rinse.from=5", ""}};
    return protocol;
}

Plan telling_plan(const Protocol& protocol) {
    auto plan = small_plan(protocol);
    plan.client_name = "SECRET client";
    plan.labels = {{"SECRET label", "SECRET text"}};
    return plan;
}

}  // namespace

TEST_CASE("a discreet page names no client, clinic or procedure; id, telephone, rules and fingerprint stay") {
    const auto protocol = telling_protocol();
    const auto plan = telling_plan(protocol);
    constexpr std::array pages{plan_as_text, plan_as_md, plan_as_html};
    for (const auto page : pages) {
        Style style;
        style.today = day("2026-11-27");
        CHECK(holds(page(plan, style), "SECRET clinic"));
        style.discreet = true;
        const auto text = page(plan, style);
        CAPTURE(text);
        CHECK_FALSE(holds(text, "SECRET"));
        CHECK(holds(text, "Care plan"));
        CHECK(holds(text, "A-17"));
        CHECK(holds(text, "44 20 7946 0000"));
        CHECK(holds(text, "Swimming in a pool"));
        CHECK(holds(text, "(12:1)"));
        CHECK(holds(text, "Rules: fingerprint 0123456789ab"));
        style.view = View::calendar;
        CHECK_FALSE(holds(page(plan, style), "SECRET"));
    }
}

TEST_CASE("several clients on one discreet page") {
    const auto protocol = telling_protocol();
    const std::array plans{telling_plan(protocol), telling_plan(protocol)};
    Style style;
    style.discreet = true;
    CHECK_FALSE(holds(combined_html(plans, style), "SECRET"));
}
