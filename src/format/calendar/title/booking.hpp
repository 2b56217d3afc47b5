#pragma once

/// Reminders to book a visit: the alarm of its own event rings on its eve, when its days may be taken.

#include "format/calendar/body.hpp"

#include <vector>

namespace smpcare::calendar {

/// Whether a step asks the client to do or to stop doing something, and so may ring.
bool asks_to_act(const Walk& walk, const Step& step);

/// The visits that `step`, one of `steps`, reminds of: each stands on one step, on one that rings if any comes in time.
std::vector<Standing> to_book(const Walk& walk, const std::vector<Step>& steps, const Step& step);

/// Adds a line for each that the day's title has no room for.
void add_bookings(const Walk& walk, const std::vector<Standing>& visits, const Event& event, Body& body);

}  // namespace smpcare::calendar
