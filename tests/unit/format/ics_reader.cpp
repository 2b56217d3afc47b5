#include "unit/format/fixture.hpp"
#include "unit/told.hpp"

#include "base/code_points.hpp"

#include <smpcare/calendar.hpp>

using namespace format_fixture;

namespace {

std::string small_calendar(const Style& options = {}) {
    static const auto protocol = small_protocol();
    std::string bytes;
    CalendarWriter(protocol, options).append(small_plan(protocol), nullptr, bytes);
    return bytes;
}

// "3:1: what was wanted"; "" where the file is read.
std::string fault_of(std::string bytes) {
    Diagnostics found;
    const auto read = read_calendar({"old.ics", std::move(bytes)}, found);
    if (read) return found.all().empty() ? "" : "read, with faults";
    REQUIRE(found.all().size() == 1);
    const auto& fault = found.all().front();
    CHECK(fault.code == Code::not_our_calendar);
    return location(fault.span).substr(8) + ": " + told(fault.args.front());
}

std::string changed(std::string_view from, std::string_view to) {
    auto bytes = small_calendar();
    const auto at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("what was written is read back: identities, dates, texts, revisions") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        Style options;
        options.calendar.events = events;
        options.calendar.open = events == Events::days;
        const CalendarWriter writer(protocol, options);
        std::string bytes;
        writer.append(plan, nullptr, bytes);
        Diagnostics found;
        const auto previous = read_calendar({"old.ics", bytes}, found);
        REQUIRE(previous);
        const auto wanted = writer.events(plan, nullptr);
        REQUIRE(previous->events.size() == wanted.size());
        std::string joined;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto& event = previous->events[i];
            CHECK(event.uid == wanted[i].uid);
            CHECK(event.start == wanted[i].start);
            CHECK(event.last == wanted[i].last);
            CHECK(event.sequence == 0);
            CHECK(event.stamp == "20261122T000000Z");
            CHECK_FALSE(event.cancelled);
            joined += event.bytes;
        }
        CHECK(bytes.find(joined) != std::string::npos);
        CHECK(previous->newest_stamp == "20261122T000000Z");
        CHECK(writer.kinship(plan, *previous) == Kinship::same_events);
        auto other = plan;
        other.client_id = "somebody else";
        CHECK(writer.kinship(other, *previous) == Kinship::stranger);
        options.calendar.events = events == Events::changes ? Events::windows : Events::changes;
        const CalendarWriter in_other_mode(protocol, options);
        CHECK(in_other_mode.kinship(plan, *previous) == Kinship::other_mode);
        CHECK(in_other_mode.kinship(other, *previous) == Kinship::stranger);
    }
}

TEST_CASE("a file cut short anywhere is refused") {
    const auto bytes = small_calendar();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CAPTURE(length);
        if (begins_character(bytes[length])) CHECK(fault_of(bytes.substr(0, length)) != "");
    }
    CHECK(fault_of("") == "1:1: a line that is missing: the file ends too soon");
    CHECK(fault_of(bytes.substr(0, 32)) == "3:1: a line end (CR LF)");
}

TEST_CASE("a byte changed in the frame of the file is seen") {
    const std::pair<std::string_view, std::string_view> table[] = {
        {"VERSION:2.0", "VERSION:3.0"},
        {"-//smpcare//", "-//other//"},
        {"CALSCALE:GREGORIAN", "METHOD:PUBLISH"},
        {"X-WR-CALNAME:Small", "X-WR-CALNAME:Other"},
        {"SEQUENCE:0", "SEQUENCE:-1"},
        {"SEQUENCE:0", "SEQUENCE:00"},
        {"SEQUENCE:0", "SEQUENCE:9999999999"},
        {"LAST-MODIFIED:20261122T000000Z", "LAST-MODIFIED:20261122T000001Z"},
        {"DTSTAMP:20261122T000000Z", "DTSTAMP:20261122T240000Z"},
        {"DTSTART;VALUE=DATE:20261122", "DTSTART;VALUE=DATE:20261132"},
        {"DTSTART;VALUE=DATE:20261122", "DTSTART;VALUE=DATE:20261123"},
        {"DTSTART;VALUE=DATE:", "DTSTART:"},
        {"STATUS:CONFIRMED", "STATUS:TENTATIVE"},
        {"TRANSP:TRANSPARENT", "TRANSP:OPAQUE"},
        {"CLASS:PRIVATE", "CLASS:PUBLIC"},
        {"TRIGGER:-PT6H", "TRIGGER:PT9H"},
        {"\r\n", "\n"},
        {"\r\nSUMMARY", "\r\n\r\nSUMMARY"},
        {"Redness", "Red,ness"},
        {"Redness", "Red\\ness\\x"},
        {"Redness", "Red  ness"},
        {"Redness", "Red\tness"},
        {"END:VCALENDAR\r\n", "END:VCALENDAR\r\n\r\n"},
        {"END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n"},
        {"END:VEVENT\r\n", "END:VEVENT\r\nX-OTHER:1\r\n"},
        {"CATEGORIES:", "LOCATION:here\r\nCATEGORIES:"},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        CHECK(fault_of(changed(row.first, row.second)) != "");
    }
}

TEST_CASE("the place and what is wanted there are named") {
    CHECK(fault_of(changed("VERSION:2.0", "VERSION:3.0")) == "2:1: VERSION:2.0");
    CHECK(fault_of("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Google Inc//EN\r\n") ==
          "3:1: PRODID:-//smpcare//smpcare//EN");
    CHECK(fault_of(changed("DTSTAMP:2026", "DTSTAMP:x026")) == "11:9: a time such as 20261122T000000Z");
    CHECK(fault_of("\xEF\xBB\xBF" + small_calendar()) == "1:1: BEGIN:VCALENDAR");
    const auto bytes = small_calendar();
    const auto first = bytes.find("BEGIN:VEVENT"), second = bytes.find("BEGIN:VEVENT", first + 1);
    CHECK(fault_of(bytes.substr(0, second) + bytes.substr(first)).ends_with(": another UID"));
    CHECK(fault_of(bytes.substr(0, first) + "END:VCALENDAR\r\n") == "9:1: BEGIN:VEVENT");
}

TEST_CASE("what is too large or not text is refused as such") {
    Diagnostics found;
    CHECK_FALSE(read_calendar({"old.ics", std::string(calendar_limit + 1, 'x')}, found));
    CHECK(found.all().front().code == Code::too_large);
    CHECK_FALSE(read_calendar({"old.ics", changed("Redness", "Red\xFFness")}, found));
    CHECK(found.all().back().code == Code::invalid_utf8);
    CHECK(fault_of(changed("Redness", std::string_view("Red\0ess", 7))) != "");
}

TEST_CASE("what is gone is cancelled once, without alarm, and stays") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    Style options;
    options.calendar.events = Events::windows;
    const CalendarWriter writer(protocol, options);
    std::string first, second, third;
    writer.append(plan, nullptr, first);
    Diagnostics found;
    const auto sent = read_calendar({"1.ics", first}, found);
    REQUIRE(sent);
    const auto gone = writer.events(plan, nullptr)[2];  // the sign of danger comes first
    plan.items.erase(plan.items.begin() + 1);
    writer.append(plan, &*sent, second);
    const auto update = read_calendar({"2.ics", second}, found);
    REQUIRE(update);
    CHECK(update->events.size() == sent->events.size());
    const auto& cancelled = update->events.back();
    CHECK(cancelled.uid == gone.uid);
    CHECK(cancelled.cancelled);
    CHECK(cancelled.title == "Cancelled: Do: Rinse with lukewarm water");
    CHECK(cancelled.sequence == 1);
    CHECK(cancelled.stamp == "20261122T000001Z");
    CHECK(cancelled.bytes.find("VALARM") == std::string_view::npos);
    CHECK(update->events.front().bytes == sent->events.front().bytes);
    writer.append(plan, &*update, third);
    CHECK(third == second);

    Style discreet = options;
    discreet.discreet = true;
    std::string neutral;
    CalendarWriter(protocol, discreet).append(plan, &*update, neutral);
    CHECK(neutral.find("Rinse") == std::string::npos);
    CHECK(neutral.find("SUMMARY:Cancelled: see your plan\r\nCATEGORIES:Plan\r\n") != std::string::npos);
}
