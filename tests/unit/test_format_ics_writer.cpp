#include "format/ics_writer.hpp"
#include "format/uuid.hpp"

#include <smpcare/format.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace smpcare;

namespace {

std::string folded(std::string_view line) {
    std::string out;
    ics::add_line(out, line);
    return out;
}

std::vector<std::string> physical_lines(const std::string& bytes) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto end = bytes.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(bytes.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

// Whether `bytes` is `line` folded as promised: RFC 5545, whole characters and escapes, no space at a line's end.
bool well_folded(const std::string& bytes, const std::string& line) {
    std::string joined;
    const auto lines = physical_lines(bytes);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& text = lines[i];
        if (text.size() > 75 || (i > 0 && text.front() != ' ')) return false;
        const auto content = i > 0 ? text.substr(1) : text;
        if (content.empty() || content.back() == ' ' || (static_cast<unsigned char>(content[0]) & 0xC0) == 0x80)
            return false;
        std::size_t backslashes = 0;
        while (backslashes < content.size() && content[content.size() - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 == 1) return false;
        joined += content;
    }
    return joined == line;
}

ics::Event event(std::string uid) {
    const auto start = *parse_date("2026-11-22");
    return {std::move(uid), start, start + Days{7}, "SUMMARY:Avoid: X\r\n", "", "", "Recovery"};
}

}  // namespace

TEST_CASE("a line of 75 octets stays whole, one more is folded") {
    CHECK(folded(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
    CHECK(folded(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
    CHECK(folded(std::string(150, 'x')) == std::string(75, 'x') + "\r\n " + std::string(74, 'x') + "\r\n x\r\n");
}

TEST_CASE("every length of character and escape is folded whole at every column") {
    for (const std::string unit : {"x", "é", "山", "👩", "\\n", "\\,", "\\;", "\\\\", " "}) {
        for (std::size_t before = 0; before < 80; ++before) {
            const auto line = "A" + std::string(before, 'x') + unit + unit + unit + std::string(100, 'y');
            CAPTURE(unit);
            CAPTURE(before);
            CHECK(well_folded(folded(line), line));
        }
    }
}

TEST_CASE("text is escaped once, and only where the RFC asks") {
    CHECK(ics::escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne");
    CHECK(ics::escaped("10:30 \"quoted\"") == "10:30 \"quoted\"");
    CHECK(ics::escaped("") == "");
    CHECK(ics::escaped("\n") == "\\n");
}

TEST_CASE("text for calendars cannot be read as something else") {
    CHECK(ics::description_text("C:\\new") == "C:/new");
    CHECK(ics::description_text("BEGIN:VEVENT\r\nEND:VEVENT") == "BEGIN: VEVENT\nEND: VEVENT");
    CHECK(ics::description_text("BEGIN: x") == "BEGIN: x");
    CHECK(ics::description_text("a" + std::string(200, ' ') + "b") == "a b");
    CHECK(ics::description_text("\n  x\u2028y\n\n") == "x\ny");
    CHECK(ics::summary_text("a\r\nATTENDEE:b\u0085c") == "a ATTENDEE:b c");
    CHECK(ics::summary_text("\u202Eevil\u202C  title ") == "evil title");
}

TEST_CASE("no events, no bytes") { CHECK(ics::bytes_of({"20261122T000000Z", "p", "name", {}}) == ""); }

TEST_CASE("the calendar's name stands only over several events") {
    const ics::Calendar one{"20261122T000000Z", "p", "My plan", {event("a")}};
    CHECK(ics::bytes_of(one).find("NAME") == std::string::npos);
    const ics::Calendar two{"20261122T000000Z", "p", "My plan", {event("a"), event("b")}};
    CHECK(ics::bytes_of(two).find("\r\nNAME:My plan\r\nX-WR-CALNAME:My plan\r\nBEGIN:VEVENT\r\n") != std::string::npos);
}

TEST_CASE("broken promises never leave as bytes") {
    ics::Calendar calendar{"20261122T000000Z", "p", "", {event("a"), event("a")}};
    CHECK_THROWS_AS(ics::bytes_of(calendar), std::logic_error);
    calendar.events[1].uid = "b";
    CHECK_NOTHROW(ics::bytes_of(calendar));
    calendar.events[1].last = calendar.events[1].start - Days{1};
    CHECK_THROWS_AS(ics::bytes_of(calendar), std::logic_error);
    calendar.events[1] = event("b");
    calendar.events[1].summary_line = "SUMMARY:two\\nlines\r\n";
    CHECK_THROWS_AS(ics::bytes_of(calendar), std::logic_error);
}

TEST_CASE("identities depend on each part and on where it ends") {
    const auto id = uuid5({"a", "bc"});
    CHECK(id == "73d14aac-720b-5827-9ed7-141ed0e3258a");  // as Python's uuid.uuid5 makes it from "1:a2:bc"
    CHECK(id != uuid5({"ab", "c"}));
    CHECK(id != uuid5({"a", "bc", ""}));
}
