#pragma once

/// Reminders to book a visit: the alarm of its own event rings on its eve, when its days may be taken.

#include "format/calendar/body.hpp"

#include <vector>

namespace smpcare::calendar {

/// Whether a step asks the client to do or to stop doing something, and so may ring.
bool asks_to_act(const Walk& walk, const Step& step);

/// A visit that is to be booked, and the step that tells so.
struct Reminder {
    const Step* step;
    Standing visit;
};

/// Each visit stands on one of the steps, on one that rings if any comes in time.
std::vector<Reminder> reminders_of(const Walk& walk, const std::vector<Step>& steps);

/// Adds a line for each that the day's title has no room for.
void add_bookings(const Walk& walk, const std::vector<Standing>& visits, const Event& event, Body& body);

}  // namespace smpcare::calendar
