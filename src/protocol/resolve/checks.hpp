#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"

namespace smpcare::protocol {

/// Judges a draft before names are looked up: what two fields, or two rules, say together.
void check_draft(const Draft& draft, Diagnostics& found);

/// Judges windows after they are resolved; adds the notices of rules that vanish to the protocol.
void check_windows(const Draft& draft, const Directory& rules, Protocol& protocol, Diagnostics& found);

}  // namespace smpcare::protocol
