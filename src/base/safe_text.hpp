#pragma once

#include <string>
#include <string_view>

namespace smpcare {

/// `safe_text` on one line: every run of white space becomes one space, none at the ends.
std::string one_line(std::string_view text);

/// Whether every byte is printable ASCII, so that no filter has anything to do and a byte is a column.
bool is_plain(std::string_view text);

/// The longest beginning of `text` that takes at most `columns`, never parted from the marks that combine with it.
std::string_view prefix_of_width(std::string_view text, int columns);

/// The length in bytes of the code point that `text` begins with; 1 for a byte that is not UTF-8. `text` is not empty.
std::size_t code_point_length(std::string_view text);

}  // namespace smpcare
