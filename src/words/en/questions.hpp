#pragma once

/// English: what is said by explain, latest, diff and rules test.

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr ExplainText explain{
    .title = "{0}: {1}",
    .in_force = "In force on {0}: {1}, {2}.",
    .not_in_force = "Not in force on {0}: {1}.",
    .reasons = {words::nothing, "all that it speaks of is held by a stricter rule", "it has not begun",
                "it is between two windows", "it is over", "a fact makes it not apply",
                "its last day lies before its first", "an override dropped it"},
    .nearest = "The nearest day on which it is: {0}.",
    .never = "There is no day on which it is.",
    .unlisted =
        "Plans and calendars leave it out, because of whom it interests. It holds for who does it all the same.",
    .counted = "How it is counted",
    .otherwise = "Without that fact",
    .counts_from = "it counts from {0}",
    .first_day = "first day: {0}",
    .last_day = "last day: {0}",
    .sum = "session {0} on {1} + {2} = {3}",
    .sum_by = "session {0} on {1} + {2} = {3}, by when this has happened: {4}",
    .before_seen = "{0}, the day before this was seen: {1}",
    .before_session = "{0}, the day before session {1}, from which it counts anew",
    .no_last_day = "last day: none",
    .facts = "Facts",
    .fact = {"applies when: {0} ({1}); known: {2}", "applies unless: {0} ({1}); known: {2}",
             "interests those for whom: {0} ({1}); known: {2}"},
    .truths = {"no", "yes", "unknown"},
    .event = "Until",
    .event_seen = "{0}: seen on {1}",
    .event_unseen = "{0}: not reported; it has happened by day {1}",
    .cuts = "Beside other rules",
    .cut_by = "gives way to: {0}",
    .cuts_others = "goes before: {0}",
    .values = "Where its values were written",
    .value = "{0} = {1} ({2})",
    .changes = "Changed from the rules it is built on",
    .change = "{0}: {1} became {2}, by {3}",
    .change_with_reason = "{0}: {1} became {2}, by {3}: {4}",
    .nothing = "nothing",
    .evidence = "Evidence: {0}",
};

inline constexpr LatestText latest{
    .found = "The last date for a session: {0}",
    .subject = "so that from {0} on all of this is free: {1}",
    .past = "That is past: today is {0}.",
    .none = "No date leaves all of this free from {0} on: {1}",
    .limit = "{0}: {1}, because of {2}",
    .limit_free = "{0}: any date, nothing restricts it",
    .limit_never = "{0}: never, because of {1}, which has no end date",
    .limit_early = "{0}: no date since 1900, because of {1}",
    .alone = "Counted for one session alone. What is allowed only with care is not free.",
};

inline constexpr DiffText diff{
    .title = "What changed in the plan",
    .same = "Both plans tell the client the same.",
    .sessions = "Sessions: now {0}; was {1}",
    .until = "{0}: now until {1}, was {2}",
    .until_open = "{0}: now without an end date, was until {1}",
    .until_closed = "{0}: now until {1}, was without an end date",
    .from = "{0}: now from {1}, was {2}",
    .now_was = "{0}: now {1}; was {2}",
    .new_ = "{0}: new, {1}",
    .gone = "{0}: gone, was {1}",
    .text = "{0}: the text changed",
    .title_changed = "{0}: the text changed, the title was: {1}",
    .window = "from {0} until {1}",
    .window_one_day = "on {0}",
    .window_open = "from {0} on",
    .separator = " and ",
    .headings = {"Moved", "Longer", "Shorter", "New", "Gone", "Other words"},
};

inline constexpr TestText test{
    .file = "{0}: {1} of {2} tests passed",
    .none = "{0}: no tests",
    .passed = "pass  {0}",
    .failed = "FAIL  {0} ({1})",
    .on = "on {0}, in force: {1}",
    .nothing = "nothing",
    .wants = "{0} should be in force, and is not",
    .forbids = "{0} should not be in force, but is",
};

}  // namespace smpcare::words::in_english
