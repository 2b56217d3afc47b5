#include "format/uuid.hpp"

#include <nettle/sha1.h>

#include <array>
#include <cstdint>

namespace smpcare {

namespace {

// Chosen once at random. Another value would give every event of every calendar a new identity.
constexpr std::array<std::uint8_t, 16> name_space{0x3f, 0x0b, 0x8d, 0x52, 0x6e, 0x41, 0x4c, 0x9a,
                                                  0x9d, 0x27, 0x51, 0xc4, 0xb8, 0x0e, 0x73, 0x1d};

std::string hex_of(const std::array<std::uint8_t, 16>& bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
    return out;
}

}  // namespace

std::string uuid5(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) text.append(std::to_string(part.size())).append(":").append(part);

    sha1_ctx context;
    sha1_init(&context);
    sha1_update(&context, name_space.size(), name_space.data());
    sha1_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
    std::array<std::uint8_t, 16> bytes{};
    sha1_digest(&context, bytes.size(), bytes.data());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x50);  // version 5
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // the RFC's variant
    return hex_of(bytes);
}

}  // namespace smpcare
