#pragma once

#include "format/text/page.hpp"
#include "say/phrases.hpp"

#include <optional>

namespace smpcare::format {

/// Each month in which something changes, its days of change marked, and below it what changes on each.
void add_calendar(Page& page, const say::Speaker& speaker, std::optional<Date> today);

}  // namespace smpcare::format
