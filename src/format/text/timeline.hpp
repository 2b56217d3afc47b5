#pragma once

#include "format/text/page.hpp"
#include "say/phrases.hpp"

#include <optional>
#include <vector>

namespace smpcare::format {

/// Under its heading a bar for each restriction and each thing to do, with the weeks above and the end date beside, so
/// that nobody needs the bar itself.
void add_timeline(Page& page, const say::Speaker& speaker, std::optional<Date> today);

/// The same without a heading.
void add_bars(Page& page, const say::Speaker& speaker, const std::vector<const Item*>& items,
              std::optional<Date> today);

}  // namespace smpcare::format
