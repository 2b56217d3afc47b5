#pragma once

/// Characters of UTF-8 as Unicode counts them: what columns, lengths and limits are measured in.

#include <smpcare/source.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace smpcare {

/// Whether a character begins with this byte; false for those that follow in it.
constexpr bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// The number of code points in valid UTF-8.
std::size_t code_points(std::string_view text);

/// How often an ASCII letter other than NUL stands in the text; the number of code points without it.
std::size_t count_of(std::string_view text, char letter);
std::size_t code_points_but(std::string_view text, char letter);

/// The length in bytes of the code point that `text` begins with; 1 for a byte that is not UTF-8. `text` is not empty.
std::size_t code_point_length(std::string_view text);

/// The first `count` code points of `text`, or all of it.
std::string_view first_code_points(std::string_view text, std::size_t count);

/// The same, with `mark` behind it where some were cut off.
std::string cut_short(std::string_view text, std::size_t count, std::string_view mark);

/// The place of the byte at `offset`, `length` code points long; a byte that begins no character counts as one.
Span place_of(const SourcePtr& source, std::size_t offset, std::size_t length = 1);

}  // namespace smpcare
