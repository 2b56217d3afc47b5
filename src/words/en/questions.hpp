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
    .decided_by_on = "Decided by {0} on {1}.",
    .decided_by = "Decided by {0}.",
    .decided_on = "Decided on {0}.",
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
    .alone =
        "Counted for one session alone: a new one starts the days again. What is allowed only with care is not free.",
    .last_of_several = "More sessions are planned: this is the date for the last of them.",
};

inline constexpr DiffText diff{
    .title = "What changed in the plan",
    .same = "Both plans say the same.",
    .client = "These are the plans of two clients: now {0}, before {1}.",
    .moved_session = "The session moved to {0}. Before, it was on {1}.",
    .moved_sessions = "The sessions are now on {0}. Before, they were on {1}.",
    .rules = "The plan follows other rules now: {0}. Before: {1}.",
    .version = "The rules have another version: now {0}, before {1}.",
    .labels = "The head of the plan says now: {0}. Before: {1}.",
    .added = "A session was added on {0}.",
    .taken = "There is no session on {0} any more.",
    .unsure =
        "More sessions are planned. Until they have a date, some last days are not sure any more: a new session "
        "starts the days again.",
    .sure = "The plan waits for no further session now. A new session starts the days again.",
    .planned = "The number of planned sessions changed.",
    .clinic = "Your clinic's name, address or numbers changed. What is right now stands at the end.",
    .day_one = "The day of a session is called day 1 now. Before, it was day 0. No date changes by that.",
    .no_day_one = "The day of a session is called day 0 now. Before, it was day 1. No date changes by that.",
    .floors = "A rule is below its usual length now: see the end.",
    .fingerprint = "The rules were changed, but not what both plans tell you.",
    .nameless = "one without a name",
    .noted = "New note: {0}",
    .no_longer_noted = "No longer noted: {0}",
    .later = "Every day of the plan moved with it: {0} later.",
    .earlier = "Every day of the plan moved with it: {0} earlier.",
    .one_rule = "1 thing in the plan changed:",
    .rules_changed = "{0} things in the plan changed:",
    .headings = {"On other days", "For longer", "For a shorter time", "New", "No longer in the plan",
                 "Same days, other advice"},
    .waiting = "Last day sure only if no session follows",
    .waits_no_more = "No longer waiting for a session",
    .watch = "Watch for",
    .until = "now until {0}, before until {1}",
    .from = "now from {0}, before from {1}",
    .days = "now {0}; before {1}",
    .days_now = "{0}",
    .days_before = "before {0}",
    .no_end = "no end date",
    .window = "from {0} until {1}",
    .window_one_day = "on {0} only",
    .window_open = "from {0} on",
    .best_on = "{0}, best on {1}",
    .separator = " and ",
    .parts = {"now called: {0}; before: {1}", "it says now: {0} Before it said: {1}", "it is about: {0}; before: {1}",
              "now {0}; before {1}", "reason: now {0}; before {1}", "counted from session {0}; before from session {1}",
              "waits for a session: now {0}; before {1}", "short name: now {0}; before {1}", "why: now {0}; before {1}",
              "first line: now {0}; before {1}", "allowed meanwhile: now {0}; before {1}", "signs: now {0}; before {1}",
              "now {0}; before {1}", "now best on {0}; before on {1}", "now {0}; before {1}", "now {0}; before {1}"},
    .nothing = "nothing",
    .not_said = "not said",
    .in_any_case = "in any case",
    .reason = "reason: {0}",
    .until_means = "\"Until\" means that day too.",
    .fewer_signs = "A sign that is told on fewer days is no less serious: if you see it, call.",
    .older_file =
        "One of the files is of an older kind: how often, best days, whom to call and the clinic were not "
        "compared.",
    .rules_now = "Rules now: {0}, version {1}, fingerprint {2}",
    .rules_before = "Rules before: {0}, version {1}, fingerprint {2}",
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
