#pragma once

/// Titles of the events that windows have of their own, true by themselves.

#include "format/calendar/prepared/prepared.hpp"

#include <string>

namespace smpcare::calendar {

/// What the title of a window depends on.
struct WindowSays {
    Kind kind;
    bool open;            ///< stands on the first day of a window without an end
    bool unsure = false;  ///< it may not be for this client
    bool waits = false;   ///< it is only so if no other session comes before
};

/// "Avoid: Swimming in a pool", with its `short` where the title is too long, and with its condition in any case; of a
/// sign, how soon to call about it.
std::string window_title(const Prepared& prepared, const RuleTexts& texts, const Rule& rule, const WindowSays& says);

}  // namespace smpcare::calendar
