#pragma once

/// DATE of smpcare(1): exactly `2026-11-22`, or today, tomorrow, yesterday, each with an optional `+3d` or `-2w`.

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare::cli {

/// Asked only when a word needs it, so that a plan of fixed dates never looks at the clock.
using Today = std::function<Date()>;

/// Errors, at `span`: bad_date, no_such_day, date_out_of_range.
std::optional<Date> read_date(std::string_view text, const Today& today, const Span& span, Diagnostics& diagnostics);

/// `DATE` or `DATE..DATE`. Errors also: bad_range.
struct DateRange {
    Date from, to;
};
std::optional<DateRange> read_range(std::string_view text, const Today& today, const Span& span,
                                    Diagnostics& diagnostics);

}  // namespace smpcare::cli
