#pragma once

/// Titles that name nothing, and yet tell one event from another.

#include "format/calendar/walk.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace smpcare::calendar {

/// "Day 5: what to do (see your plan)", where that has room. `titled` makes a title of what it is about.
std::string neutral_title(const Prepared& prepared, std::string_view what,
                          const std::function<std::string(std::string_view)>& titled);

/// What a day is about, "Day 5: what to do (see your plan)". `step`: what changes; nothing where nothing does.
std::string neutral_day_title(const Walk& walk, Date day, const Step* step);

}  // namespace smpcare::calendar
