#pragma once

/// The sentences that lead a page: the headlines of its rules.

#include "say/phrases.hpp"

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

/// Two at most: with a day those in force on it, without one those that last longest.
std::vector<std::string> page_messages(const say::Speaker& speaker, std::optional<Date> today);

/// The other headlines of what begins with a session.
std::vector<std::string> first_messages(const say::Speaker& speaker);

}  // namespace smpcare::format
