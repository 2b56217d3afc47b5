#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace smpcare::files {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes`.
Sha256 sha256(std::string_view bytes);
/// Of two texts side by side, which can take less time than one after the other.
std::pair<Sha256, Sha256> sha256_of_two(std::string_view first, std::string_view second);
/// A digest as 64 hexadecimal digits.
std::string hex(const Sha256& digest);

}  // namespace smpcare::files
