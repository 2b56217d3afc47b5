#include <smpcare/nearest.hpp>

#include <doctest/doctest.h>

using smpcare::nearest;

TEST_CASE("nearest finds the name behind a slip") {
    const std::vector<std::string_view> fields{"from", "through", "floor", "kind", "title"};
    CHECK(nearest("throuh", fields) == "through");
    CHECK(nearest("htrough", fields) == "through");
    CHECK(nearest("Kind", fields) == "kind");
    CHECK(nearest("form", fields) == "from");
    CHECK(nearest("tilte", fields) == "title");
}

TEST_CASE("nearest stays silent where nothing is near") {
    CHECK(nearest("banana", {"from", "kind"}).empty());
    CHECK(nearest("", {"from"}).empty());
    CHECK(nearest("x", {}).empty());
    CHECK(nearest(std::string(100000, 'a'), {"a"}).empty());
}

TEST_CASE("the first of equally near names wins") { CHECK(nearest("bat", {"cat", "hat"}) == "cat"); }
