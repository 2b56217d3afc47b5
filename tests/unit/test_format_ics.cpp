#include "test_format_fixture.hpp"

#include <algorithm>
#include <set>

using namespace format_fixture;

namespace {

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
  3).\nBegins Sunday 22 November 2026 (session 1\, day 0).\nNo shower on th
 e scalp\, no rain\, no sweat. A body shower is fine\, with the head held b
 ack.\nCall: +44 20 7946 0000\nNot medical advice: what your practitioner t
 ells you comes first. If in doubt\, call.
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
  long\nCall: +44 20 7946 0000\nNot medical advice: what your practitioner
  tells you comes first. If in doubt\, call.
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

std::string calendar(const Plan& plan, std::optional<long long> epoch = {}) {
    Style style;
    style.epoch = epoch;
    return find_format("ics")->plan(plan, style);
}

// The values of a property, in order; folded ones as far as their first line.
std::vector<std::string> values(const std::string& bytes, const std::string& name) {
    std::vector<std::string> found;
    const auto start = "\r\n" + name + ":";
    for (auto at = bytes.find(start); at != std::string::npos; at = bytes.find(start, at + 1)) {
        const auto from = at + start.size();
        found.push_back(bytes.substr(from, bytes.find("\r\n", from) - from));
    }
    return found;
}

std::string unfolded(std::string bytes) {
    for (auto at = bytes.find("\r\n "); at != std::string::npos; at = bytes.find("\r\n ", at)) bytes.erase(at, 3);
    return bytes;
}

}  // namespace

TEST_CASE("a calendar, whole") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[0], plan.items[4]};
    auto bytes = calendar(plan);
    CHECK(std::count(bytes.begin(), bytes.end(), '\r') == std::count(bytes.begin(), bytes.end(), '\n'));
    bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
    CHECK(bytes == two_events);
}

TEST_CASE("no windows, no bytes") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items.clear();
    CHECK(calendar(plan) == "");
}

TEST_CASE("each window is one event with an identity of its own") {
    const auto protocol = small_protocol();
    const auto uids = values(calendar(small_plan(protocol)), "UID");
    CHECK(uids.size() == 9);
    CHECK(std::set(uids.begin(), uids.end()).size() == 9);
}

TEST_CASE("a moved session keeps every identity where the client has an id") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    auto later = plan;
    const auto move = [](Date& date) { date += Days{3}; };
    for (auto& session : later.sessions) move(session);
    for (auto& item : later.items) {
        for (auto& window : item.windows) {
            move(window.start);
            if (window.end) move(*window.end);
        }
    }
    CHECK(values(calendar(plan), "UID") == values(calendar(later), "UID"));
    auto renamed = plan;
    renamed.client_name = "Somebody Else";
    CHECK(values(calendar(plan), "UID") == values(calendar(renamed), "UID"));

    auto nameless = plan;
    nameless.client_id.clear();
    later.client_id.clear();
    CHECK(values(calendar(nameless), "UID") != values(calendar(plan), "UID"));
    CHECK(values(calendar(nameless), "UID") != values(calendar(later), "UID"));
}

TEST_CASE("an open-ended window is an event on its first day") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[6]};
    const auto bytes = unfolded(calendar(plan));
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
    for (const auto* name : {"DTSTAMP", "LAST-MODIFIED"}) {
        CHECK(values(calendar(plan), name).front() == "20261122T000000Z");
        CHECK(values(calendar(plan, 1700000000), name).front() == "20231114T221320Z");
        CHECK(values(calendar(plan, 0), name).front() == "19700101T000000Z");
        CHECK(values(calendar(plan, -1), name).front() == "19691231T235959Z");
    }
}

TEST_CASE("nothing rings the evening before a session's own day") {
    const auto protocol = small_protocol();
    const auto bytes = calendar(small_plan(protocol));
    CHECK(values(bytes, "TRIGGER") == std::vector<std::string>(4, "-PT6H"));
}

TEST_CASE("hostile titles stay titles") {
    auto protocol = small_protocol();
    protocol.rules[0].title = "a,b;c\\new\r\nATTENDEE:x\u0085END:VEVENT\u2028\a";
    auto plan = small_plan(protocol);
    plan.items = {plan.items[0]};
    const auto bytes = unfolded(calendar(plan));
    CHECK(values(bytes, "SUMMARY") == std::vector<std::string>{"Avoid: a\\,b\\;c/new ATTENDEE:x END: VEVENT"});
    CHECK(values(bytes, "ATTENDEE").empty());
}

TEST_CASE("a very long detail is cut, its dates and foot are not") {
    auto protocol = small_protocol();
    for (int i = 0; i < 3000; ++i) protocol.rules[0].detail += "山";
    auto plan = small_plan(protocol);
    plan.items = {plan.items[0]};
    const auto description = values(unfolded(calendar(plan)), "DESCRIPTION").front();
    CHECK(display_width(description) < 2 * 2000);
    CHECK(description.starts_with("Until and including Wednesday 25 November 2026"));
    CHECK(description.find("山 [...]\\nCall: +44 20 7946 0000\\nNot medical advice") != std::string::npos);
}

TEST_CASE("no client name stands in a calendar") {
    const auto protocol = small_protocol();
    CHECK(unfolded(calendar(small_plan(protocol))).find("Ana") == std::string::npos);
}
