#pragma once

/// English: the first screen of a plan or a day, and what follows it.

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr ScreenText screen{
    .line = "{0}: {1} to avoid",
    .line_next = "{0}, {1}",
    .today = "TODAY",
    .day = "DAY",
    .calls = {"ASK", "CALL TODAY", "CALL NOW"},
    .kinds = {"AVOID", "ASK FIRST", "WITH CARE", "DO", "NORMAL", "VISITS", "CALL"},
    .tomorrow = "TOMORROW",
    .next_day = "NEXT DAY",
    .no_change = "nothing changes",
    .before = "Before the session: as your practitioner said. On the day of the session:",
    .ends_wait = "More sessions are planned: a date holds only if you have none before it.",
    .dates = "\"until\": that day too. Clinics say so, no study. Care costs time, saves colour.",
    .steps = "THE STEPS",
    .until_means = "\"until\" means that day too.",
    .until_means_and_again = "\"until\" means that day too. A new session starts all dates again.",
    .no_steps = "No change is planned after this day.",
    .see_details = "(--details says why, and what to do instead)",
    .from_to = "{0} to {1}",
    .from = "from {0}",
    .until = "until {0}",
    .only_on = "on {0}",
    .best = "best {0}",
    .then = "then {0} {1}",
    .and_then = "{0}, {1}",
    .all_then = "{0}; all {1}",
    .after_session = "{0} (from session {1})",
    .own_advice = "Your clinic's own advice: {0}",
    .own_advice_bare = "Your clinic's own advice.",
    .left_out = "Your clinic left this out of your plan: {0}",
    .instead = "Meanwhile: {0}",
    .titled = "{0}. {1}",
    .not_reviewed = "Not yet reviewed by a practitioner.",
    .reviewed_by = "Reviewed by {0}.",
    .reviewed_by_on = "Reviewed by {0} on {1}.",
};

}  // namespace smpcare::words::in_english
