#include "base/safe_text.hpp"

#include <smpcare/format.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace smpcare;

namespace {

std::string utf8(unsigned code) {
    const auto byte = [](unsigned bits) { return static_cast<char>(bits); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 63))};
    if (code < 0x10000) return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63))};
    return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 63)), byte(0x80 | (code >> 6 & 63)),
            byte(0x80 | (code & 63))};
}

}  // namespace

TEST_CASE("every line separator becomes a newline, a pair only one") {
    for (const std::string separator : {"\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"}) {
        CAPTURE(separator);
        CHECK(safe_text("a" + separator + "b") == "a\nb");
    }
    CHECK(safe_text("a\n\r\n\rb") == "a\n\n\nb");
    CHECK(safe_text("\r\n") == "\n");
}

TEST_CASE("control characters, byte order marks and bidi controls are dropped") {
    CHECK(safe_text(std::string_view("a\0b\x01\x1b[31mc\x7f", 11)) == "ab[31mc");
    CHECK(safe_text("a\tb") == "a b");
    for (const unsigned code : {0x80u, 0x9Fu, 0xFEFFu, 0x061Cu, 0x200Eu, 0x200Fu, 0x202Au, 0x202Eu, 0x2066u, 0x2069u}) {
        CAPTURE(code);
        CHECK(safe_text("a" + utf8(code) + "b") == "ab");
    }
}

TEST_CASE("what is no character is shown as such") {
    CHECK(safe_text("a\uFFFEb\uFFFFc\uFDD0d") == "a\uFFFDb\uFFFDc\uFFFDd");
    CHECK(safe_text("\U0001FFFE") == "\uFFFD");
    CHECK(safe_text("a\xFFz") == "a\uFFFDz");
    CHECK(safe_text("\xE2\x82") == "\uFFFD\uFFFD");
    CHECK(safe_text("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("people's own writing stays as it is") {
    for (const std::string text : {"", "plain, text; \"quoted\" \\ back", "Zoë Åström", "山田 太郎", "e\u0301",
                                   "👩\u200D⚕️", "שלום", "two\nlines"}) {
        CAPTURE(text);
        CHECK(safe_text(text) == text);
    }
}

TEST_CASE("filtering twice changes nothing, for every code point between two letters") {
    for (unsigned code = 0; code < 0x110000; ++code) {
        const auto once = safe_text("a" + utf8(code) + "b");
        if (safe_text(once) == once) continue;
        FAIL_CHECK("U+" << std::hex << code);
    }
}

TEST_CASE("one line has single spaces and no ends") {
    CHECK(one_line(" \r\n a \t\u2028 b\n\n") == "a b");
    CHECK(one_line("\n") == "");
    CHECK(one_line("a b") == "a b");
}

TEST_CASE("width counts columns") {
    CHECK(display_width("") == 0);
    CHECK(display_width("scalp") == 5);
    CHECK(display_width("Zoë") == 3);
    CHECK(display_width("山田") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("█▒·•─═") == 6);
    CHECK(display_width("a\u200Bb") == 2);
    CHECK(display_width("\xFF") == 1);
}

TEST_CASE("a prefix of some width keeps marks with their letter") {
    CHECK(prefix_of_width("scalp", 3) == "sca");
    CHECK(prefix_of_width("scalp", 9) == "scalp");
    CHECK(prefix_of_width("山田", 3) == "山");
    CHECK(prefix_of_width("山田", 1) == "");
    CHECK(prefix_of_width("e\u0301x", 1) == "e\u0301");
}

TEST_CASE("plain are the letters from blank to tilde, each at each place") {
    for (std::size_t size = 1; size < 18; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, '~');
                text[at] = static_cast<char>(byte);
                if (at + 1 < size) text[at + 1] = ' ';
                if (is_plain(text) != (0x20 <= byte && byte <= 0x7E)) FAIL("byte ", byte, " at ", at, " of ", size);
            }
    CHECK(is_plain(""));
}
