#include "batch/rows/dates.hpp"

#include "base/date_text.hpp"
#include "batch/rows/hushed.hpp"

namespace smpcare::batch {

std::optional<Date> read_cell_date(std::string_view text, DateOrder order, const Span& span, Diagnostics& diagnostics) {
    const auto result = read_date_text(text, order);
    if (const auto* const day = std::get_if<Date>(&result)) return *day;
    const auto& fault = std::get<DateFault>(result);
    diagnostics.error(fault.code, span, fault.arguments(hushed(text)));
    return std::nullopt;
}

}  // namespace smpcare::batch
