#pragma once

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <optional>
#include <string_view>

namespace smpcare::batch {

/// A date of a cell: 2026-11-22 always, else day, month and year of four digits with `.`, `/` or `-` between them in
/// the order given. Errors, at `span`: bad_date, no_such_day, other_date_order, date_out_of_range.
std::optional<Date> read_cell_date(std::string_view text, DateOrder order, const Span& span, Diagnostics& diagnostics);

}  // namespace smpcare::batch
