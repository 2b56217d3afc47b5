#include "base/civil.hpp"

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("parse_date takes exactly ten characters that name a day") {
    CHECK(iso(*parse_date("2026-11-22")) == "2026-11-22");
    CHECK(iso(*parse_date("2028-02-29")) == "2028-02-29");
    CHECK(iso(*parse_date("1900-01-01")) == "1900-01-01");
    CHECK(iso(*parse_date("2199-12-31")) == "2199-12-31");
    for (const auto* refused : {"", "2026-1-5", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
                                "2026-11-31", "1899-12-31", "2200-01-01", "2026/11/22", " 2026-11-22", "2026-11-22 ",
                                "2026-11-2x", "+026-11-22", "2026-11-+2", "20261122", "2026-11-222"}) {
        CAPTURE(refused);
        CHECK_FALSE(parse_date(refused));
    }
}

TEST_CASE("parse_civil tells the numbers of what is written like a date, be it one or not") {
    CHECK(parse_civil("2026-02-30") == date::year{2026} / 2 / 30);
    CHECK_FALSE(parse_civil("2026-02-30")->ok());
    CHECK(parse_civil("1899-12-31") == date::year{1899} / 12 / 31);
    CHECK(parse_civil("0000-99-00") == date::year_month_day{date::year{0}, date::month{99}, date::day{0}});
    for (const auto* refused :
         {"", "2-26-11-22", "20-6-11-22", "2026--1-22", "2026/11/22", "2026-11-2", "2026-11-222"}) {
        CAPTURE(refused);
        CHECK_FALSE(parse_civil(refused));
    }
}

TEST_CASE("every date of the range is written and read back alike") {
    for (Date day = first_date; day <= last_date; day += Days{1}) {
        const auto back = parse_date(iso(day));
        REQUIRE(back);
        REQUIRE(*back == day);
    }
}

TEST_CASE("moved stays within the range and never wraps") {
    CHECK(moved(last_date, 0) == last_date);
    CHECK(moved(first_date, 0) == first_date);
    CHECK_FALSE(moved(last_date, 1));
    CHECK_FALSE(moved(first_date, -1));
    CHECK_FALSE(moved(last_date, 9223372036854775807LL));
    CHECK_FALSE(moved(first_date, -9223372036854775807LL - 1));
    CHECK(iso(*moved(*parse_date("2026-12-31"), 1)) == "2027-01-01");
    CHECK(iso(*moved(*parse_date("2028-02-28"), 1)) == "2028-02-29");
}

TEST_CASE("day 0 is the session itself") {
    const auto session = *parse_date("2026-11-22");
    CHECK(day_number(session, session) == 0);
    CHECK(day_number(session, *parse_date("2026-12-22")) == 30);
    CHECK(day_number(session, *parse_date("2026-11-21")) == -1);
}
