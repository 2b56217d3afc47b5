#include "protocol/fingerprint.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace smpcare {

std::string fingerprint(std::span<const std::string_view> texts) {
    sha256_ctx state;
    sha256_init(&state);
    for (auto const text : texts) {
        std::array<std::uint8_t, 8> length{};
        for (std::size_t i = 0; i < length.size(); ++i)
            length[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(text.size()) >> (56 - 8 * i));
        sha256_update(&state, length.size(), length.data());
        sha256_update(&state, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
    }
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state, digest.size(), digest.data());

    constexpr std::string_view hex = "0123456789abcdef";
    std::string made;
    for (auto const byte : digest) {
        made += hex[byte >> 4U];
        made += hex[byte & 0xFU];
    }
    return made;
}

}  // namespace smpcare
