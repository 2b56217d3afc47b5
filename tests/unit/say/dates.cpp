#include "unit/format/fixture.hpp"

#include <set>

using namespace format_fixture;

TEST_CASE("long dates name the weekday") {
    CHECK(long_date(day("2026-11-22"), "en") == "Sunday 22 November 2026");
    CHECK(long_date(day("1900-01-01"), "en") == "Monday 1 January 1900");
    CHECK(long_date(day("2024-02-29"), "en") == "Thursday 29 February 2024");
    CHECK(long_date(day("2199-12-31"), "en") == "Tuesday 31 December 2199");
}

TEST_CASE("seven weekdays and twelve months have names of their own") {
    std::set<std::string> weekdays, months;
    for (auto date = day("2026-01-01"); date <= day("2026-12-31"); date += Days{1}) {
        const auto text = long_date(date, "en");
        weekdays.insert(text.substr(0, text.find(' ')));
        months.insert(text.substr(text.find_first_of("JFMASOND", text.find_first_of("0123456789"))));
    }
    CHECK(weekdays.size() == 7);
    CHECK(months.size() == 12);
}

TEST_CASE("an unknown language is spoken in English") {
    REQUIRE(languages().size() == 1);
    CHECK(languages()[0] == "en");
    CHECK(long_date(day("2026-11-22"), "xx") == "Sunday 22 November 2026");
}
