#pragma once

/// What a rule says, apart from any plan: for those who write and review rules.

#include "words/words.hpp"

#include <smpcare/protocol.hpp>

#include <string>
#include <vector>

namespace smpcare::say {

/// "days 0 to 30", "day 31 on"; counted as people are told.
std::string rule_days(const Protocol& protocol, const Rule& rule, const words::Words& words);

/// How widely it is published, and that no study backs its days.
std::string evidence_phrase(const Rule& rule, const words::Words& words);

/// "guide, section 4: A Comprehensive Guide"; without its address.
std::string citation_line(const Protocol& protocol, const Citation& citation, const words::Words& words);

/// Each change of the rule: field, old and new value, place and reason; then who decided, and when.
struct ChangeStory {
    std::string what, decided;  ///< `decided` is "" where neither is known
};
std::vector<ChangeStory> change_stories(const Protocol& protocol, const Rule& rule, const words::Words& words);

}  // namespace smpcare::say
