#pragma once

/// Characters that nobody sees, or that only look like the one that is wanted: what texts bring along that were copied
/// from a page or made by an office program.

#include <smpcare/diagnostics.hpp>

#include <optional>
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

/// `text` without the blanks at its edges: those of ASCII, and those that nobody sees.
std::string_view trimmed_unseen(std::string_view text);

/// `U+00A0`
std::string code_point_name(char32_t point);

}  // namespace smpcare
