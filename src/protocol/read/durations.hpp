#pragma once

#include <smpcare/protocol.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace smpcare::protocol {

/// The longest window and the furthest day that a rule may name: a hundred years.
inline constexpr int days_limit = 36'500;

/// `open`, or a whole number, one space and a unit: `10 days`, `2 weeks`, `48 hours` (hours round up to whole days).
/// A duration beyond any limit still has a value, above `days_limit`.
std::optional<Boundary> parse_duration(std::string_view text);

/// The duration that a slip of the pen most likely meant; "" where none is near.
std::string nearest_duration(std::string_view text);

}  // namespace smpcare::protocol
