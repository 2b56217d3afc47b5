#pragma once

/// What two plans differ in as a whole, in sentences.

#include "words/words.hpp"

#include <smpcare/ask.hpp>

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

/// Whether the rule now counts only if no session follows, or no longer so; nothing where that did not change.
std::optional<bool> turned_provisional(const RuleDifference& rule);

/// The first sentence says what happened, the next what else; that both are the same where nothing did.
std::vector<std::string> what_happened(const Difference& difference, const words::Words& words);

}  // namespace smpcare::format
