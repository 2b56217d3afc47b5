#pragma once

/// What a day says: its title, which must be true by itself on a locked screen, and its description before it is cut
/// to its length.

#include "format/calendar/body.hpp"

#include <string>
#include <vector>

namespace smpcare::calendar {

/// Whether what the step tells is only so if no other session comes before.
bool waits_for_session(const Walk& walk, const Step& step);

/// What a day changes in about `room` columns: what people ask about most first, several things where they have room.
/// `visits`: those that are to be booked.
std::string change_title(const Walk& walk, const Step& step, const InForceLists& lists,
                         const std::vector<Standing>& visits, int room);

/// What holds on a day, where nothing changes or everything does.
std::string state_title(const Walk& walk, const InForceLists& lists, bool is_session, int room);

/// Adds the signs in force with whom to call about them, by urgency, and the numbers.
void add_signs(const Walk& walk, const std::vector<Standing>& signs, Body& body);

/// Adds all but the whys. `step`: what changes on the day; nothing on one without a change.
void describe_day(const Walk& walk, const InForceLists& lists, Date day, const Step* step, Body& body);

}  // namespace smpcare::calendar
