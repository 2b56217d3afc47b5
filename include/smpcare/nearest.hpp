#pragma once

/// "Did you mean …?": one search for every name that people type.

#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// The candidate with the fewest edits (insert, delete, change, swap of neighbours; case counts for nothing),
/// if it is near enough to be a slip: at most a third of the word's length, at least one edit.
/// The first of equals wins; "" where none is near.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace smpcare
