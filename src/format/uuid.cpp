#include "format/uuid.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace smpcare {

namespace {

// Chosen once at random. Another value would give every event of every calendar a new identity.
constexpr std::array<std::uint8_t, 16> name_space{0x3f, 0x0b, 0x8d, 0x52, 0x6e, 0x41, 0x4c, 0x9a,
                                                  0x9d, 0x27, 0x51, 0xc4, 0xb8, 0x0e, 0x73, 0x1d};

std::string hex_of(const std::array<std::uint8_t, 16>& bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 15];
    }
    return out;
}

void add_parts(sha1_ctx& context, std::initializer_list<std::string_view> parts) {
    for (const auto part : parts) {
        std::array<char, 24> length;
        auto* const end = std::to_chars(length.begin(), length.end() - 1, part.size()).ptr;
        *end = ':';
        const auto digits = static_cast<std::size_t>(end + 1 - length.data());
        sha1_update(&context, digits, reinterpret_cast<const std::uint8_t*>(length.data()));
        sha1_update(&context, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
    }
}

}  // namespace

UuidMaker::UuidMaker(std::initializer_list<std::string_view> first_parts) {
    sha1_init(&begun_);
    sha1_update(&begun_, name_space.size(), name_space.data());
    add_parts(begun_, first_parts);
}

std::string UuidMaker::operator()(std::initializer_list<std::string_view> further_parts) const {
    auto context = begun_;
    add_parts(context, further_parts);
    std::array<std::uint8_t, 16> bytes{};
    sha1_digest(&context, bytes.size(), bytes.data());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x50);  // version 5
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // the RFC's variant
    return hex_of(bytes);
}

std::string uuid5(std::initializer_list<std::string_view> parts) { return UuidMaker(parts)({}); }

}  // namespace smpcare
