#include "words/en/answer.hpp"
#include "words/en/codes_batch.hpp"
#include "words/en/codes_commands.hpp"
#include "words/en/codes_lints.hpp"
#include "words/en/codes_rules.hpp"
#include "words/en/event.hpp"
#include "words/en/handout.hpp"
#include "words/en/help.hpp"
#include "words/en/questions.hpp"
#include "words/en/screen.hpp"
#include "words/en/steps.hpp"
#include "words/en/terms.hpp"
#include "words/en/today.hpp"
#include "words/words.hpp"

namespace smpcare::words {

namespace {

constexpr Calendar calendar{
    .weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    .short_weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December"},
    .short_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    .long_date = "{0} {1} {2} {3}",
    .short_date = "{0} {1} {2} {3}",
    .weekday_day_month = "{0} {1} {2}",
    .day_month = "{0} {1}",
    .day_month_year = "{0} {1} {2}",
};

constexpr Common common{
    .headings = {"Avoid", "Ask first", "With care", "Do", "What is normal", "Appointments", "Call if"},
    .labels = {"Avoid", "Ask first", "With care", "Do", "Normal", "Appointment", "Call if"},
    .labelled = "{0}: {1}",
    .notes = {"avoid", "ask first", "with care", "do", "normal", "appointment", "call if"},
    .noted = "{0} ({1})",
    .separator = "; ",
    .truncated = " [...]",
    .help = "help",
    .did_you_mean = "did you mean '{0}'?",
    .did_you_mean_command = "did you mean: {0}",
    .also_line = "the same on line {0}",
    .also_lines = "the same on {0} more lines: {1}",
    .day = "day {0}",
    .session_day = "session {0}, day {1}",
    .session = "Session {0}",
    .day_of_session = "Day {0} is the day of a session.",
    .sessions = "Sessions {0} to {1}",
    .to_come = "Sessions to come",
    .ends_wait =
        "more are planned. Each starts the days again. A last day after the last session here holds only if you have "
        "no "
        "session before then.",
    .starts_again = "A new session starts the days again.",
    .not_started = "{0}: not started, session 1 is on {1}, in {2}",
    .one_day = "1 day",
    .days = "{0} days",
    .client = "Client: {0}",
    .client_id = "Client: {0}",
    .client_with_id = "Client: {0} ({1})",
    .clinic = "Clinic: {0}",
    .address = "Address: {0}",
    .call = "Call: {0}",
    .emergency = "In an emergency: {0}",
    .emergency_services = "In an emergency, call the emergency services.",
    .emergency_call = "In an emergency, call the emergency services: {0}",
    .call_blank = "Call (write it here): ____________________",
    .not_advice = "Not medical advice: your doctor and practitioner come first. If in doubt, call.",
    .rules = "Rules: {0}, version {1}, fingerprint {2}",
    .rules_unnamed = "Rules: fingerprint {0}",
};

constexpr Phrases phrases{
    .window = "from {0} ({1}) until and including {2} ({3})",
    .window_one_day = "on {0} ({1}) only",
    .window_open = "from {0} ({1}), no end date",
    .tail = "then with care {0}: only if {1}",
    .pause = "paused from {0} until and including {1}: {2}",
    .pause_one_day = "paused on {0}: {1}",
    .same_days = "the same days after each session from {0} to {1}",
    .until = "until and including {0}",
    .no_end = "no end date",
    .counts_from = "counts from session {0}",
    .provisional = "if you have no session before then",
    .condition_if = "if: {0}",
    .condition_unless = "unless: {0}",
    .only_if = "only if {0}",
    .only_for = "only for: {0}",
    .best_on = "best on {0} ({1})",
    .once_a_day = "once a day",
    .times_a_day = "{0} times a day",
    .every_day = "every day",
    .every_other_day = "every other day",
    .every_days = "every {0} days",
    .help = {"call your practitioner", "call a doctor", "call the emergency services"},
};

constexpr PlanText plan{
    .today = "TODAY {0}: session {1}, day {2}",
    .today_free = "Nothing is off limits today.",
    .timeline = "Timeline",
    .timeline_scale = "one column is {0}",
    .legend_avoid = "avoid",
    .legend_ask = "ask first",
    .legend_limit = "with care",
    .legend_do = "do",
    .legend_more = "goes on",
    .legend_session = "session 1",
    .legend_today = "today",
    .sessions_row = "Sessions",
    .bar_until = "to {0}",
    .bar_title = "{0}: {1}",
    .notices = "Please note",
};

constexpr DayText day{
    .title = "Session {0}, day {1}: {2}",
    .starts = "First day of",
    .ends = "Last day of",
    .next = "Next change: {0}",
    .next_none = "No change is planned after this day.",
};

constexpr MonthsText months{
    .month = "{0} {1}",
    .legend_session = "session",
    .legend_change = "something changes",
    .legend_today = "today",
    .session = "session {0}",
};

constexpr RuleText rule{
    .list_id = "ID",
    .list_title = "TITLE",
    .list_version = "VERSION",
    .list_rules = "RULES",
    .list_extends = "EXTENDS",
    .head = "{0}: {1}",
    .version = "Version: {0}",
    .language = "Language: {0}",
    .reviewed = "Reviewed: {0}",
    .fingerprint = "Fingerprint: {0}",
    .series_gap = "A session more than {0} days after the one before begins a new series.",
    .min_gap = "Sessions less than {0} days apart get a notice.",
    .rules = "Rules",
    .activities = "Activities",
    .facts = "Facts",
    .events = "Events",
    .sources = "Sources",
    .event = "{0} (from day {1}, by day {2})",
    .days = "days {0} to {1}",
    .one_day = "day {0}",
    .days_open = "day {0} on",
    .never = "never",
    .kind = "Kind",
    .window = "Window",
    .from = "From",
    .through = "Through",
    .floor = "Floor",
    .count_from = "Counts from",
    .until = "Until",
    .times_per_day = "Times a day",
    .every = "Every",
    .target = "Target",
    .help = "Help",
    .when = "When",
    .unless = "Unless",
    .relevant_to = "Relevant to",
    .evidence = "Evidence",
    .written_at = "Written at",
    .words = "words: {0}",
    .detail = "Detail",
    .day = "day {0}",
    .open = "open-ended",
    .after = "the day after {0}",
    .before = "the day before {0}",
    .plus_one = "{0}, plus 1 day",
    .plus = "{0}, plus {1} days",
    .resolved = "{0}, {1}",
    .citation = "{0}, section {2}: {1}",
    .citation_bare = "{0}: {1}",
    .counts = {"each session", "the first session of a series", "the last session of a series"},
    .evidences = {"widely published", "published by some", "published by few", "own advice"},
    .one_source = "1 source; not tested in a study",
    .many_sources = "{0} sources; not tested in a study",
    .no_published_number = "no number is published",
    .evidence_told = "{0} ({1})",
    .changed = "changed",
};

constexpr ReviewText review{
    .title = "For review: {0}, {1}",
    .how =
        "Please read each rule. Tick what you agree with. Where you do not, write the days or words that you want. "
        "Day 0 is the day of a session, and first and last days are both in force. Nobody goes below a floor "
        "but a practitioner who says so. No day count was tested in a study.",
    .rule = "Rule",
    .days = "Days",
    .published = "Published",
    .changed = "Changed by the clinic",
    .agreed = "Agreed, or what instead",
    .floor = "floor: {0}",
    .reviewed_by = "Reviewed by",
    .date = "Date",
    .place = "Signature",
    .no_source = "no source",
    .lowest = "lowest",
    .usual = "usual",
    .highest = "highest",
    .basis = "this number",
    .basis_before = "the number before the change",
    .own_rule = "a rule of this clinic's own",
};

constexpr Formats formats{
    .text = "lists to read",
    .json = "for programs (see the JSON Schemas)",
    .csv = "one row a window, for spreadsheets",
    .ics = "a calendar file",
    .html = "a handout to print or to read on a phone",
    .pdf = "the same handout on paper, printed by Chromium or Chrome",
    .md = "the same handout in Markdown",
    .line = "one short line, for prompts and status bars",
};

constexpr BatchText batch{
    .files = "rows: {0}, files written: {1}, unchanged: {2}, rows refused: {3}",
    .stream = "rows: {0}, plans written: {1}, rows refused: {3}",
    .combined = "rows: {0}, pages written: {1}, rows refused: {3}",
    .nothing = "rows: {0}, files to write: {1}, there already: {2}, rows refused: {3}",
    .clients = ", clients: {0}",
    .keep_rejects = "--rejects bad.csv keeps the refused rows, to mend and run again",
    .progress = "rows: {0} of {1}",
};

}  // namespace

constexpr Words english{
    .language = "en",
    .codes = {in_english::rules_codes, in_english::lints_codes, in_english::commands_codes, in_english::batch_codes},
    .terms = {in_english::terms},
    .calendar = calendar,
    .common = common,
    .phrases = phrases,
    .steps = in_english::steps,
    .plan = plan,
    .day = day,
    .today = in_english::today,
    .screen = in_english::screen,
    .handout = in_english::handout,
    .months = months,
    .answer = in_english::answer,
    .event = in_english::event,
    .rule = rule,
    .review = review,
    .explain = in_english::explain,
    .latest = in_english::latest,
    .diff = in_english::diff,
    .test = in_english::test,
    .formats = formats,
    .batch = batch,
    .help = in_english::help,
};

}  // namespace smpcare::words
