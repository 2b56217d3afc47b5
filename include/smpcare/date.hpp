#pragma once

/// Civil dates. The library knows no clock and no time zone: "today" is always an argument.
/// This is the only door that shows a third-party header, Howard Hinnant's <date/date.h>.

#include <date/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// One civil day, counted, so that `date + Days{4}` is the fourth day after it.
using Date = date::sys_days;
using Days = date::days;

/// The first and last date the program will speak of; anything outside is an error, never a wrap.
inline constexpr Date first_date{date::year{1900} / date::January / 1};
inline constexpr Date last_date{date::year{2199} / date::December / 31};

inline constexpr bool in_range(Date day) { return first_date <= day && day <= last_date; }

/// How dates are written; `ymd` is 2026-11-22 alone.
enum class DateOrder { ymd, dmy, mdy };

/// `day` moved by `days`, or nothing where that leaves the range.
std::optional<Date> moved(Date day, long long days);

/// The numbers in exactly ten characters `2026-11-22`, be they a date (`ok()`) or not; anything else is nothing.
std::optional<date::year_month_day> parse_civil(std::string_view text);

/// Exactly ten characters `2026-11-22`, a date that exists and lies in the range; anything else is nothing.
std::optional<Date> parse_date(std::string_view text);

/// `2026-11-22`.
std::string iso(Date day);

/// Whole days from `start` to `day`; negative before it. Day 0 is `start` itself.
inline constexpr int day_number(Date start, Date day) { return static_cast<int>((day - start).count()); }

}  // namespace smpcare
