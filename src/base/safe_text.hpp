#pragma once

#include "base/code_points.hpp"

#include <string>
#include <string_view>

namespace smpcare {

/// `safe_text` on one line: every run of white space becomes one space, none at the ends.
std::string one_line(std::string_view text);

/// Whether every byte is printable ASCII, so that no filter has anything to do and a byte is a column.
bool is_plain(std::string_view text);

/// The longest beginning of `text` that takes at most `columns`, never parted from the marks that combine with it.
std::string_view prefix_of_width(std::string_view text, int columns);

/// `text` cut from its end to at most `columns`, with `mark` where something was lost.
std::string cut_end(std::string_view text, int columns, std::string_view mark);
/// The same from its start.
std::string cut_start(std::string_view text, int columns, std::string_view mark);

}  // namespace smpcare
