#pragma once

#include "format/text/page.hpp"
#include "say/phrases.hpp"

namespace smpcare::format {

/// Every rule that is not over on `from`, once, by kind: its name and its days.
void add_groups(Page& page, const say::Speaker& speaker, Date from);

/// The same with titles, whys and what is allowed meanwhile.
void add_details(Page& page, const say::Speaker& speaker, Date from);
/// Of what is in force on a day alone.
void add_details_on(Page& page, const say::Speaker& speaker, Date day);

}  // namespace smpcare::format
