// What titles of a calendar say where there is little room: each is true by itself on a locked screen.

#include "unit/format/fixture.hpp"

#include <smpcare/calendar.hpp>
#include <smpcare/source.hpp>

#include <algorithm>
#include <set>
#include <tuple>

using namespace format_fixture;

namespace {

std::vector<std::string> titles_of(const Plan& plan, Events events = Events::changes, bool discreet = false) {
    Style style;
    style.calendar.events = events;
    style.discreet = discreet;
    std::vector<std::string> found;
    for (const auto& event : CalendarWriter(*plan.protocol, style).events(plan, nullptr)) found.push_back(event.title);
    return found;
}

// The pool is off to day 30, then for children's hours only.
Protocol with_care_after_the_pool() {
    auto protocol = small_protocol();
    protocol.rules[2].short_title = "swimming";
    auto care = rule("pool-care", Kind::limit, "Swimming, in children's hours only", 31, std::nullopt);
    care.short_title = "swimming (in children's hours)";
    care.activities = {1};
    protocol.rules.push_back(care);
    auto gym = rule("gym", Kind::avoid, "Gym", 0, 30);
    gym.activities = {2};
    protocol.rules.push_back(gym);
    return protocol;
}

Plan plan_with_care(const Protocol& protocol) {
    auto plan = small_plan(protocol);
    const auto care = protocol.rules.size() - 2;
    plan.items = {plan.items[2], item(care, {{Kind::limit, day("2026-12-23"), std::nullopt, {1}, {}}}),
                  item(care + 1, {{Kind::avoid, day("2026-11-22"), day("2026-12-22"), {1}, {}}})};
    return plan;
}

}  // namespace

TEST_CASE(
    "what of a headline needs care from the day on is told before what is allowed, however little room there is") {
    auto protocol = with_care_after_the_pool();
    const auto told = [&] { return titles_of(plan_with_care(protocol))[1]; };
    CHECK(told() == "Day 31: Gym allowed · swimming: in children's hours");
    protocol.rules[2].headline = "Do not swim.";
    CHECK(told() == "Day 31: swimming with care · Gym allowed");
    protocol.rules.back().title = "Gymnasium";
    CHECK(told() == "Day 31: swimming with care · Gymnasium allowed");
    auto plan = plan_with_care(protocol);
    plan.more_sessions = Truth::yes;
    CHECK(titles_of(plan)[1] == "No new session? Day 31: swimming with care · more inside");
}

TEST_CASE("a sign that one more session makes normal again waits for none") {
    auto protocol = small_protocol();
    protocol.rules.push_back(rule("patchy", Kind::warn, "Patchy colour", 43, std::nullopt));
    auto plan = small_plan(protocol);
    plan.items = {plan.items[2], item(protocol.rules.size() - 1, {{Kind::warn, day("2027-01-04"), {}, {1}, {}}})};
    CHECK(titles_of(plan).back() == "Day 43: call if patchy colour");
    plan.more_sessions = Truth::yes;
    CHECK(titles_of(plan).back() == "No new session? Day 43: call if patchy colour");
    CHECK(titles_of(plan, Events::windows).front() == "! No new session? Call if: Patchy colour");
    protocol.rules.back().help = Help::doctor;
    CHECK(titles_of(plan).back() == "Day 43: call if patchy colour");
    CHECK(titles_of(plan, Events::windows).front() == "! Doctor today if: Patchy colour");
}

TEST_CASE("windows: a condition stands in the title, and is never what is cut from it") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[3]};
    const auto told = [&] { return titles_of(plan, Events::windows).back(); };
    CHECK(told() == "With care: Shaving (only if no scab remains)");
    protocol.rules[3].short_title = "shaving";
    protocol.rules[3].title = "Shaving with a machine or a blade";
    CHECK(told() == "With care: shaving (only if no scab remains)");
    plan.more_sessions = Truth::yes;
    CHECK(told() == "No new session? With care: shaving (only if no scab remains)");
    protocol.rules[3].short_title = "razor blade";
    CHECK(told() == "No new session? razor blade: only if no scab remains");
    protocol.rules[3].short_title = "shaving with a machine or a blade";
    plan.more_sessions = Truth::no;
    CHECK(told() == "shaving with a machine or a blade: only if no scab remains");
    protocol.rules[3].short_title = "shaving with a machine or a cut-throat razor";
    CHECK(told() == "With care: shaving with a machine… (only if no scab remains)");
}

TEST_CASE("windows: what may not be for this client says so") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[1]};
    plan.items[0].unknown = {0};
    CHECK(titles_of(plan, Events::windows)[0] == "Do: Rinse with lukewarm water (if it applies to you)");
}

TEST_CASE("a visit is told on a step before it, while there is time to book it, and on one that rings if any does") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    auto& visit = plan.items.back().windows.front();
    const auto reminders = [&] {
        std::vector<std::string> found;
        for (const auto& event : CalendarWriter(protocol, {}).events(plan, nullptr))
            if (event.title.find(" · book Check-up") != std::string::npos ||
                event.description.find("\nBook in good time: Check-up, from ") != std::string::npos)
                found.push_back(event.title.substr(0, event.title.find(':')));
        return found;
    };
    using Found = std::vector<std::string>;
    CHECK(reminders() == Found{"Day 22"});  // of 20 December
    visit.start = day("2026-12-08");
    CHECK(reminders() == Found{"Day 4"});  // it rings, and day 11 does not
    CHECK(titles_of(plan)[1] == "Day 4: start Rinse with lukewarm water · book Check-up …");
    visit.start = day("2026-12-05");
    CHECK(reminders() == Found{"Day 4"});
    visit.start = day("2026-11-27");
    CHECK(reminders().empty());
    visit.start = day("2027-02-20");
    visit.end = day("2027-02-21");
    CHECK(reminders().empty());  // nobody books so long before
}

TEST_CASE("discreet titles have room on a locked screen, and no two events of the same days have one title") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.sessions.assign(12, day("2026-11-22"));
    for (int i = 0; i < 12; ++i) plan.sessions[static_cast<std::size_t>(i)] += Days{i};
    plan.series.assign(12, 1);
    for (auto& each : plan.items)
        for (auto& window : each.windows) {
            window.after_sessions = {12};
            window.start = std::max(window.start, plan.sessions.back());
            if (window.end) window.end = window.start + Days{1200};
        }
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style style;
        style.calendar.events = events;
        style.discreet = true;
        std::set<std::tuple<Date, Date, std::string>> seen;
        for (const auto& event : CalendarWriter(protocol, style).events(plan, nullptr)) {
            CAPTURE(event.title);
            CHECK(display_width(event.title) <= 60);
            CHECK(seen.emplace(event.start, event.last, event.title).second);
        }
    }
}
