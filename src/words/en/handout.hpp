#pragma once

/// English: what handouts say.

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr HandoutText handout{
    .title = "{0}: {1}",
    .all = "Recovery plans",
    .neutral_title = "Care plan",
    .client = "Client",
    .jump_to_today = "Today",
    .jump_to_call = "Call",
    .jump_to_steps = "Steps",
    .jump_to_weeks = "Weeks",
    .jump_to_rules = "All rules",
    .call = "Whom to call",
    .ask = {"ask your practitioner", "ask a doctor", "ask the emergency services"},
    .write_here = "write the number here",
    .sign_from = "from {0}",
    .sign_again = "again from {0}",
    .why = "Why",
    .now = "{0}: session {1}, day {2}",
    .now_not_started = "{0}",
    .next = "Next",
    .next_none = "No change is planned after this day.",
    .tomorrow = "Tomorrow",
    .first_days_last = "{0}. Each ban lasts until its step.",
    .first_days = "The first days",
    .span = "{0} to {1}",
    .steps = "The steps",
    .steps_how = "Tick each one when its day comes. After another session, ask for a new sheet.",
    .weeks = "The weeks",
    .legend_avoid = "avoid, until the day shown",
    .legend_careful = "some of it with care, or ask first",
    .legend_avoid_text = "avoid",
    .picture =
        "Bars from {0} to {1}: one for all that ends on the same day. The steps and the rules say the same in words.",
    .legend_session = "session",
    .legend_today = "today",
    .and_more = "{0} and {1} more",
    .then = "{0}, then {1}",
    .rules = "The rules",
    .until_means = "\u201c{0}\u201d: that day too",
    .until = "until {0}",
    .from = "from {0}",
    .range = "{0}\u2013{1}",
    .always = "always",
    .until_yes = "until a clear yes",
    .if_event = "if {0}",
    .instead = "Instead: {0}",
    .best_on = "best on {0}",
    .own_advice = "Your clinic's own advice",
    .own_days = "Set by your clinic",
    .left_out = "left out",
    .left_out_for = "left out: {0}",
    .signatures = "Signatures",
    .agreed = "We went through these pages together.",
    .sign_client = "Client",
    .sign_practitioner = "Practitioner",
    .sign_date = "Date",
    .not_reviewed = "Not yet reviewed by a practitioner.",
    .reviewed_by = "Reviewed by {0}.",
    .reviewed_by_on = "Reviewed by {0}, {1}.",
};

}  // namespace smpcare::words::in_english
