#include "base/typed.hpp"

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("a number is all digits and lies between its bounds") {
    CHECK(number_in("1", 1, 64) == 1);
    CHECK(number_in("64", 1, 64) == 64);
    CHECK(number_in("007", 1, 64) == 7);
    for (const std::string text : {"", "0", "65", "+1", "-1", "-0", " 1", "1 ", "1.0", "0x1", "99999999999999999999"})
        CHECK_MESSAGE(!number_in(text, 1, 64), text);
    CHECK(!number_in("-0", 0, 64));
    CHECK(number_in("253402300799", 0LL, 253402300799LL) == 253402300799LL);
}

TEST_CASE("blanks count only between other characters") {
    CHECK(trimmed(" \t a b\r\n") == "a b");
    CHECK(trimmed(" \n ").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed("\na\n", " ") == "\na\n");
}

TEST_CASE("ASCII letters become small and nothing else changes") {
    CHECK(ascii_lower("AZaz09@[`{\u00C4") == "azaz09@[`{\u00C4");
    CHECK(is_ascii_letter('Q'));
    CHECK(!is_ascii_letter('@'));
    CHECK(!is_ascii_letter('['));
}

TEST_CASE("a name is equal to itself however it is written") {
    CHECK(folded("\u00C4NNA") == folded("a\u0308nna"));
    CHECK(folded("STRA\u00DFE") == folded("strasse"));
    CHECK(folded("\uFB01n") == "fin");
    CHECK(folded("a\u00ADb\u200B") == "ab");
    CHECK(folded("\uFF21") == "a");
    CHECK(folded("Ab-1") == "ab-1");
    CHECK(folded(std::string_view("\u00C4\0B", 4)) == std::string_view("\u00E4\0b", 4));
    CHECK(folded("A\xFF") == "a\xFF");
}
