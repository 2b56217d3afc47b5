#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"

#include <smpcare/overrides.hpp>

#include <span>
#include <string>

namespace smpcare::protocol {

/// Sets the values of one layer's overrides in `draft` and keeps what they were. Layers come lowest first.
void apply_overrides(Draft& draft, std::span<OverrideDraft> overrides, int layer, const Directory& rules,
                     Diagnostics& found);

/// A setting read as the override that a file would hold in its place.
std::optional<OverrideDraft> override_of(const Setting& setting, Diagnostics& found);

/// `7`, `open`, `after keep-dry + 2`
std::string spelled(const Boundary& boundary);

}  // namespace smpcare::protocol
