#include "cli/options/dates.hpp"
#include "unit/told.hpp"

#include <doctest/doctest.h>

using namespace smpcare;
using namespace smpcare::cli;

namespace {

Date fixed_today() { return *parse_date("2026-11-22"); }

/// The date, or the error's code with its suggestion.
std::string read(std::string_view text) {
    Diagnostics found;
    if (const auto day = read_date(text, fixed_today, {}, found)) return iso(*day);
    REQUIRE(found.all().size() == 1);
    const auto& fault = found.all()[0];
    const std::string code = fault.code == Code::bad_date            ? "bad-date"
                             : fault.code == Code::no_such_day       ? "no-such-day " + told(fault.args[1])
                             : fault.code == Code::date_out_of_range ? "out-of-range"
                             : fault.code == Code::short_year        ? "short-year"
                                                                     : "another code";
    return fault.nearest.empty() ? code : code + " -> " + fault.nearest;
}

}  // namespace

TEST_CASE("DATE is an ISO date or a word with an offset") {
    CHECK(read("2026-11-22") == "2026-11-22");
    CHECK(read("today") == "2026-11-22");
    CHECK(read("tomorrow") == "2026-11-23");
    CHECK(read("yesterday") == "2026-11-21");
    CHECK(read("today+3d") == "2026-11-25");
    CHECK(read("today-2w") == "2026-11-08");
    CHECK(read("tomorrow+1w") == "2026-11-30");
    CHECK(read("today+0d") == "2026-11-22");
}

TEST_CASE("everything else is refused; a suggestion is made only where one reading is possible") {
    CHECK(read("22/11/2026") == "bad-date -> 2026-11-22");
    CHECK(read("11/22/2026") == "bad-date -> 2026-11-22");
    CHECK(read("22.11.2026") == "bad-date -> 2026-11-22");
    CHECK(read("03/04/2026") == "bad-date");
    CHECK(read("04/04/2026") == "bad-date -> 2026-04-04");
    CHECK(read("2026-1-5") == "bad-date -> 2026-01-05");
    CHECK(read("2026/01/05") == "bad-date -> 2026-01-05");
    CHECK(read("22/11/26") == "short-year");
    CHECK(read("") == "bad-date");
    CHECK(read("Today") == "bad-date");
    CHECK(read("today+3") == "bad-date");
    CHECK(read("today+d") == "bad-date");
    CHECK(read("today++3d") == "bad-date");
    CHECK(read("today+-3d") == "bad-date");
    CHECK(read("today+3m") == "bad-date");
    CHECK(read("2026-00-10") == "bad-date");
    CHECK(read("2026-13-10") == "bad-date");
    CHECK(read("2026-11-00") == "bad-date");
    CHECK(read("2026-02-29") == "no-such-day 28");
    CHECK(read("2028-02-30") == "no-such-day 29");
    CHECK(read("0026-03-03") == "out-of-range");
    CHECK(read("2200-01-01") == "out-of-range");
    CHECK(read("today+99999w") == "out-of-range");
}

TEST_CASE("a range has both ends and runs forwards") {
    Diagnostics found;
    const auto range = read_range("today..2026-12-01", fixed_today, {}, found);
    REQUIRE(range);
    CHECK(iso(range->from) == "2026-11-22");
    CHECK(iso(range->to) == "2026-12-01");
    CHECK_FALSE(read_range("2026-12-01..2026-11-30", fixed_today, {}, found));
    CHECK(found.all().back().code == Code::bad_range);
    CHECK_FALSE(read_range("2026-12-01..", fixed_today, {}, found));
    CHECK(found.all().back().code == Code::bad_date);
}
