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
DESCRIPTION:Until and including Wednesday 25 November 2026 (session 1\, day
  3).\nBegins Sunday 22 November 2026 (session 1\, day 0).\n
 No shower on the scalp\, no rain\, no sweat. A body shower is fine\, with
  the head held back.\nNot medical advice: what your practitioner tells you
  comes first. If in doubt\, call.\nIn an emergency\, call the emergency se
 rvices.\nCall: +44 20 7946 0000
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
DESCRIPTION:Until and including Sunday 6 December 2026 (session 1\, day 14)
 .\nBegins Thursday 26 November 2026 (session 1\, day 4).\nif: Hair is kept
  long\n
 Not medical advice: what your practitioner tells you comes first. If in do
 ubt\, call.\nIn an emergency\, call the emergency services.\nCall: +44 20
  7946 0000
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

TEST_CASE("changes: what begins, what is fine again, on the day after its last") {
    const auto protocol = small_protocol();
    CHECK(titles(small_plan(protocol)) == std::vector<std::string>{
                                              "2026-11-22 Session 1: see what to avoid from today",
                                              "2026-11-26 Day 4: shower is fine again; with care: Dry shampoo",
                                              "2026-11-29 Day 7: no longer needed: Rinse with lukewarm water",
                                              "2026-12-03 Day 11: with care: Shaving",
                                              "2026-12-07 Day 15: Dry shampoo is fine again",
                                              "2026-12-14 Day 22: Shaving is fine again",
                                              "2026-12-20 Day 28: appointment: Check-up",
                                              "2026-12-23 Day 31: fine if no session follows: swim",
                                              "2027-01-03 Day 42: appointment: Check-up",
                                          });
}

TEST_CASE("changes: the description tells the rest, then the day, then whom to call") {
    const auto protocol = small_protocol();
    const auto events = CalendarWriter(protocol, {}).events(small_plan(protocol), nullptr);
    CHECK(events[1].description ==
          "Fine again: Getting the scalp wet\n"
          "With care from today: Dry shampoo (until and including Sun 6 Dec 2026; if: Hair is kept long)\n"
          "Do from today: Rinse with lukewarm water (until and including Sat 28 Nov 2026)\n"
          "Should be over: Redness\n"
          "Session 1, day 4: Thursday 26 November 2026\n"
          "Not medical advice: what your practitioner tells you comes first. If in doubt, call.\n"
          "In an emergency, call the emergency services.\n"
          "Call: +44 20 7946 0000");
    CHECK(events[0].description.starts_with(
        "Call if: Fever or chills (call a doctor)\n"
        "Avoid: Getting the scalp wet; Swimming in a pool (if you have no session before then); Shaving\n"
        "What is normal: Redness\nSession 1, day 0: Sunday 22 November 2026\n"));
    CHECK(events[7].description.starts_with(
        "Fine again: Swimming in a pool (if you have no session before then)\nSession 1, day 31: "));
}

TEST_CASE("changes: nothing is called fine while another rule holds it") {
    auto protocol = small_protocol();
    protocol.rules[4].activities = {0};  // with care, days 4 to 14: what was banned up to day 3
    const auto plan = small_plan(protocol);
    for (const auto& title : titles(plan)) {
        CAPTURE(title);
        CHECK((title.find("fine") == std::string::npos || title >= "2026-12-07"));
    }
    protocol.rules[4].activities = {3};
    protocol.activities[1].words = {"shower"};  // a word that also stands for the pool, closed up to day 30
    CHECK(titles(plan)[1] == "2026-11-26 Day 4: Getting the scalp wet is fine again");
}

TEST_CASE("days: each day its lists, to the last end of a restriction, and the appointments after it") {
    const auto protocol = small_protocol();
    Style options;
    options.calendar.events = Events::days;
    const auto all = titles(small_plan(protocol), options);
    CHECK(all.size() == 32);
    CHECK(all.front() == "2026-11-22 Session 1: see what to avoid from today");
    CHECK(all[1] == "2026-11-23 Day 1: 3 to avoid, 1 normal, 1 to watch for");
    CHECK(all[4] == "2026-11-26 Day 4: shower is fine again; with care: Dry shampoo");
    CHECK(all.back() == "2027-01-03 Day 42: appointment: Check-up");
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

TEST_CASE("of a session's description the signs come first, and are not cut") {
    auto protocol = small_protocol();
    const auto known = protocol.rules.size();
    for (int i = 0; i < 60; ++i)
        protocol.rules.push_back(
            rule("more-" + std::to_string(i), Kind::avoid, "Something that is long to tell", 0, 9));
    auto plan = small_plan(protocol);
    for (std::size_t i = known; i < protocol.rules.size(); ++i)
        plan.items.push_back(item(i, {Window{Kind::avoid, day("2026-11-22"), day("2026-12-01"), {1}, {}}}));
    const auto told = values(calendar_of(plan, {}), "DESCRIPTION").front();
    CHECK(told.rfind("Call if: Fever or chills", 0) == 0);
    CHECK(holds(told, "[...]"));
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
        REQUIRE(all.size() == 47);
        CHECK(all[8] == "2026-11-09 Day 8: Gym is fine again");
        CHECK(all.back().starts_with("2026-12-17"));
    }
}

TEST_CASE("long titles name what has room and count the others") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items.clear();
    for (std::size_t i = 0; i < 9; ++i) {
        auto ban = rule("ban-" + std::to_string(i), Kind::avoid, "Ban number " + std::to_string(i), 0, 7);
        if (i < protocol.rules.size())
            protocol.rules[i] = ban;
        else
            protocol.rules.push_back(ban);
        plan.items.push_back(item(i, {{Kind::avoid, day("2026-11-22"), day("2026-11-29"), {1}, {}}}));
    }
    const auto all = titles(plan);
    CHECK(all[1] == "2026-11-30 Day 8: Ban number 0, Ban number 1 and 7 more are fine again");
    CHECK(all[1].size() <= 11 + 60);
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
    CHECK(bytes.find(
              "DTSTART;VALUE=DATE:20261122\r\nDTEND;VALUE=DATE:20261123\r\nSUMMARY:Call if: Fever or chills\r\n") !=
          std::string::npos);
    CHECK(bytes.find(
              "DESCRIPTION:From Sunday 22 November 2026 (session 1\\, day 0) on\\; no end date.\\ncall a doctor\\n") !=
          std::string::npos);
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

TEST_CASE("alarms: before each event but a session's own day, as asked, or none") {
    const auto protocol = small_protocol();
    auto options = windows();
    CHECK(values(calendar_of(small_plan(protocol)), "TRIGGER") == std::vector<std::string>(4, "-PT6H"));
    options.calendar.alarm = "-P1D";
    CHECK(values(calendar_of(small_plan(protocol), options), "TRIGGER") == std::vector<std::string>(4, "-P1D"));
    options.calendar.alarm.clear();
    CHECK(calendar_of(small_plan(protocol), options).find("VALARM") == std::string::npos);
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
    CHECK(description.starts_with("Until and including Wednesday 25 November 2026"));
    CHECK(description.find("山 [...]\\nNot medical advice") != std::string::npos);
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        for (const auto& event : CalendarWriter(protocol, options).events(plan, nullptr)) {
            CHECK(event.title.size() < 300);
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
        CHECK(bytes.find("\\nCall: +44 20 7946 0000\r\n") != std::string::npos);
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
    protocol.rules[6].help = Help::emergency;
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
                    CHECK(event.description.find("call the emergency services") != std::string::npos);
                    CHECK(event.description.find(*number != 0 ? "services: 112\nCall" : "services.\nCall") !=
                          std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("a sign stands in a calendar with whom to call about it") {
    const auto protocol = small_protocol();
    for (const auto events : {Events::changes, Events::days}) {
        Style options;
        options.calendar.events = events;
        const auto told = CalendarWriter(protocol, options).events(small_plan(protocol), nullptr);
        CHECK(told.front().description.find("Fever or chills (call a doctor)") != std::string::npos);
    }
}

TEST_CASE("a rule below its floor is told in every description") {
    auto protocol = small_protocol();
    protocol.notices = {{Severity::notice, Code::floor_accepted, {}, {"Shaving", "4", 7, "own risk"}, {}}};
    for (const auto events : {Events::changes, Events::windows}) {
        Style options;
        options.calendar.events = events;
        for (const auto& event : CalendarWriter(protocol, options).events(small_plan(protocol), nullptr))
            CHECK(event.description.find("Shaving: free on day 4") != std::string::npos);
    }
}
