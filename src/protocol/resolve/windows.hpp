#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"

namespace smpcare::protocol {

/// Turns declared ends, which may lean on other rules' ends, into day numbers. An end that cannot be told stays
/// without a number, and its fault is reported once, at its cause.
void resolve_windows(const Draft& draft, const Directory& rules, Protocol& protocol, Diagnostics& found);

}  // namespace smpcare::protocol
