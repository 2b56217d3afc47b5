#include "base/unseen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace smpcare;

TEST_CASE("blanks at the edges of a text do not count, seen or not") {
    CHECK(trimmed_unseen(" \t a b \r\n") == "a b");
    CHECK(trimmed_unseen("\xC2\xA0\xE2\x80\x8B"
                         "a\xC2\xA0"
                         "b\xEF\xBB\xBF\xE3\x80\x80") ==
          "a\xC2\xA0"
          "b");
    CHECK(trimmed_unseen("\xC2\xA0 \xC2\xA0").empty());
    CHECK(trimmed_unseen("").empty());
    // What is not UTF-8 is no blank, whole or cut off.
    CHECK(trimmed_unseen("\xA0"
                         "a\xC2") ==
          "\xA0"
          "a\xC2");
    CHECK(trimmed_unseen("\xC3\xBC") == "\xC3\xBC");
}

TEST_CASE("a character that is not what it seems is found, with its place and name") {
    const auto found = find_unseen(
        "ab\xE2\x80\x8B"
        "c");
    REQUIRE(found);
    CHECK(found->offset == 2);
    CHECK(found->length == 3);
    CHECK(found->kind == UnseenKind::nothing);
    CHECK(found->name == Arg{Term::zero_width_space, {"U+200B"}});
    CHECK_FALSE(find_unseen("plain - \"text\" '\xC3\xBC'"));
    CHECK_FALSE(find_unseen("\xE2\x80\x9C"));
    CHECK(find_unseen("\xE2\x80\x9C", UnseenKind::quote)->kind == UnseenKind::quote);
    CHECK(find_unseen("\xE2\x80\x93", UnseenKind::dash)->name == Arg{Term::typographic_dash, {"U+2013"}});
    CHECK_FALSE(find_unseen("\xE2\x80\x93", UnseenKind::quote));
}

TEST_CASE("an unseen character at an edge is named, a plain blank is not") {
    CHECK(unseen_edge("a\r") == Arg{Term::carriage_return, {"U+000D"}});
    CHECK(unseen_edge("\xC2\xA0"
                      "a") == Arg{Term::no_break_space, {"U+00A0"}});
    CHECK(unseen_edge("\xEF\xBB\xBF") == Arg{Term::byte_order_mark, {"U+FEFF"}});
    for (const auto* const plain : {"", " ", " a ",
                                    "a\xC2\xA0"
                                    "b",
                                    "a\rb"})
        CHECK_FALSE(unseen_edge(plain));
}

TEST_CASE("a file that is not UTF-8 is told by what it seems to be") {
    CHECK(encoding_of(std::string_view{"\xFF\xFE"
                                       "a\0",
                                       4}) == Arg{Term::this_file_utf16});
    CHECK(encoding_of(std::string_view{"a\0b\0", 4}) == Arg{Term::this_file_utf16});
    CHECK(encoding_of(std::string_view{"\0a\0b", 4}) == Arg{Term::this_file_utf16});
    CHECK(encoding_of("M\xFCller") == Arg{Term::this_file_windows});
    CHECK(encoding_of(std::string_view{"M\xFC\0", 3}) == Arg{Term::this_file});
}
