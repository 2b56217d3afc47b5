#pragma once

/// Dates as people type them, the one reader for options, cells and files. Words such as `tomorrow` are the command
/// line's own.

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace smpcare {

/// In which order a date is written, as far as its own numbers show it.
enum class DateShape { none, iso, day_first, month_first, either };
inline constexpr std::size_t date_shape_count = 5;
/// `none` too where the year has not four digits, or no order makes a month of one of the numbers.
DateShape shape_of_date(std::string_view text);

/// Why a text is no date.
struct DateFault {
    Code code = Code::bad_date;  ///< or no_such_day, date_out_of_range, other_date_order, short_year, day_number
    int month_length = 0;        ///< days of the month of no_such_day
    std::string meant{};         ///< what was probably meant, where only one reading is possible, as 2026-11-22; or ""

    /// The arguments of the message about `shown`.
    [[nodiscard]] Args arguments(std::string shown) const;
};

/// `2026-11-22` always; and day, month and year of four digits, with `.`, `/` or `-` between them, in the order given.
std::variant<Date, DateFault> read_date_text(std::string_view text, DateOrder order);

}  // namespace smpcare
