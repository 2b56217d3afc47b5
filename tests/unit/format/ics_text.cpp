#include "base/code_points.hpp"
#include "format/calendar/gap.hpp"
#include "format/calendar/text.hpp"
#include "format/calendar/uuid.hpp"

#include <smpcare/format.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace smpcare;
using namespace smpcare::calendar;

namespace {

std::string folded(std::string_view line) {
    std::string out;
    calendar::add_line(out, line);
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
    CHECK(calendar::escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne");
    CHECK(calendar::escaped("10:30 \"quoted\"") == "10:30 \"quoted\"");
    CHECK(calendar::escaped("") == "");
    CHECK(calendar::escaped("\n") == "\\n");
}

TEST_CASE("text for calendars cannot be read as something else") {
    CHECK(calendar::description_text("C:\\new") == "C:/new");
    CHECK(calendar::description_text("BEGIN:VEVENT\r\nEND:VEVENT") == "BEGIN: VEVENT\nEND: VEVENT");
    CHECK(calendar::description_text("BEGIN: x") == "BEGIN: x");
    CHECK(calendar::description_text("a" + std::string(200, ' ') + "b") == "a b");
    CHECK(calendar::description_text("\n  x\u2028y\n\n") == "x\ny");
    CHECK(calendar::summary_text("a\r\nATTENDEE:b\u0085c") == "a ATTENDEE:b c");
    CHECK(calendar::summary_text("\u202Eevil\u202C  title ") == "evil title");
}

TEST_CASE("text comes back from its escapes, and what we never write does not") {
    for (const std::string text : {"", "a,b;c", "x\ny", "日本語, עברית; 👩"})
        CHECK(calendar::unescaped(calendar::escaped(text)) == text);
    for (const auto* text : {"a,b", "a;b", "a\\\\b", "a\\", "a\\Nb", "\\:"}) CHECK_FALSE(calendar::unescaped(text));
}

TEST_CASE("the end of a line is folded by itself and joins to what stands before it") {
    for (std::size_t length = 1; length < 200; ++length) {
        const std::string text(length, 'x');
        std::string tail;
        calendar::add_folded_on(tail, text);
        CAPTURE(length);
        CHECK(tail.starts_with("\r\n x"));
        CHECK(well_folded("DESCRIPTION:y" + tail + "\r\n", "DESCRIPTION:y" + text));
    }
}

TEST_CASE("a long text is cut between code points and says so") {
    CHECK(cut_short("山山山", 3, "…") == "山山山");
    CHECK(cut_short("山山山", 2, " [...]") == "山山 [...]");
}

TEST_CASE("identities depend on each part and on where it ends") {
    const auto id = uuid5({"a", "bc"});
    CHECK(id == "73d14aac-720b-5827-9ed7-141ed0e3258a");  // as Python's uuid.uuid5 makes it from "1:a2:bc"
    CHECK(id != uuid5({"ab", "c"}));
    CHECK(id != uuid5({"a", "bc", ""}));
}

TEST_CASE("an open date takes as much room as the longest, and is told with its year only where that changes") {
    const auto& words = words::of("en");
    const auto size = calendar::gap_size(words);
    const auto told = [&](int days, int near) {
        const auto gap = calendar::gap_text({days, near}, size);
        CHECK(code_points(gap) == size);
        CHECK(calendar::find_gap("until " + gap)->gap == calendar::DateGap{days, near});
        return calendar::without_gaps("until " + gap + ".", words, *parse_date("2026-11-22"));
    };
    CHECK(told(0, 0) == "until Sun 22 Nov.");
    CHECK(told(40, 39) == "until Fri 1 Jan 2027.");
    CHECK(told(40, 40) == "until Fri 1 Jan.");
    CHECK(told(63000, 0) == "until Sun 19 May 2199.");
    CHECK(calendar::without_gaps("as it is", words, *parse_date("2026-11-22")) == "as it is");
}
