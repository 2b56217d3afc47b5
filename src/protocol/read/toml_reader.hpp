#pragma once

#include "protocol/read/toml_tree.hpp"

#include <smpcare/diagnostics.hpp>

#include <optional>

namespace smpcare::protocol {

/// Parses a text that `check_raw` has passed. Stops at the first fault of syntax, told in our words.
std::optional<TomlValue> read_toml(const SourcePtr& source, Diagnostics& found);

}  // namespace smpcare::protocol
