#include "format/calendar/uuid.hpp"

#include <nettle/base16.h>

#include <array>
#include <cstdint>

namespace smpcare::calendar {

namespace {

/// Chosen once at random. Another value would give every event of every calendar a new identity.
constexpr std::array<std::uint8_t, 16> name_space{0x3f, 0x0b, 0x8d, 0x52, 0x6e, 0x41, 0x4c, 0x9a,
                                                  0x9d, 0x27, 0x51, 0xc4, 0xb8, 0x0e, 0x73, 0x1d};

void add_hex(std::string& out, const std::array<std::uint8_t, 16>& bytes) {
    std::array<char, BASE16_ENCODE_LENGTH(16)> digits;
    base16_encode_update(digits.data(), bytes.size(), bytes.data());
    std::size_t from = 0;
    for (const std::size_t length : {8U, 4U, 4U, 4U, 12U}) {
        if (from > 0) out += '-';
        out.append(digits.data() + from, length);
        from += length;
    }
}

void update(sha1_ctx& context, std::string_view bytes) {
    sha1_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

}  // namespace

std::string uuid_name(std::initializer_list<std::string_view> parts) {
    std::string made;
    for (const auto part : parts) made.append(std::to_string(part.size())).append(1, ':').append(part);
    return made;
}

UuidMaker::UuidMaker(std::initializer_list<std::string_view> first_parts) {
    sha1_init(&begun_);
    sha1_update(&begun_, name_space.size(), name_space.data());
    update(begun_, uuid_name(first_parts));
}

void UuidMaker::add(std::string& out, std::string_view further_name) const {
    auto context = begun_;
    update(context, further_name);
    std::array<std::uint8_t, 16> bytes{};
    sha1_digest(&context, bytes.size(), bytes.data());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x50);  // version 5
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // the RFC's variant
    add_hex(out, bytes);
}

std::string UuidMaker::operator()(std::initializer_list<std::string_view> further_parts) const {
    std::string out;
    add(out, uuid_name(further_parts));
    return out;
}

std::string uuid5(std::initializer_list<std::string_view> parts) { return UuidMaker(parts)({}); }

}  // namespace smpcare::calendar
