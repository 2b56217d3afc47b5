#pragma once

#include "format/page.hpp"
#include "format/phrases.hpp"

#include <optional>

namespace smpcare {

// Each month in which something changes, its days of change marked, and below it what changes on each.
void add_calendar(Page& page, const Speaker& speaker, std::optional<Date> today);

}  // namespace smpcare
