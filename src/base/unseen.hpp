#pragma once

/// Characters that nobody sees, or that only look like the one that is wanted: what texts bring along that were copied
/// from a page or made by an office program.

#include <smpcare/diagnostics.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// What such a character does where it stands.
enum class UnseenKind {
    blank,    ///< looks like a space: does not count at the edges of a text
    nothing,  ///< shows nothing at all: the same
    quote,    ///< looks like " or '
    dash,     ///< looks like -
};

struct Unseen {
    std::size_t offset = 0, length = 0;  ///< bytes
    UnseenKind kind{};
    Arg name;  ///< `a no-break space (U+00A0)`
};

/// The first such character of one of the kinds up to `last`.
std::optional<Unseen> find_unseen(std::string_view text, UnseenKind last = UnseenKind::nothing);

/// What stands unseen at the beginning or the end of `text`: such a character, or a carriage return.
std::optional<Arg> unseen_edge(std::string_view text);

/// Whether the text has two bytes a letter, whichever comes first.
bool looks_utf16(std::string_view text);

/// What a file that is not UTF-8 seems to be: a term for Code::invalid_utf8.
Arg encoding_of(std::string_view text);

/// `text` without the blanks at its edges: those of ASCII, and those that nobody sees.
std::string_view trimmed_unseen(std::string_view text);

/// `U+00A0`
std::string code_point_name(char32_t point);

}  // namespace smpcare
