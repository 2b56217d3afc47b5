#pragma once

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr TodayText today{
    .day = "{0}, day {1}",
    .session_day = "{0}, session {1}, day {2}",
    .session = "{0} (session: {1})",
    .sessions = "{0} (sessions: {1})",
    .begins_in = "your plan starts {0}, on {1}",
    .tomorrow = "tomorrow",
    .in_days = "in {0}",
    .until = "until {0}",
    .tonight = "until tonight",
    .without_end = {"always", "until a clear yes", "from now on", "from now on", "for now", "no end date",
                    "at any time"},
    .best_on = "best on {0}",
    .call = {"Ask", "Call today", "Call now"},
    .whom = {"your practitioner", "a doctor", "the emergency number"},
    .called = "{0}, {1}",
    .write_here = "____________________",
    .any_doubt = "any doubt",
    .very_ill = "you feel very ill, faint or short of breath",
};

}  // namespace smpcare::words::in_english
