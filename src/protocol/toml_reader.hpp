#pragma once

#include "protocol/toml_tree.hpp"

#include <smpcare/diagnostics.hpp>

#include <optional>

namespace smpcare {

/// Parses a text that `check_raw` has passed. Stops at the first fault of syntax, told in our words.
std::optional<TomlValue> read_toml(const SourcePtr& source, Diagnostics& found);

}  // namespace smpcare
