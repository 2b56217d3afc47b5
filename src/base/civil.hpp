#pragma once

/// Dates as years, months and days: for the few files that need more of a date than its count.

#include <smpcare/date.hpp>

#include <optional>
#include <string_view>

#include <date/date.h>

namespace smpcare {

/// The numbers in exactly ten characters `2026-11-22`, be they a date (`ok()`) or not; anything else is nothing.
std::optional<date::year_month_day> parse_civil(std::string_view text);

}  // namespace smpcare
