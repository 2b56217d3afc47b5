#include <smpcare/plan.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("a fact is yes unless it says otherwise, and nothing else is an answer") {
    const auto said = [](std::string_view text) {
        auto const stated = split_fact(text);
        return std::string{stated.fact} + '|' + std::string{stated.answer} + '|' +
               (stated.truth ? std::string{name(*stated.truth)} : "none");
    };
    CHECK(said("long-hair") == "long-hair||yes");
    CHECK(said("long-hair=yes") == "long-hair|yes|yes");
    CHECK(said("long-hair=no") == "long-hair|no|no");
    CHECK(said("long-hair=unknown") == "long-hair|unknown|unknown");
    CHECK(said("long-hair=") == "long-hair||none");
    CHECK(said("long-hair=No") == "long-hair|No|none");
    CHECK(said("long-hair=no=no") == "long-hair|no=no|none");
    CHECK(said("=no") == "|no|no");
    CHECK(said("") == "||yes");
}

TEST_CASE("an observation has an event and a date") {
    const auto seen = split_observation("scabs-gone=2026-12-05");
    REQUIRE(seen);
    CHECK(seen->event == "scabs-gone");
    CHECK(seen->date == "2026-12-05");
    CHECK(split_observation("scabs-gone=")->date.empty());
    CHECK_FALSE(split_observation("scabs-gone"));
}
