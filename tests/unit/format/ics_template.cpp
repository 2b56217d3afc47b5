#include "unit/effort.hpp"
#include "unit/format/fixture.hpp"

#include <smpcare/calendar.hpp>

using namespace format_fixture;

namespace {

std::vector<Style> all_options() {
    std::vector<Style> all;
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style plain;
        plain.calendar.events = events;
        auto discreet = plain;
        discreet.discreet = true;
        discreet.calendar.alarm = "";
        auto stamped = plain;
        stamped.epoch = 1'800'000'000;
        stamped.calendar.name = "Ours";
        all.insert(all.end(), {plain, discreet, stamped});
    }
    return all;
}

std::string written(const CalendarWriter& writer, const Plan& plan) {
    std::string out;
    writer.append(plan, nullptr, out);
    return out;
}

// Many rules that begin on the same day, with titles of that length, and so a long list of last days.
Protocol wordy_protocol(std::size_t title) {
    auto protocol = small_protocol();
    for (int i = 0; i < 12; ++i)
        protocol.rules.push_back(rule("wordy", Kind::limit, std::string(title, static_cast<char>('a' + i)), 4, 5 + i));
    return protocol;
}

Plan wordy_plan(const Protocol& protocol) {
    auto plan = small_plan(protocol);
    const auto start = plan.sessions.front();
    for (std::size_t i = plan.items.size(); i < protocol.rules.size(); ++i) {
        const auto& rule = protocol.rules[i];
        plan.items.push_back(
            item(i, {Window{rule.kind, start + Days{rule.from}, start + Days{*rule.through}, {1}, {}}}));
    }
    return plan;
}

}  // namespace

TEST_CASE("a template gives every client the calendar that the writer gives") {
    const auto protocol = small_protocol();
    for (const auto& options : all_options()) {
        const CalendarWriter writer(protocol, options);
        auto plan = small_plan(protocol);
        const auto ready = writer.make_template(plan);
        REQUIRE(ready != nullptr);
        for (int client = 0; client < testing::effort(400); ++client) {
            move(plan, Days{client % 7 == 0 ? 61 : 1});
            plan.client_id = client % 5 == 0 ? "" : "c" + std::to_string(client);
            plan.client_name = "Client " + std::to_string(client % 3);
            std::string whole, events, wanted_events;
            REQUIRE(ready->append(plan, whole));
            REQUIRE(whole == written(writer, plan));
            REQUIRE(ready->append_events(plan, events));
            REQUIRE(writer.append_events(plan, nullptr, wanted_events));
            REQUIRE(events == wanted_events);
        }
    }
}

TEST_CASE("a plan without an event has none from a template either") {
    const auto protocol = small_protocol();
    const CalendarWriter writer(protocol, {});
    auto plan = small_plan(protocol);
    plan.items.clear();
    const auto ready = writer.make_template(plan);
    std::string out;
    CHECK_FALSE(ready->append(plan, out));
    CHECK_FALSE(ready->append_events(plan, out));
    CHECK(out.empty());
}

TEST_CASE("one event alone has no calendar's name from a template either") {
    const auto protocol = small_protocol();
    Style options;
    options.calendar.events = Events::windows;
    const CalendarWriter writer(protocol, options);
    auto plan = small_plan(protocol);
    plan.items.resize(1);
    std::string out;
    writer.make_template(plan)->append(plan, out);
    CHECK(out == written(writer, plan));
    CHECK(out.find("X-WR-CALNAME") == std::string::npos);
}

// An open date takes as much room as the longest, so what is cut does not depend on it.
TEST_CASE("a template cuts a long list where the writer cuts it, whatever its dates") {
    for (std::size_t title = 60; title < 140; ++title) {
        const auto protocol = wordy_protocol(title);
        const CalendarWriter writer(protocol, {});
        auto plan = wordy_plan(protocol);
        const auto ready = writer.make_template(plan);
        move(plan, Days{static_cast<int>(title) * 40});  // each length with dates of its own
        for (int client = 0; client < testing::effort(40); ++client) {
            move(plan, Days{1});
            std::string out;
            ready->append(plan, out);
            REQUIRE(out == written(writer, plan));
        }
    }
}
