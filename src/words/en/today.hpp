#pragma once

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr TodayText today{
    .day = "{0}, day {1}",
    .session_day = "{0}, session {1}, day {2}",
    .day_after = "{0}, day {1} after your session on {2}",
    .session_day_after = "{0}, day {3} after session {1} on {2}",
    .counted_day = "{0}, day {1} (session: {2}, day {3})",
    .counted_session_day = "{0}, session {1} ({2}, day {4}), day {3}",
    .begins_in = "starts {0}, on {1}",
    .tomorrow = "tomorrow",
    .in_days = "in {0}",
    .until = "until {0}",
    .tonight = "until tonight",
    .without_end = {"always", "until a clear yes", "from now on", "from now on", "for now", "no end date",
                    "at any time"},
    .best_on = "best on {0}",
    .call = {"Ask", "Call today", "Call now"},
    .whom = {"your practitioner", "a doctor", "emergency number"},
    .called = "{0}, {1}",
    .write_here = "____________________",
    .any_doubt = "any doubt",
    .very_ill = "if you feel very ill, faint or short of breath",
};

}  // namespace smpcare::words::in_english
