#pragma once

#include "format/page.hpp"
#include "format/phrases.hpp"

#include <optional>
#include <vector>

namespace smpcare {

// Under its heading a bar for each restriction and each thing to do, with the weeks above and the end date beside, so
// that nobody needs the bar itself.
void add_timeline(Page& page, const Speaker& speaker, std::optional<Date> today);

// The same without a heading.
void add_bars(Page& page, const Speaker& speaker, const std::vector<const Item*>& items, std::optional<Date> today);

}  // namespace smpcare
