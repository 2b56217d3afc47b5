#include "base/date_text.hpp"

#include <doctest/doctest.h>

using namespace smpcare;

namespace {

/// The date, or what is wrong and what was meant.
std::string read(std::string_view text, DateOrder order = DateOrder::ymd) {
    const auto result = read_date_text(text, order);
    if (const auto* const day = std::get_if<Date>(&result)) return iso(*day);
    const auto& fault = std::get<DateFault>(result);
    const std::string code = fault.code == Code::bad_date            ? "bad"
                             : fault.code == Code::no_such_day       ? "of " + std::to_string(fault.month_length)
                             : fault.code == Code::date_out_of_range ? "outside"
                             : fault.code == Code::other_date_order  ? "order"
                             : fault.code == Code::short_year        ? "short year"
                             : fault.code == Code::day_number        ? "day number"
                                                                     : "another code";
    return fault.meant.empty() ? code : code + " -> " + fault.meant;
}

}  // namespace

TEST_CASE("an ISO date is read whatever the order") {
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        CHECK(read("2026-11-22", order) == "2026-11-22");
        CHECK(read("2026-02-30", order) == "of 28");
        CHECK(read("1899-12-31", order) == "outside");
        CHECK(read("2026-13-01", order) == "bad");
        CHECK(read("2026-11-00", order) == "bad");
        CHECK(read("", order) == "bad");
        CHECK(read("22/11/26", order) == "short year");
    }
}

TEST_CASE("another order is read only where it is said") {
    CHECK(read("22.11.2026") == "order -> 2026-11-22");
    CHECK(read("22.11.2026", DateOrder::dmy) == "2026-11-22");
    CHECK(read("22.11.2026", DateOrder::mdy) == "order -> 2026-11-22");
    CHECK(read("3/4/2026") == "order");
    CHECK(read("3/4/2026", DateOrder::dmy) == "2026-04-03");
    CHECK(read("3/4/2026", DateOrder::mdy) == "2026-03-04");
    CHECK(read("31.02.2026", DateOrder::dmy) == "of 28");
    CHECK(read("31/11/2026", DateOrder::dmy) == "of 30");
    CHECK(read("31/11/2026") == "bad");
    CHECK(read("99/99/2026", DateOrder::dmy) == "bad");
    CHECK(read("22.11.1826", DateOrder::dmy) == "outside");
    CHECK(read("22.11/2026", DateOrder::dmy) == "bad");
    CHECK(read("022.11.2026", DateOrder::dmy) == "bad -> 2026-11-22");
}

TEST_CASE("what was meant is told where one reading is possible") {
    CHECK(read("2026/1/5") == "bad -> 2026-01-05");
    CHECK(read("2026-1-5") == "bad -> 2026-01-05");
    CHECK(read("04/04/2026") == "order -> 2026-04-04");
    CHECK(read("3-4-26") == "short year");
}

TEST_CASE("a spreadsheet's number for a day is known as one") {
    for (const auto* const number : {"46348", "46348.5", "46348,25", "10000", "99999"})
        CHECK(read(number) == "day number");
    for (const auto* const other : {"4634", "146348", "46348.", "46348.x", "-6348", "46348/1"})
        CHECK(read(other) == "bad");
}

TEST_CASE("a date shows its order where one of its numbers is no month") {
    CHECK(shape_of_date("2026-11-22") == DateShape::iso);
    CHECK(shape_of_date("22/11/2026") == DateShape::day_first);
    CHECK(shape_of_date("31.11.2026") == DateShape::day_first);
    CHECK(shape_of_date("11/22/2026") == DateShape::month_first);
    CHECK(shape_of_date("03/04/2026") == DateShape::either);
    for (const auto* const none : {"", "22/22/2026", "0/1/2026", "22/11/26", "2026/11/22", "46348", "soon"})
        CHECK(shape_of_date(none) == DateShape::none);
}
