#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace smpcare::files {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes`.
Sha256 sha256(std::string_view bytes);
/// SHA-256 after the first blocks of some bytes.
struct BegunSha256 {
    std::array<std::uint32_t, 8> state;
    std::uint64_t blocks;
};
/// After all whole blocks of `bytes`.
BegunSha256 begun_sha256(std::string_view bytes);
/// SHA-256 of `parts`, one behind the other, of which `begun`, where there is one, is done.
Sha256 sha256(std::span<const std::string_view> parts, const BegunSha256* begun);

/// Of two texts side by side, which can take less time than one after the other.
std::pair<Sha256, Sha256> sha256_of_two(std::string_view first, std::string_view second);
/// A digest as 64 hexadecimal digits.
std::string hex(const Sha256& digest);

}  // namespace smpcare::files
