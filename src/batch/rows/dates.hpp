#pragma once

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::batch {

/// A date of a cell: 2026-11-22 always, else day, month and year of four digits with `.`, `/` or `-` between them in
/// the order given. Errors, at `span`: bad_date, no_such_day, date_out_of_range, day_number, short_year.
std::optional<Date> read_cell_date(std::string_view text, DateOrder order, const Span& span, Diagnostics& diagnostics);

/// The dates of a cell, with blanks between, each as read_cell_date reads it: a time of midnight behind a date is taken
/// off, and `22 Nov 2026` made 2026-11-22. Nothing where one of them is no date; then one error, at `span`: those of
/// read_cell_date, time_of_day, several_dates.
std::vector<std::string> read_dates(std::string_view cell, DateOrder order, const Span& span, Diagnostics& diagnostics);

}  // namespace smpcare::batch
