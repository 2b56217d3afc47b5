#pragma once

/// Parts that the text outputs share.

#include "format/text/page.hpp"
#include "say/phrases.hpp"

namespace smpcare::format {

/// Where to find the clinic, beside the numbers that stand at the signs.
void add_clinic(Page& page, const Protocol& protocol);

/// What sessions to come change, in one line; nothing where none is to come.
void add_sessions_to_come(Page& page, const Plan& plan);

/// What was freed below a floor, and why.
void add_floors(Page& page, const Protocol& protocol);

/// The clinic; not medical advice; the rules that made this.
/// `rules`: with their version and fingerprint.
void add_foot(Page& page, const say::Speaker& speaker, bool rules = true);

}  // namespace smpcare::format
