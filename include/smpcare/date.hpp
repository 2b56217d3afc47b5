#pragma once

/// Civil dates. The library knows no clock and no time zone: "today" is always an argument.

#include <chrono>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace smpcare {

/// One civil day, counted, so that `date + Days{4}` is the fourth day after it. The same types as `date::sys_days` and
/// `date::days` of Howard Hinnant's <date/date.h>, which reads years and months out of them; no door includes it.
using Days = std::chrono::duration<int, std::ratio<86400>>;
using Date = std::chrono::sys_time<Days>;

/// 1900-01-01 and 2199-12-31, the first and last date the program will speak of; outside is an error, never a wrap.
inline constexpr Date first_date{Days{-25567}};
inline constexpr Date last_date{Days{84005}};

inline constexpr bool in_range(Date day) { return first_date <= day && day <= last_date; }

/// How dates are written; `ymd` is 2026-11-22 alone.
enum class DateOrder { ymd, dmy, mdy };

/// `day` moved by `days`, or nothing where that leaves the range.
std::optional<Date> moved(Date day, long long days);

/// Exactly ten characters `2026-11-22`, a date that exists and lies in the range; anything else is nothing.
std::optional<Date> parse_date(std::string_view text);

/// `2026-11-22`.
std::string iso(Date day);

/// Whole days from `start` to `day`; negative before it. Day 0 is `start` itself.
inline constexpr int day_number(Date start, Date day) { return static_cast<int>((day - start).count()); }

}  // namespace smpcare
