#pragma once

#include "format/text/page.hpp"
#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <vector>

namespace smpcare::format {

/// Of the plan's steps `all`: the days after `after` on which something changes, and what "until" means; many of them
/// denser than few.
void add_steps(Page& page, const say::Speaker& speaker, const std::vector<Step>& all, Date after, const Style& style);

}  // namespace smpcare::format
