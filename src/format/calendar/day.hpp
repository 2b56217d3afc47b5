#pragma once

/// What a day says: its title, which must be true by itself on a locked screen, and its description before it is cut
/// to its length.

#include "format/calendar/body.hpp"

#include <string>

namespace smpcare::calendar {

/// What a day changes in about `room` columns: what people ask about most first, several things where they have room.
std::string change_title(const Walk& walk, const Step& step, const InForceLists& lists, int room);

/// What holds on a day, where nothing changes or everything does.
std::string state_title(const Walk& walk, const InForceLists& lists, bool is_session, int room);

/// The signs in force with whom to call about them, by urgency, and the numbers.
std::string sign_lines(const Walk& walk, const std::vector<Standing>& signs);

/// What people call the rule, with what limits it that day: conditions, the activities it speaks for, how often.
std::string noted_name(const Walk& walk, const Standing& standing, Date day);

/// All but the whys. `step`: what changes on the day; nothing on one without a change.
Body day_body(const Walk& walk, const InForceLists& lists, Date day, const Step* step);

}  // namespace smpcare::calendar
