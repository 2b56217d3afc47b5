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
        CHECK(read("22/11/26", order) == "bad");
    }
}

TEST_CASE("another order is read only where it is said") {
    CHECK(read("22.11.2026") == "order -> 2026-11-22");
    CHECK(read("22.11.2026", DateOrder::dmy) == "2026-11-22");
    CHECK(read("22.11.2026", DateOrder::mdy) == "order -> 2026-11-22");
    CHECK(read("3/4/2026") == "order");
    CHECK(read("3/4/2026", DateOrder::dmy) == "2026-04-03");
    CHECK(read("3/4/2026", DateOrder::mdy) == "2026-03-04");
    CHECK(read("31.02.2026", DateOrder::dmy) == "bad");
    CHECK(read("22.11.1826", DateOrder::dmy) == "outside");
    CHECK(read("22.11/2026", DateOrder::dmy) == "bad");
    CHECK(read("022.11.2026", DateOrder::dmy) == "bad -> 2026-11-22");
}

TEST_CASE("what was meant is told where one reading is possible") {
    CHECK(read("2026/1/5") == "bad -> 2026-01-05");
    CHECK(read("2026-1-5") == "bad -> 2026-01-05");
    CHECK(read("04/04/2026") == "order -> 2026-04-04");
    CHECK(read("3-4-26") == "bad");
}
