#pragma once

/// Titles that name nothing, and yet tell one event from another.

#include "format/calendar/walk.hpp"

#include <string>
#include <string_view>

namespace smpcare::calendar {

/// "something to do (see your plan)"
std::string neutral_about(const Prepared& prepared, std::string_view what);

/// What a day is about, "Day 5: something to do (see your plan)". `step`: what changes; nothing where nothing does.
std::string neutral_day_title(const Walk& walk, Date day, const Step* step);

}  // namespace smpcare::calendar
