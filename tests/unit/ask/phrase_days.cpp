#include <smpcare/ask.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace smpcare;

/// "rest | 2026-11-27", of a phrase typed on `today`, after a session on 22 November 2026.
std::string days_on(std::string_view today, std::string_view phrase, bool session = true) {
    const auto day = session ? parse_date("2026-11-22") : std::nullopt;
    const auto read = read_days(phrase, *parse_date(today), day);
    auto text = read.rest;
    if (read.days) text += " | " + iso(read.days->first);
    if (read.days && read.days->first != read.days->second) text += ".." + iso(read.days->second);
    if (!read.bad.empty()) text += " ! " + read.bad;
    return text;
}

/// The same on Thursday 26 November 2026, four days after the session.
std::string days_in(std::string_view phrase, bool session = true) { return days_on("2026-11-26", phrase, session); }

}  // namespace

TEST_CASE("a day in a phrase") {
    CHECK(days_in("swim tomorrow") == "swim | 2026-11-27");
    CHECK(days_in("shower tonight?") == "shower | 2026-11-26");
    CHECK(days_in("coffee this morning") == "coffee | 2026-11-26");
    CHECK(days_in("gym on friday night") == "gym | 2026-11-27");
    CHECK(days_in("gym thursday") == "gym | 2026-11-26");
    CHECK(days_in("gym on sat") == "gym | 2026-11-28");
    CHECK(days_in("sat in the sun") == "sat in the sun");
    CHECK(days_in("may i shave in may") == "may i shave | 2027-05-01..2027-05-31");
    CHECK(days_in("swim on 5 december") == "swim | 2026-12-05");
    CHECK(days_in("swim on the 5th of December 2027") == "swim | 2027-12-05");
    CHECK(days_in("swim jan 3") == "swim | 2027-01-03");
    // A day since the session that is over is still that day, and no day of next year.
    CHECK(days_in("swim on 24 november") == "swim | 2026-11-24");
    CHECK(days_in("swim on 21 november") == "swim | 2027-11-21");
    CHECK(days_in("swim on 24 november", false) == "swim | 2027-11-24");
    CHECK(days_in("swim 2026-12-24") == "swim | 2026-12-24");
    CHECK(days_in("the day after tomorrow swim") == "swim | 2026-11-28");
    CHECK(days_in("swim") == "swim");
}

TEST_CASE("a day that has a name") {
    CHECK(days_in("swim on christmas day") == "swim | 2026-12-25");
    CHECK(days_in("can I swim over Christmas?") == "can I swim | 2026-12-24..2026-12-26");
    CHECK(days_in("gym xmas eve") == "gym | 2026-12-24");
    CHECK(days_in("drink on New Year's Eve") == "drink | 2026-12-31");
    CHECK(days_in("drink on new year\u2019s day") == "drink | 2027-01-01");
    CHECK(days_in("swim on boxing day 2027") == "swim | 2027-12-26");
    CHECK(days_in("sauna until christmas") == "sauna | 2026-11-26..2026-12-26");
    CHECK(days_in("swim at easter") == "swim at easter");
    CHECK(days_in("swim in the new year") == "swim in the new year");
}

TEST_CASE("a span since the session that is over is still that one") {
    CHECK(days_on("2026-12-30", "swim at christmas") == "swim | 2026-12-24..2026-12-26");
    CHECK(days_on("2026-12-30", "swim on boxing day") == "swim | 2026-12-26");
    CHECK(days_on("2026-12-30", "swim at christmas", false) == "swim | 2027-12-24..2027-12-26");
    CHECK(days_on("2026-12-30", "swim on halloween") == "swim | 2027-10-31");
    CHECK(days_on("2026-12-05", "swim in november") == "swim | 2026-11-22..2026-11-30");
    CHECK(days_on("2026-12-05", "swim in november", false) == "swim | 2027-11-01..2027-11-30");
    CHECK(days_on("2026-12-05", "swim next november") == "swim | 2027-11-01..2027-11-30");
    CHECK(days_on("2026-12-05", "swim in october") == "swim | 2027-10-01..2027-10-31");
    CHECK(days_on("2026-12-25", "swim over christmas") == "swim | 2026-12-25..2026-12-26");
}

TEST_CASE("days that are counted") {
    CHECK(days_in("gym on day 8") == "gym | 2026-11-30");
    CHECK(days_in("gym on day 8", false) == "gym on day 8");
    CHECK(days_in("sauna in two weeks") == "sauna | 2026-12-10");
    CHECK(days_in("sauna in 2 weeks time") == "sauna | 2026-12-10");
    CHECK(days_in("gym after a week") == "gym | 2026-11-30");
    CHECK(days_in("swim after 30 days") == "swim | 2026-12-23");
    CHECK(days_in("swim two weeks after my session") == "swim | 2026-12-06");
    CHECK(days_in("a day in the sun") == "a day in the sun");
}

TEST_CASE("several days are a span") {
    CHECK(days_in("shampoo next week") == "shampoo | 2026-11-30..2026-12-06");
    CHECK(days_in("gym this weekend") == "gym | 2026-11-28..2026-11-29");
    CHECK(days_in("gym next friday") == "gym | 2026-11-27..2026-12-04");
    CHECK(days_in("dye my hair in january") == "dye my hair | 2027-01-01..2027-01-31");
    CHECK(days_in("swim from friday to sunday") == "swim | 2026-11-27..2026-11-29");
    CHECK(days_in("swim 2026-12-20..2026-12-27") == "swim | 2026-12-20..2026-12-27");
    CHECK(days_in("swim days 3 to 9") == "swim | 2026-11-25..2026-12-01");
    CHECK(days_in("swim until friday") == "swim | 2026-11-26..2026-11-27");
    CHECK(days_in("swim in the next two weeks") == "swim | 2026-11-26..2026-12-10");
}

TEST_CASE("what looks like a date and is none") {
    CHECK(days_in("swim 22/12") == "swim 22/12 ! 22/12");
    CHECK(days_in("swim 03/04/2026") == "swim 03/04/2026 ! 03/04/2026");
    CHECK(days_in("swim 2026-13-45") == "swim 2026-13-45 ! 2026-13-45");
    CHECK(days_in("swim 31 february") == "swim 31 february");
}
