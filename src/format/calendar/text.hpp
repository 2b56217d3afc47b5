#pragma once

/// Text in a calendar file (RFC 5545), shaped so that lenient and buggy readers agree on it too.

#include "base/code_points.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace smpcare::calendar {

/// Octets of a line before it is folded (RFC 5545, 3.1).
inline constexpr std::size_t line_limit = 75;
inline constexpr std::string_view fold = "\r\n ";

/// Text as calendars can hold it, over `safe_text`: `\` becomes `/` (several readers take an escaped backslash before
/// an n for a line end), `BEGIN:` and `END:` get a space (one reader finds components inside texts), no white space
/// at the ends, no two spaces together. `summary_text` also puts it on one line.
std::string description_text(std::string_view text);
std::string summary_text(std::string_view text);

/// RFC 5545 TEXT: `\`, `;`, `,` and newlines escaped; and back, nothing for text that we would not have written so.
std::string escaped(std::string_view text);
std::optional<std::string> unescaped(std::string_view text);

/// Adds a content line and its CRLF, folded at 75 octets: never inside a character or an escape, and never after a
/// space, which mail and editors strip.
void add_line(std::string& out, std::string_view line);

/// The same without its CRLF: more may follow, after a fold.
void add_folded(std::string& out, std::string_view line);

/// Adds `name:value`, the value being text that went through a filter above.
void add_text(std::string& out, std::string_view name, std::string_view value);

/// Adds `text`, escaped already, to a content line that was folded before: a fold, then the text folded.
void add_folded_on(std::string& out, std::string_view text);

}  // namespace smpcare::calendar
