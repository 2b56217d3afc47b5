#pragma once

/// What overrides changed, for people.

#include "words/words.hpp"

#include <smpcare/protocol.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace smpcare::say {

/// Whether a value's place is in a file that came with the program.
bool written_in_built_in(std::string_view by);

/// A line for each change that a clinic made. What a built-in changes in the one that it extends is its own matter.
std::vector<std::string> change_lines(const Protocol& protocol, const Rule& rule, const words::Words& words);

/// What was freed below a floor, and why: every output says it.
std::vector<std::string> floor_lines(const Protocol& protocol, const words::Words& words);

}  // namespace smpcare::say
