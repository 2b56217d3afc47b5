#include "unit/format/fixture.hpp"

#include <smpcare/calendar.hpp>

#include <algorithm>
#include <set>

using namespace format_fixture;

namespace {

Style windows() {
    Style options;
    options.calendar.events = Events::windows;
    return options;
}

std::string calendar_of(const Plan& plan, Style options = windows()) {
    std::string out;
    CalendarWriter(*plan.protocol, std::move(options)).append(plan, nullptr, out);
    return out;
}

std::string unfolded(std::string bytes) {
    for (auto at = bytes.find("\r\n "); at != std::string::npos; at = bytes.find("\r\n ", at)) bytes.erase(at, 3);
    return bytes;
}

// The values of a property, in order, unfolded.
std::vector<std::string> values(const std::string& folded, const std::string& name) {
    const auto bytes = unfolded(folded);
    std::vector<std::string> found;
    const auto start = "\r\n" + name + ":";
    for (auto at = bytes.find(start); at != std::string::npos; at = bytes.find(start, at + 1)) {
        const auto from = at + start.size();
        found.push_back(bytes.substr(from, bytes.find("\r\n", from) - from));
    }
    return found;
}

std::vector<std::string> titles(const Plan& plan, const Style& options = {}) {
    std::vector<std::string> found;
    for (const auto& event : CalendarWriter(*plan.protocol, options).events(plan, nullptr))
        found.push_back(iso(event.start) + " " + event.title);
    return found;
}

// With LF for CRLF.
// clang-format off
constexpr std::string_view two_events = R"(BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//smpcare//smpcare//EN
CALSCALE:GREGORIAN
X-SMPCARE-PROTOCOL:small 1.2.0 0123456789abcdef0123456789abcdef0123456789ab
 cdef0123456789abcdef
NAME:Small protocol
X-WR-CALNAME:Small protocol
BEGIN:VEVENT
UID:35d56b4b-f613-5680-ac8b-f2903b85f35f
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20261122
DTEND;VALUE=DATE:20261126
SUMMARY:Avoid: Getting the scalp wet
DESCRIPTION:In an emergency\, call the emergency services.\nCall: +44 20 79
 46 0000\nUntil and including Wed 25 Nov (day 3).\nBegins Sun 22 Nov (day 0
 ).\n
 Getting the scalp wet: No shower on the scalp\, no rain\, no sweat. A body
  shower is fine\, with the head held back.\n
 Day 0 is the day of a session.\nNot medical advice: your doctor and practi
 tioner come first. If in doubt\, call.\nThe whole plan is on the page from
  your clinic.
CATEGORIES:Recovery
CLASS:PRIVATE
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
STATUS:CONFIRMED
SEQUENCE:0
LAST-MODIFIED:20261122T000000Z
END:VEVENT
BEGIN:VEVENT
UID:6ae218e7-2597-5d18-bb08-1a4815fa0615
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20261126
DTEND;VALUE=DATE:20261207
SUMMARY:With care: Dry shampoo
DESCRIPTION:In an emergency\, call the emergency services.\nCall: +44 20 79
 46 0000\nUntil and including Sun 6 Dec (day 14).\nBegins Thu 26 Nov (day 4
 ).\nif: Hair is kept long\n
 Day 0 is the day of a session.\nNot medical advice: your doctor and practi
 tioner come first. If in doubt\, call.\nThe whole plan is on the page from
  your clinic.
CATEGORIES:Recovery
CLASS:PRIVATE
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
STATUS:CONFIRMED
SEQUENCE:0
LAST-MODIFIED:20261122T000000Z
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:With care: Dry shampoo
TRIGGER:-PT6H
END:VALARM
END:VEVENT
END:VCALENDAR
)";
// clang-format on

}  // namespace

TEST_CASE("a calendar of windows, whole") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[0], plan.items[4]};
    auto bytes = calendar_of(plan);
    CHECK(std::count(bytes.begin(), bytes.end(), '\r') == std::count(bytes.begin(), bytes.end(), '\n'));
    bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
    CHECK(bytes == two_events);
}

TEST_CASE("changes: what begins, what is allowed again, on the day after its last; a visit has its own event") {
    const auto protocol = small_protocol();
    CHECK(titles(small_plan(protocol)) == std::vector<std::string>{
                                              "2026-11-22 Session 1: no Getting the scalp wet · open: danger signs …",
                                              "2026-11-26 Day 4: start Rinse with lukewarm water · more inside",
                                              "2026-12-03 Day 11: careful with Shaving (only if no scab remains)",
                                              "2026-12-07 Day 15: Dry shampoo allowed · still no Swimming in a pool",
                                              "2026-12-14 Day 22: Shaving allowed again · still no Swimming in a pool",
                                              "2026-12-23 Day 31: Swimming in a pool allowed again",
                                              "2026-12-20 Booked? Check-up: best around Sun 3 Jan 2027",
                                          });
}

TEST_CASE("a description: signs and whom to call, what to do, what changes, what is off limits, the whys") {
    const auto protocol = small_protocol();
    const auto events = CalendarWriter(protocol, {}).events(small_plan(protocol), nullptr);
    CHECK(events[1].description ==
          "In an emergency, call the emergency services.\n"
          "See a doctor today if: Fever or chills\n"
          "Call: +44 20 7946 0000\n"
          "Do from today: Rinse with lukewarm water (2 times a day)\n"
          "Allowed again: Getting the scalp wet\n"
          "With care from today: Dry shampoo (if: Hair is kept long) (until Sun 6 Dec)\n"
          "Off limits until and including:\n"
          "Wed 2 Dec: Shaving\n"
          "Tue 22 Dec: Swimming in a pool\n"
          "Day 0 is the day of a session.\n"
          "Not medical advice: your doctor and practitioner come first. If in doubt, call.\n"
          "The whole plan is on the page from your clinic.");
    CHECK(events[0].description ==
          "In an emergency, call the emergency services.\n"
          "See a doctor today if: Fever or chills\n"
          "Call: +44 20 7946 0000\n"
          "Off limits until and including:\n"
          "Wed 25 Nov: Getting the scalp wet\n"
          "Wed 2 Dec: Shaving\n"
          "Tue 22 Dec: Swimming in a pool\n"
          "Normal now: Redness\n"
          "Getting the scalp wet: No shower on the scalp, no rain, no sweat. A body shower is fine, with the head held "
          "back.\n"
          "Day 0 is the day of a session.\n"
          "Not medical advice: your doctor and practitioner come first. If in doubt, call.\n"
          "The whole plan is on the page from your clinic.");
    CHECK(holds(events[2].description, "With care from today: Shaving (only if no scab remains) (until Sun 13 Dec)\n"));
}

TEST_CASE("what is allowed, and what ends, holds only without a session before, while sessions are planned") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.more_sessions = Truth::yes;
    const auto events = CalendarWriter(protocol, {}).events(plan, nullptr);
    CHECK(events[5].title == "No new session? Day 31: Swimming in a pool allowed again");
    CHECK(holds(events[5].description, "Allowed again, if you had no session since: Swimming in a pool\n"));
    for (const auto& event : events)
        if (!holds(event.title, "Check-up"))
            CHECK(holds(event.description, "A last day after the last session here holds only if you have no session"));
}

TEST_CASE("changes: nothing is called allowed while another rule holds it") {
    auto protocol = small_protocol();
    protocol.rules[4].activities = {0};  // with care, days 4 to 14: what was banned up to day 3
    const auto plan = small_plan(protocol);
    for (const auto& event : CalendarWriter(protocol, {}).events(plan, nullptr)) {
        CAPTURE(event.title);
        const bool free_again = event.start >= day("2026-12-07");
        CHECK((free_again || !holds(event.title + event.description, "llowed again")));
    }
    // A limit is called by what was banned: people know it by that name.
    CHECK(titles(plan)[3].starts_with("2026-12-07 Day 15: Getting the scalp wet allowed again"));
}

TEST_CASE("changes: of a rule that is allowed in part, the activities are told") {
    auto protocol = small_protocol();
    protocol.rules[2].activities = {1, 3};  // the pool, and what Dry shampoo holds up to day 14
    auto plan = small_plan(protocol);
    plan.items[2].declared = plan.items[2].windows = {{Kind::avoid, day("2026-11-22"), day("2026-12-01"), {1}, {}}};
    const auto events = CalendarWriter(protocol, {}).events(plan, nullptr);
    CHECK(events[2].title == "Day 10: swim in a pool allowed · still no Shaving · more");
    CHECK(holds(events[2].description, "Allowed again: swim in a pool\nStill with care: Swimming in a pool\n"));
}

TEST_CASE("days: each day its lists, to the last end of a restriction; the appointments beside them") {
    const auto protocol = small_protocol();
    Style options;
    options.calendar.events = Events::days;
    const auto all = titles(small_plan(protocol), options);
    CHECK(all.size() == 33);
    CHECK(all.front() == "2026-11-22 Session 1: no Getting the scalp wet · open: danger signs …");
    CHECK(all[1] == "2026-11-23 Day 1: no Getting the scalp wet, Swimming in a pool, Shaving");
    CHECK(all[4] == "2026-11-26 Day 4: start Rinse with lukewarm water · more inside");
    CHECK(all[28] == "2026-12-20 Day 28: no Swimming in a pool");
    CHECK(all[31] == "2026-12-23 Day 31: Swimming in a pool allowed again");
    CHECK(all.back() == "2026-12-20 Booked? Check-up: best around Sun 3 Jan 2027");
}

TEST_CASE("what is only asked about is no step and stands in no day's lists") {
    auto protocol = small_protocol();
    protocol.rules[2].asked_only = true;
    auto plan = small_plan(protocol);
    auto options = windows();
    for (const Events mode : {Events::changes, Events::days}) {
        options.calendar.events = mode;
        CHECK(calendar_of(plan, options).find("Swim") == std::string::npos);
    }
}

TEST_CASE("what is too long is cut: whys, then what is normal, then off limits to names and a number") {
    auto protocol = small_protocol();
    const auto known = protocol.rules.size();
    auto plan = small_plan(protocol);
    std::size_t before = 0;
    for (int i = 0; i < 60; ++i) {
        protocol.rules.push_back(rule("more-" + std::to_string(i), Kind::avoid,
                                      "Something long to tell, number " + std::to_string(i), 0, 9));
        const std::vector one{Window{Kind::avoid, day("2026-11-22"), day("2026-12-01"), {1}, {}}};
        plan.items.push_back(item(known + static_cast<std::size_t>(i), one));
        const auto told = CalendarWriter(protocol, {}).events(plan, nullptr).front().description;
        CHECK(told.size() <= 2000);
        CHECK(
            told.starts_with("In an emergency, call the emergency services.\nSee a doctor today if: Fever or chills\n"
                             "Call: +44 20 7946 0000\n"));
        const bool why = holds(told, "No shower"), normal = holds(told, "Normal now"),
                   dates = holds(told, "Wed 2 Dec:");
        CHECK((normal || !why));
        CHECK((dates || !normal));
        before = std::max(before, told.size());
        if (i == 59) {
            CHECK_FALSE(dates);
            CHECK(holds(told, "Off limits: Getting the scalp wet; Something long"));
            CHECK(holds(told, " more\n"));
        }
    }
    CHECK(before > 1900);
}

TEST_CASE("signs and what to do today are told even where the text is then too long") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    for (int i = 0; i < 40; ++i) {
        const auto number = std::to_string(i);
        for (const auto kind : {Kind::warn, Kind::do_}) {
            protocol.rules.push_back(rule("x" + number, kind, std::string(60, 'x') + " " + number, 0, 9));
            const std::vector one{Window{kind, day("2026-11-22"), day("2026-12-01"), {1}, {}}};
            plan.items.push_back(item(protocol.rules.size() - 1, one));
        }
    }
    const auto told = CalendarWriter(protocol, {}).events(plan, nullptr).front().description;
    CHECK(holds(told, "Call your practitioner if: xxx"));
    for (int i = 0; i < 40; ++i) {
        const auto name = "xx " + std::to_string(i);
        CHECK(told.find(name, told.find(name) + 1) != std::string::npos);
    }
    CHECK(holds(told, "Off limits: 3 things\n"));
}

TEST_CASE("days: a day on which only what has no end is in force has an event, up to the last end of a restriction") {
    auto protocol = small_protocol();
    protocol.rules = {rule("sun", Kind::limit, "Sun", 7, std::nullopt), rule("gym", Kind::avoid, "Gym", 0, 7),
                      rule("colour", Kind::expect, "Lighter colour", 0, 90)};
    auto plan = small_plan(protocol);
    plan.sessions = {day("2026-11-01"), day("2026-12-10")};
    plan.series = {1, 1};
    plan.items = {item(0, {{Kind::limit, day("2026-11-08"), {}, {1}, {}}}),
                  item(1, {{Kind::avoid, day("2026-11-01"), day("2026-11-08"), {1}, {}},
                           {Kind::avoid, day("2026-12-10"), day("2026-12-17"), {2}, {}}}),
                  item(2, {{Kind::expect, day("2026-11-01"), day("2027-03-10"), {1}, {}}})};
    Style options;
    options.calendar.events = Events::days;
    for (const bool with_normal : {true, false}) {
        if (!with_normal) plan.items.pop_back();
        const auto all = titles(plan, options);
        REQUIRE(all.size() == 48);
        CHECK(all[8] == "2026-11-09 Day 8: Gym: over");
        CHECK(all[9] == "2026-11-10 Day 9: careful with Sun");
        CHECK(all.back() == "2026-12-18 Day 8: Gym: over");
    }
}

TEST_CASE("long titles name what has room, and say that there is more") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items.clear();
    for (std::size_t i = 0; i < 9; ++i) {
        auto ban = rule("ban-" + std::to_string(i), Kind::avoid, "Ban number " + std::to_string(i), 0, 7);
        ban.activities = {i % 4};
        if (i < protocol.rules.size())
            protocol.rules[i] = ban;
        else
            protocol.rules.push_back(ban);
        plan.items.push_back(item(i, {{Kind::avoid, day("2026-11-22"), day("2026-11-29"), {1}, {}}}));
    }
    CHECK(titles(plan)[1] == "2026-11-30 Day 8: Ban number 0, Ban number 4, Ban number 8 allowed …");
    for (auto& rule : protocol.rules) rule.title += std::string(60, 'x');
    CHECK(titles(plan)[1] == "2026-11-30 Day 8: 9 things allowed again · more inside");
    protocol.rules[4].short_title = "ban 4";
    CHECK(titles(plan)[1] == "2026-11-30 Day 8: ban 4 allowed · more inside");
    protocol.rules[0].short_title = "ban 0";
    CHECK(titles(plan)[1] == "2026-11-30 Day 8: ban 0, ban 4 allowed again · more inside");
}

TEST_CASE("a title never looks complete where it is not, and names nothing without its condition") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items[0].declared = plan.items[0].windows = plan.items[2].windows;
    protocol.rules[2].title = "Pool";
    protocol.rules[0].title = std::string(30, 'x');
    CHECK(titles(plan)[0] == "2026-11-22 Session 1: no " + protocol.rules[0].title + ", Pool · more");
    CHECK(titles(plan)[5] == "2026-12-23 Day 31: " + protocol.rules[0].title + ", Pool allowed again");
    CHECK(titles(plan)[2] == "2026-12-03 Day 11: careful with Shaving (only if no scab remains)");
    protocol.rules[3].title = "Shaving with a machine";
    CHECK(titles(plan)[2] == "2026-12-03 Day 11: careful with 1 thing · more inside");
}

TEST_CASE("while sessions are planned, a day before which the next may have been says after which one it counts") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.more_sessions = Truth::yes;
    CHECK(titles(plan)[1] == "2026-11-26 Day 4: Dry shampoo with care · still no Swimming in a pool …");
    CHECK(titles(plan)[3] == "2026-12-07 No new session? Day 15: Dry shampoo allowed again");
    plan.items[0].windows.push_back({Kind::avoid, day("2026-12-07"), day("2026-12-09"), {1}, {}});
    plan.items[0].declared = plan.items[0].windows;
    CHECK(titles(plan)[3] == "2026-12-07 Day 15: avoid Getting the scalp wet · book Check-up · more");
    plan.more_sessions = Truth::no;
    CHECK(titles(plan)[3] == "2026-12-07 Day 15: avoid Getting the scalp wet · book Check-up · more");
    plan.items.pop_back();
    CHECK(titles(plan)[3] == "2026-12-07 Day 15: avoid Getting the scalp wet · Dry shampoo allowed");
    protocol.min_gap = 16;
    plan.more_sessions = Truth::yes;
    CHECK(titles(plan)[5].starts_with("2026-12-14 No new session? Day 22: "));
    protocol.min_gap = 22;
    CHECK(titles(plan)[5].starts_with("2026-12-14 Day 22: "));
}

TEST_CASE("the title of a session says whom to call in an emergency, or that the signs of danger stand inside") {
    auto protocol = small_protocol();
    protocol.rules[0].short_title = "water";
    const auto plan = small_plan(protocol);
    CHECK(titles(plan)[0] == "2026-11-22 Session 1: no water · open: danger signs · more inside");
    protocol.clinic.emergency = {"112 or the clinic's own night service", "112"};
    CHECK(titles(plan)[0] == "2026-11-22 Session 1: no water, Swimming in a pool · emergency: 112 …");
}

TEST_CASE("what people ask about most comes first in a title") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items[2].declared = plan.items[2].windows = plan.items[0].windows;
    protocol.rules[0].title = "Water";
    protocol.rules[1].title = "Rinse";
    protocol.rules[2].title = "Pool";
    plan.items.erase(plan.items.begin() + 4);  // what begins too
    const auto told = [&] { return titles(plan)[1]; };
    CHECK(holds(told(), "Pool allowed"));  // how to use water says the rule that begins
    protocol.rules[1].activities = {3};
    CHECK(holds(told(), "Water, Pool allowed"));
    protocol.activities[1].words = {"swim", "swimming", "dive"};
    CHECK(holds(told(), "Water, Pool allowed"));  // its section is cited: clients were told of it
    protocol.rules[0].sources.clear();
    CHECK(holds(told(), "Pool, Water allowed"));
    protocol.rules[0].headline = "Keep it dry.";
    CHECK(holds(told(), "Water, Pool allowed"));
}

TEST_CASE("rules of one kind and one short are one name, but where their days differ") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    protocol.rules[0].short_title = protocol.rules[2].short_title = "water";
    CHECK(holds(titles(plan)[0], "no Getting the scalp wet"));
    plan.items[2].declared = plan.items[2].windows = plan.items[0].windows;
    CHECK(titles(plan)[0] == "2026-11-22 Session 1: no water, Shaving · open: danger signs");
}

TEST_CASE("what has no room is told in a line before it ends, or at a visit") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    const auto known = protocol.rules.size();
    for (std::size_t i = 0; i < 6; ++i) {
        auto ban = rule("long-" + std::to_string(i), Kind::avoid, "Ban " + std::to_string(i), 0, 2);
        ban.detail = std::string(500, static_cast<char>('a' + i));
        ban.why = "It hurts " + std::to_string(i) + ".";
        const bool lasts = i % 2 == 1;
        const auto end = lasts ? std::optional<Date>() : day("2026-11-24");
        protocol.rules.push_back(ban);
        plan.items.push_back(item(known + i, {{Kind::avoid, day("2026-11-22"), end, {1}, {}}}));
    }
    protocol.summary = "Why all of this.";
    const auto events = CalendarWriter(protocol, {}).events(plan, nullptr);
    std::string all;
    for (const auto& event : events) {
        CHECK(event.description.size() <= 2000);
        all += event.description;
    }
    for (std::size_t i = 0; i < 6; ++i) {
        CAPTURE(i);
        const bool is_told = holds(all, std::string(500, static_cast<char>('a' + i)));
        CHECK((is_told || (i % 2 == 0 && holds(all, "Ban " + std::to_string(i) + ": It hurts"))));
    }
    CHECK(holds(events.back().description, "Why all of this.\n"));
}

TEST_CASE("a window without an end says so in its title, and a discreet one what it is about") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items[2].windows.front().end = std::nullopt;
    CHECK(titles(plan, windows())[3] == "2026-11-22 Avoid: Swimming in a pool (no end date)");
    auto discreet = windows();
    discreet.discreet = true;
    CHECK(titles(plan, discreet)[3] == "2026-11-22 From day 0: what to avoid (see your plan)");
    discreet.calendar.events = Events::changes;
    CHECK(titles(plan, discreet)[1] == "2026-11-26 Day 4: what to do (see your plan)");
}

TEST_CASE("no windows, no bytes") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items.clear();
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        CHECK(calendar_of(plan, options) == "");
    }
}

TEST_CASE("one event alone brings no calendar name; a name given stands for the protocol's") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    auto options = windows();
    options.calendar.name = "Ana, spring\n";
    CHECK(values(calendar_of(plan, options), "X-WR-CALNAME") == std::vector<std::string>{"Ana\\, spring"});
    plan.items = {plan.items[0]};
    CHECK(values(calendar_of(plan, options), "NAME").empty());
}

TEST_CASE("a moved session and a changed name keep every identity where the client has an id") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        auto later = plan;
        move(later, Days{3});
        later.client_name = "Somebody Else";
        const auto uids = values(calendar_of(plan, options), "UID");
        CHECK(std::set(uids.begin(), uids.end()).size() == uids.size());
        CHECK(values(calendar_of(later, options), "UID") == uids);
        later.client_id.clear();
        auto nameless = plan;
        nameless.client_id.clear();
        CHECK(values(calendar_of(nameless, options), "UID") != uids);
        CHECK(values(calendar_of(nameless, options), "UID") != values(calendar_of(later, options), "UID"));
    }
}

TEST_CASE("an open-ended window is an event on its first day") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[6]};
    const auto bytes = unfolded(calendar_of(plan));
    CHECK(bytes.find("DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261123\r\nSUMMARY:! Doctor today if: Fever or "
                     "chills\r\n") != std::string::npos);
    CHECK(bytes.find("\\nFrom Sun 22 Nov (day 0) on\\; no end date.\\n") != std::string::npos);
}

TEST_CASE("stamps come from the first session or from SOURCE_DATE_EPOCH") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const std::pair<std::optional<long long>, std::string> table[] = {{std::nullopt, "20261122T000000Z"},
                                                                      {1700000000, "20231114T221320Z"},
                                                                      {0, "19700101T000000Z"},
                                                                      {-1, "19691231T235959Z"}};
    for (const auto& [epoch, stamp] : table) {
        auto options = windows();
        options.epoch = epoch;
        const auto bytes = calendar_of(plan, options);
        CHECK(values(bytes, "DTSTAMP").front() == stamp);
        CHECK(values(bytes, "LAST-MODIFIED") == values(bytes, "DTSTAMP"));
    }
}

TEST_CASE("alarms: for what is to be done or no longer done, and for visits; never on a session's own day") {
    const auto protocol = small_protocol();
    const auto with_alarm = [&](Events events) {
        Style options;
        options.calendar.events = events;
        std::vector<std::string> found;
        for (const auto& event : CalendarWriter(protocol, options).events(small_plan(protocol), nullptr))
            if (event.alarm) found.push_back(event.title.substr(0, event.title.find(':')));
        return found;
    };
    // Shaving becomes freer on day 11, and from day 15 on things are only allowed.
    CHECK(with_alarm(Events::changes) == std::vector<std::string>{"Day 4", "Booked? Check-up"});
    CHECK(with_alarm(Events::days) == std::vector<std::string>{"Day 4", "Booked? Check-up"});
    CHECK(with_alarm(Events::windows) == std::vector<std::string>{"Do", "With care", "Booked? Check-up"});
    auto options = windows();
    CHECK(values(calendar_of(small_plan(protocol)), "TRIGGER") == std::vector<std::string>(3, "-PT6H"));
    options.calendar.alarm = "-P1D";
    CHECK(values(calendar_of(small_plan(protocol), options), "TRIGGER") == std::vector<std::string>(3, "-P1D"));
    options.calendar.alarm.clear();
    CHECK(calendar_of(small_plan(protocol), options).find("VALARM") == std::string::npos);
}

TEST_CASE("no alarm rings for a visit that begins on a session's own day") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items[7].windows[0].start = plan.sessions.front();
    CHECK_FALSE(CalendarWriter(protocol, {}).events(plan, nullptr).back().alarm);
}

TEST_CASE("a visit has one identity in every mode, whatever its days") {
    const auto protocol = small_protocol();
    std::set<std::string> uids;
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        for (const int days : {0, 9}) {
            auto plan = small_plan(protocol);
            move(plan, Days{days});
            Style options;
            options.calendar.events = events;
            uids.insert(CalendarWriter(protocol, options).events(plan, nullptr).back().uid);
        }
    }
    CHECK(uids.size() == 1);
}

TEST_CASE("a visit says its best day, else its last") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    auto& window = plan.items[7].windows[0];
    const auto title = [&] { return CalendarWriter(protocol, {}).events(plan, nullptr).back().title; };
    window.target = day("2026-12-24");
    CHECK(title() == "Booked? Check-up: best around Thu 24 Dec");
    window.target.reset();
    CHECK(title() == "Booked? Check-up: Sun 20 Dec to Sun 17 Jan 2027");
    window.end.reset();
    CHECK(title() == "Booked? Check-up: from today on");
    const auto event = CalendarWriter(protocol, {}).events(plan, nullptr).back();
    CHECK(event.last == event.start);
}

TEST_CASE("alarms have three forms") {
    for (const auto* text : {"-PT6H", "-PT1H", "-PT90M", "-P1D", "-P366D", "-PT8784H"}) CHECK(read_alarm(text) == text);
    for (const auto* text : {"", "6h", "PT6H", "-PT6", "-PT", "-PTH", "-PT0H", "-PT06H", "-P1H", "-PT1W", "-P1W",
                             "-P1DT6H", "-PT6H ", "-PT+6H", "-PT-6H", "-P367D", "-PT99999999999H", "-PT6h", "--PT6H"}) {
        CAPTURE(text);
        CHECK_FALSE(read_alarm(text));
    }
    CHECK(alarm_time("-PT6H") == 18 * 60);
    CHECK(alarm_time("-PT90M") == 22 * 60 + 30);
    CHECK(alarm_time("-P1D") == 0);
    CHECK(alarm_time("-PT30H") == 18 * 60);
}

TEST_CASE("hostile titles stay titles") {
    auto protocol = small_protocol();
    protocol.rules[0].title = "a,b;c\\new\r\nATTENDEE:x\u0085END:VEVENT\u2028\a";
    auto plan = small_plan(protocol);
    plan.items = {plan.items[0]};
    const auto bytes = calendar_of(plan);
    CHECK(values(bytes, "SUMMARY") == std::vector<std::string>{"Avoid: a\\,b\\;c/new ATTENDEE:x END: VEVENT"});
    CHECK(values(bytes, "ATTENDEE").empty());
}

TEST_CASE("very long texts are cut, dates and foot are not") {
    auto protocol = small_protocol();
    for (int i = 0; i < 3000; ++i) protocol.rules[0].detail += "山";
    protocol.rules[0].title = std::string(100000, 'x');
    protocol.clinic.phone = {std::string(100000, '1')};
    auto plan = small_plan(protocol);
    plan.items = {plan.items[0]};
    const auto description = values(calendar_of(plan), "DESCRIPTION").front();
    CHECK(display_width(description) < 2 * 2200);
    CHECK(holds(description, "\\nUntil and including Wed 25 Nov (day 3).\\n"));
    CHECK(holds(description, "x [...]\\n"));
    CHECK(holds(description, "\\nDay 0 is the day of a session.\\nNot medical advice"));
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        for (const auto& event : CalendarWriter(protocol, options).events(plan, nullptr)) {
            CHECK(display_width(event.title) <= 60);
            CHECK(event.description.size() < 6000);
        }
    }
}

TEST_CASE("a discreet calendar holds no text of the rules, the clinic or the client") {
    auto protocol = small_protocol();
    protocol.clinic.name = protocol.clinic.email = protocol.clinic.url = "SECRET scalp clinic";
    protocol.clinic.emergency = {"SECRET +1"};
    auto plan = small_plan(protocol);
    plan.client_name = plan.client_id = "SECRET Ana";
    for (auto& rule : protocol.rules) rule.title = rule.detail = "SECRET rule";
    for (auto& activity : protocol.activities) activity.title = activity.words.emplace_back("SECRET");
    protocol.id = protocol.title = protocol.events[0].title = protocol.facts[0].title = "SECRET";
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        const auto open = values(calendar_of(plan, options), "UID");
        options.discreet = true;
        const auto bytes = unfolded(calendar_of(plan, options));
        CHECK(bytes.find("SECRET") == std::string::npos);
        CHECK(bytes.find("scalp") == std::string::npos);
        CHECK(bytes.find("Recovery") == std::string::npos);
        CHECK(bytes.find("\\nCall: +44 20 7946 0000\\n") != std::string::npos);
        CHECK(values(bytes, "UID") == open);
    }
}

TEST_CASE("the private mark can be left out, and no client's name stands in a calendar") {
    const auto protocol = small_protocol();
    auto options = windows();
    CHECK(values(calendar_of(small_plan(protocol)), "CLASS") == std::vector<std::string>(9, "PRIVATE"));
    options.calendar.open = true;
    CHECK(values(calendar_of(small_plan(protocol), options), "CLASS").empty());
    CHECK(unfolded(calendar_of(small_plan(protocol))).find("Ana") == std::string::npos);
}

TEST_CASE("every description says whom to call, with a number and without") {
    auto protocol = small_protocol();
    for (const auto help : {Help::doctor, Help::emergency}) {
        protocol.rules[6].help = help;
        for (const auto* number : {"", "112"}) {
            protocol.clinic.emergency.clear();
            if (*number != '\0') protocol.clinic.emergency.emplace_back(number);
            for (const bool discreet : {false, true}) {
                for (const auto events : {Events::changes, Events::windows, Events::days}) {
                    Style options;
                    options.calendar.events = events;
                    options.discreet = discreet;
                    for (const auto& event : CalendarWriter(protocol, options).events(small_plan(protocol), nullptr)) {
                        CAPTURE(event.description);
                        CHECK(holds(event.description, *number != 0 ? number : "the emergency services"));
                        CHECK(holds(event.description, "\nCall: +44 20 7946 0000\n"));
                    }
                }
            }
        }
    }
}

TEST_CASE("every description begins with the signs of its day, the most urgent first") {
    auto protocol = small_protocol();
    protocol.rules[5].kind = Kind::warn;  // redness
    protocol.rules[5].help = Help::emergency;
    protocol.clinic.emergency = {"112", "999"};
    auto plan = small_plan(protocol);
    plan.items[5].windows.front().kind = Kind::warn;
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        for (const auto& event : CalendarWriter(protocol, options).events(plan, nullptr)) {
            const bool red = event.start <= day("2026-11-25");
            CHECK(event.description.starts_with(std::string(red ? "Call 112, 999 now if: Redness\n"
                                                                : "In an emergency, call the emergency services: 112, "
                                                                  "999\n") +
                                                "See a doctor today if: Fever or chills\nCall: +44 20 7946 0000\n"));
        }
    }
}

TEST_CASE("a rule below its floor is told on each session's day, with each window and each visit") {
    auto protocol = small_protocol();
    protocol.notices = {{Severity::notice, Code::floor_accepted, {}, {"Shaving", "4", 7, "own risk"}, {}}};
    for (const auto events : {Events::changes, Events::days, Events::windows}) {
        Style options;
        options.calendar.events = events;
        for (const auto& event : CalendarWriter(protocol, options).events(small_plan(protocol), nullptr)) {
            CAPTURE(event.title);
            const bool is_later_day = event.title.starts_with("Day ");
            CHECK(holds(event.description, "Shaving: free on day 4") == !is_later_day);
        }
    }
}

TEST_CASE("windows: the title of a sign says how soon to call about it") {
    auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const auto told = [&](std::string_view title) {
        const auto all = titles(plan, windows());
        return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return holds(one, title); });
    };
    CHECK(told(" ! Doctor today if: Fever or chills"));
    const auto fever = std::find_if(protocol.rules.begin(), protocol.rules.end(),
                                    [](const Rule& rule) { return rule.title == "Fever or chills"; });
    fever->help = Help::emergency;
    CHECK(told(" ! Danger: Fever or chills"));
    fever->help = Help::practitioner;
    CHECK(told(" ! Call if: Fever or chills"));
}
