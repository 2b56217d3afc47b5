#include "unit/format/fixture.hpp"

using namespace format_fixture;

TEST_CASE("the calendar view marks and lists the days on which something changes") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    Style style;
    style.view = View::calendar;
    style.today = day("2026-11-27");
    style.ascii = true;
    const auto page = find_format("text")->plan(plan, style);
    const auto from = page.find("# session");
    REQUIRE(from != std::string::npos);
    CHECK(page.substr(from, page.find("December 2026\n", from) - from) == R"(# session; * something changes; > today

November 2026
-------------
 Mon Tue Wed Thu Fri Sat Sun
                          1
  2   3   4   5   6   7   8
  9  10  11  12  13  14  15
 16  17  18  19  20  21  22#
 23  24  25  26*>27  28  29
 30

Sun 22 Nov 2026 (session 1, day 0)
  session 1
  avoid: Getting the scalp wet, Swimming in a pool, Shaving
  call if: Fever or chills
Thu 26 Nov 2026 (session 1, day 4)
  do: Rinse with lukewarm water
  with care: Dry shampoo (if: Hair is kept long)
  allowed again: Getting the scalp wet

)");
}

TEST_CASE("where seven days have no room only the list stands") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    Style style;
    style.view = View::calendar;
    style.width = 1;
    const auto page = find_format("text")->plan(plan, style);
    CHECK(page.find("Mon Tue") == std::string::npos);
    CHECK(page.find("Thu 26 Nov 2026") != std::string::npos);
}
