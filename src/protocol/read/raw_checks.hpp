#pragma once

#include <smpcare/diagnostics.hpp>

namespace smpcare::protocol {

/// At most this many dots outside quotes in one line: toml++ 3.3 recurses for each part of a dotted key.
inline constexpr int dots_limit = 16;

/// What must hold of a text before toml++ may see it: size, UTF-8, something in it, no monstrous key.
/// Adds the first fault and says whether there was none.
bool check_raw(const SourcePtr& source, Diagnostics& found);

}  // namespace smpcare::protocol
