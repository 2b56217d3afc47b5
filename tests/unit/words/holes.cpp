#include "words/words.hpp"

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("holes are those of the arguments there are, and other braces stand twice") {
    static_assert(holes_fit("from {0} to {1}", 2));
    static_assert(holes_fit("{1} before {0}, or neither", 2));
    static_assert(holes_fit("{{ after = {0} }}", 1));
    static_assert(!holes_fit("from {0} to {1}", 1));
    static_assert(!holes_fit("{}", 1));
    static_assert(!holes_fit("{ 0}", 1));
    static_assert(!holes_fit("open {", 1));
    static_assert(!holes_fit("closed }", 1));
    static_assert(!holes_fit("{0", 1));
    static_assert(has_hole("never filled: {0}"));
    static_assert(!has_hole("a table such as { a = 1 }"));
    // A text without words, or with a hole too many, is no constant expression.
    static_assert(!std::is_default_constructible_v<words::Text<1>>);
    constexpr words::Text<2> turned("{1}, {0}");
    CHECK(words::fill(turned, "a", 7) == "7, a");
}
