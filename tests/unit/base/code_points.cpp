#include "base/code_points.hpp"

#include <doctest/doctest.h>

using namespace smpcare;

namespace {

Span place(std::string text, std::size_t offset, std::size_t length = 1) {
    return place_of(std::make_shared<const SourceText>(SourceText{"f", std::move(text)}), offset, length);
}

}  // namespace

TEST_CASE("code points are counted, not bytes") {
    CHECK(code_points("") == 0);
    CHECK(code_points("a\u00E4\u20AC\U0001F600") == 4);
    CHECK(first_code_points("a\u00E4\u20ACb", 3) == "a\u00E4\u20AC");
    CHECK(first_code_points("ab", 9) == "ab");
    CHECK(first_code_points("ab", 0).empty());
}

TEST_CASE("code points and letters are counted alike in texts of any length") {
    std::string text;
    std::size_t points = 0, slashes = 0;
    for (const std::string_view more :
         {"a", "\\", "\u00E4", "\\\\", "[", "\U0001F600", "\u20AC", "\\,", "\x7F", "zzz"}) {
        for (int again = 0; again < 7; ++again) {
            text += more;
            for (const char byte : more) points += begins_character(byte) ? 1U : 0U;
            for (const char byte : more) slashes += byte == '\\' ? 1U : 0U;
            CHECK(code_points(text) == points);
            CHECK(count_of(text, '\\') == slashes);
            CHECK(code_points_but(text, '\\') == code_points(text) - slashes);
        }
    }
    CHECK(count_of("", 'a') == 0);
    CHECK(code_points(std::string_view{}) == 0);
}

TEST_CASE("the place of a byte is its line and the code point in it") {
    CHECK(location(place("abc", 0)) == "f:1:1");
    CHECK(location(place("abc", 3)) == "f:1:4");
    CHECK(location(place("a\n\u00E4\u20ACb", 7)) == "f:2:3");
    CHECK(location(place("a\n", 2)) == "f:2:1");
    CHECK(location(place("a\nb", 1)) == "f:1:2");
    CHECK(place("abc", 1, 2).length == 2);
    CHECK(place("abc", 1).length == 1);
}
