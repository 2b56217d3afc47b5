#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::format {

/// `text` with everything that means something to HTML or SVG written as an entity, so that it stays text in an element
/// and in a quoted attribute.
std::string escaped(std::string_view text);

/// The bytes in base 64.
std::string base64(std::span<const std::uint8_t> bytes);

/// A picture in PNG or JPEG as a data URL; "" of no bytes.
std::string picture_url(std::string_view bytes);

/// <tag>text</tag> of a text that is escaped here.
std::string element(std::string_view tag, std::string_view text);

}  // namespace smpcare::format
