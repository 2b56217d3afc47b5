#include "words/codes.hpp"

#include <cassert>
#include <iterator>

namespace smpcare::words {
namespace {

constexpr CodeWords table[] = {
    // Reading and writing files
    {Code::no_such_file, "no-such-file", "there is no file '{0}'", "check the name, and the folder you are in"},
    {Code::is_a_directory, "is-a-directory", "'{0}' is a folder, not a file", "name a file inside it"},
    {Code::cannot_read, "cannot-read", "'{0}' cannot be read: {1}", ""},
    {Code::cannot_write, "cannot-write", "'{0}' cannot be written: {1}", "", "1"},
    {Code::file_exists, "file-exists", "'{0}' is there already", "choose another name, or replace it with --force"},
    {Code::too_large, "too-large", "'{0}' is larger than {1} bytes", ""},
    {Code::invalid_utf8, "invalid-utf8", "{0} is not UTF-8 text", "save or type it as UTF-8", "0"},
    {Code::empty_file, "empty-file", "'{0}' is empty", ""},
    {Code::stdin_twice, "stdin-twice", "standard input can be read only once", "'-' may stand in one place only"},

    // A rule file as text
    {Code::syntax, "syntax", "{0}", "", "0"},
    {Code::duplicate_key, "duplicate-key", "'{0}' is given twice", "keep one of the two"},
    {Code::too_many_dots, "too-many-dots", "more than {0} dots in one line", "a text needs quotes"},
    {Code::control_character, "control-character", "'{0}' holds the control character {1}", "delete it", "1"},

    // A rule file's meaning
    {Code::newer_schema, "newer-schema", "schema {0} needs a newer smpcare; this one knows schema {1}",
     "install the newest smpcare"},
    {Code::missing_field, "missing-field", "{1} needs '{0}'", "", "1"},
    {Code::unknown_field, "unknown-field", "'{0}' is not a field of {1}", "'man smpcare-rules' lists the fields", "1"},
    {Code::wrong_type, "wrong-type", "'{0}' must be {1}, not {2}", "", "12"},
    {Code::bad_value, "bad-value", "'{0}' does not fit '{1}': it must be {2}", "", "2"},
    {Code::bad_id, "bad-id", "'{0}' cannot be an id", "use only a to z, 0 to 9 and '-', at most 64 of them"},
    {Code::duplicate_id, "duplicate-id", "the {0} '{1}' is there already, at {2}", "give one of them another id"},
    {Code::duplicate_entry, "duplicate-entry", "'{0}' stands twice in '{1}'", "delete one of them"},
    {Code::empty_text, "empty-text", "'{0}' is empty", "write something between the quotes, or delete it"},
    {Code::text_too_long, "text-too-long", "'{0}' is longer than {1} characters", ""},
    {Code::unknown_rule, "unknown-rule", "there is no rule '{0}'", ""},
    {Code::unknown_activity, "unknown-activity", "there is no activity '{0}'", ""},
    {Code::unknown_fact, "unknown-fact", "there is no fact '{0}'", ""},
    {Code::unknown_event, "unknown-event", "there is no event '{0}'", ""},
    {Code::unknown_source, "unknown-source", "there is no source '{0}'", ""},
    {Code::unknown_protocol, "unknown-protocol", "there are no built-in rules '{0}'",
     "'smpcare rules list' shows them; the name of a file has a '/' or ends in '.toml'"},
    {Code::negative_number, "negative-number", "'{1}' is {0}, which is less than 0", ""},
    {Code::plus_sign, "plus-sign", "'{1}' has a plus sign: {0}", "write the number without it"},
    {Code::number_too_large, "number-too-large", "'{0}' is too large for '{1}'", "the limit is {2}", "2"},
    {Code::bad_duration, "bad-duration", "'{0}' is not a length of time",
     R"(write a number of days, or "2 weeks", "48 hours" or "open")"},
    {Code::bad_date, "bad-date", "'{0}' is not a date", "write it as 2026-11-22: year-month-day"},
    {Code::date_out_of_range, "date-out-of-range", "'{0}' is outside the years 1900 to 2199", ""},
    {Code::not_for_kind, "not-for-kind", "'{0}' is not for the kind '{1}'", "it is for {2}", "2"},
    {Code::event_order, "event-order", "'{0}' must have happened by day {2}, before it can be seen on day {1}", ""},
    {Code::until_open, "until-open", "'{0}' never ends, so there is nothing after it for 'until'",
     "give the rule a 'through', or delete 'until'"},
    {Code::target_outside, "target-outside", "day {0} is outside the rule's days, {1} to {2}", ""},
    {Code::ends_before_start, "ends-before-start", "'{0}' would begin on day {1} and end on day {2}",
     "a rule of this kind needs at least one day"},
    {Code::leans_on_itself, "leans-on-itself", "these lean on one another in a circle: {0}",
     "give one of them a day number"},
    {Code::leans_on_open, "leans-on-open", "'{0}' leans on the last day of '{1}', which has none",
     "give '{1}' a 'through', or write a day number here"},
    {Code::leans_on_last, "leans-on-last", "'{0}' leans on '{1}', which counts from the last session",
     R"(give '{0}' count_from = "last" too, or write a day number here)"},
    {Code::leans_on_dropped, "leans-on-dropped", "'{0}' leans on '{1}', which is dropped",
     "give '{0}' a day number, or drop it too"},
    {Code::test_without_sessions, "test-without-sessions", "a test needs a date in 'sessions'",
     "for example: sessions = [2026-11-22]"},

    // Layers: files that extend others, overrides
    {Code::extends_itself, "extends-itself", "these files extend one another in a circle: {0}",
     "let the last of them extend a built-in, or nothing"},
    {Code::extends_too_deep, "extends-too-deep", "more than {0} files extend one another", ""},
    {Code::nothing_to_override, "nothing-to-override", "this file extends nothing, so '{0}' has nothing to change",
     R"(write extends = "smp-standard" into [protocol])"},
    {Code::only_overrides, "only-overrides", "'{0}' cannot stand in a file of overrides",
     "such a file holds 'schema' and [override.…] tables; for more, extend the rules with a file and use --rules"},
    {Code::not_overridable, "not-overridable", "'{0}' cannot be overridden",
     "drop the rule, and add one of your own with another id"},
    {Code::bad_setting, "bad-setting", "'{0}' is not a setting",
     "write RULE.FIELD=VALUE, such as swim-pool.through=35"},
    {Code::cannot_move, "cannot-move", "'{0}' of '{1}' cannot be moved by days: it is {2}", "set it with =", "2"},
    {Code::floor_lowered, "floor-lowered", "the floor of '{0}' is {1} and cannot become {2}",
     "a floor can only be raised; to free a day below it, set accept_below_floor and a reason"},
    {Code::below_floor, "below-floor", "'{0}' would be free on day {1}, but its floor is day {2} {3}",
     "if you mean it, set accept_below_floor (--accept-below-floor {0}) and a reason (--reason)", "3"},
    {Code::acceptance_without_reason, "acceptance-without-reason", "'{0}' is freed below its floor without a reason",
     "say why in 'reason' (--reason)"},

    // A case
    {Code::no_session, "no-session", "no procedure date was given", "for example: --date 2026-11-22"},
    {Code::too_many_sessions, "too-many-sessions", "{0} sessions are too many", "the limit is {1}"},
    {Code::duplicate_session, "duplicate-session", "the session on {0} is given twice", "delete one of them"},
    {Code::window_out_of_range, "window-out-of-range", "'{0}', counted from {1}, goes beyond the year 2199", ""},
    {Code::observation_orphan, "observation-orphan", "'{0}' was seen on {1}, but no session lies before that day", ""},
    {Code::observation_too_early, "observation-too-early", "'{0}' cannot be seen on {1}; {2} is the first day for it",
     ""},
    {Code::contradicting_fact, "contradicting-fact", "the fact '{0}' is wanted both ways, yes and no",
     "delete one of them"},
    {Code::planned_too_few, "planned-too-few", "only {0} sessions are planned, but {1} are known", ""},
    {Code::planned_not_positive, "planned-not-positive", "{0} sessions cannot be planned; it must be 1 or more", ""},

    // The command line
    {Code::unknown_command, "unknown-command", "there is no command '{0}'", "'smpcare help' lists the commands"},
    {Code::unknown_option, "unknown-option", "there is no option '{0}'", "'smpcare help' lists the commands"},
    {Code::option_elsewhere, "option-elsewhere", "'{1}' has no option '{0}'", "'smpcare help {1}' lists its options"},
    {Code::options_clash, "options-clash", "'{0}' and '{1}' do not go together", "give one of the two"},
    {Code::missing_command, "missing-command", "a command is missing", "for example: smpcare plan --date 2026-11-22"},
    {Code::missing_option, "missing-option", "the option '{0}' is missing",
     "'smpcare COMMAND --help' begins with an example"},
    {Code::missing_argument, "missing-argument", "this is missing: {0}", ""},
    {Code::missing_value, "missing-value", "'{0}' needs a value", ""},
    {Code::unexpected_argument, "unexpected-argument", "'{0}' is one word too many",
     "put words that belong together in quotes"},
    {Code::option_as_value, "option-as-value", "'{0}' needs a value, but '{1}' is an option", ""},
    {Code::option_repeated, "option-repeated", "'{0}' is given twice", "keep one of the two"},
    {Code::bad_number, "bad-number", "'{0}' is not a whole number from {1} to {2}", ""},
    {Code::bad_choice, "bad-choice", "'{0}' does not fit '{1}': it must be {2}", ""},
    {Code::bad_label, "bad-label", "'{0}' is not a label", "write KEY=TEXT, such as Practitioner=Ana"},
    {Code::bad_fact_answer, "bad-fact-answer", "'{0}' is not an answer", "write yes, no or unknown"},
    {Code::bad_observation, "bad-observation", "'{0}' is not an observation",
     "write EVENT=DATE, such as scabs-gone=2026-12-05"},
    {Code::bad_range, "bad-range", "'{0}' ends before it begins", "write the earlier date first"},
    {Code::unknown_word, "unknown-word", "no activity is called '{0}'", "'smpcare rules show' lists the activities"},
    {Code::unknown_topic, "unknown-topic", "there is no help on '{0}'", "'smpcare help' lists the commands"},
    {Code::unknown_language, "unknown-language", "there is no language '{0}'", ""},
    {Code::format_unavailable, "format-unavailable", "'{1}' has no format '{0}'", "it has {2}"},
    {Code::bad_epoch, "bad-epoch", "SOURCE_DATE_EPOCH is '{0}', which is not a number of seconds", ""},
    {Code::no_such_day, "no-such-day", "'{0}' is not a date: that month has {1} days", ""},
    {Code::unsafe_css, "unsafe-css", "a style sheet for handouts must not hold '{0}'",
     "put pictures into it as url(data:...), and write signs as themselves"},
    {Code::bad_alarm, "bad-alarm", "'{0}' is not an alarm",
     "write none, or -PT6H (hours), -PT90M (minutes), -P1D (days)"},
    {Code::nothing_to_write, "nothing-to-write", "there is nothing to write", ""},

    // A plan file
    {Code::not_json, "not-json", "this is not JSON: {0}", "make the file with 'smpcare plan --format json'", "0"},
    {Code::not_a_plan, "not-a-plan", "this is not a plan of ours: {0} must be {1}",
     "make the file with 'smpcare plan --format json'", "1"},

    // A calendar file that was sent before
    {Code::not_our_calendar, "not-our-calendar", "not a calendar file as smpcare writes it: wanted here is {0}",
     "use the file itself, as it was first made", "0"},

    // Doubts about a rule file
    {Code::do_meets_avoid, "do-meets-avoid", "'{0}' says to do '{2}' and '{1}' to avoid it, both on {3}",
     "let one begin after the other: from = {{ after = \"{1}\" }}", "3"},
    {Code::gap_after_ban, "gap-after-ban",
     "'{0}' begins late: on {2} nothing is said of '{1}', which was banned before",
     "let it begin the day after the ban, or add a rule for the days between", "2"},
    {Code::activity_unused, "activity-unused", "no rule names the activity '{0}'", "name it in a rule, or delete it"},
    {Code::activity_unasked, "activity-unasked", "the activity '{0}' has no words to ask by",
     "give it words = [\"…\"]"},
    {Code::floor_above_default, "floor-above-default", "the floor of '{0}' is day {1}, but its last day is {2}",
     "raise 'through', or lower 'floor'"},
    {Code::no_source, "no-source", "'{0}' names no source",
     "cite one in 'sources', or write evidence = \"custom\" if it is your own advice"},
    {Code::wide_word, "wide-word", "'{0}' stands for {1} activities, more than {2}",
     "leave it to those that people mean by it"},
    {Code::idle_override, "idle-override", "this override of '{0}' changes nothing: '{1}' had {2} already",
     "delete it"},
    {Code::idle_test, "idle-test", "the test '{0}' expects nothing", "name rules in 'in_force' or 'not_in_force'"},

    // A file of clients, and what is made of it
    {Code::missing_column, "missing-column", "there is no column '{0}'", "--column {0}=HEADING names another heading"},
    {Code::unknown_column, "unknown-column", "'{0}' is none of our columns", "'man smpcare' lists them"},
    {Code::unknown_heading, "unknown-heading", "no column has the heading '{0}'", ""},
    {Code::misspelt_heading, "misspelt-heading", "the heading '{0}' looks like '{1}', and would not be read",
     "name it '{1}', or give it another name"},
    {Code::duplicate_heading, "duplicate-heading", "two columns have the heading '{0}'", "rename one of them"},
    {Code::wrong_cell_count, "wrong-cell-count", "this row has {0} cells, the header has {1}",
     "put a cell with a comma in quotes; leave no cell out"},
    {Code::row_too_long, "row-too-long", "this row is longer than {0} bytes",
     "shorten it; it is too long for --rejects too"},
    {Code::open_quote, "open-quote", "a quote opens in this cell and does not close within {0} bytes",
     "close it, or write a quote inside a cell twice"},
    {Code::stray_quote, "stray-quote", "a quote stands in the middle of this cell",
     "put the whole cell in quotes and write the quote twice"},
    {Code::empty_cell, "empty-cell", "'{0}' is empty", ""},
    {Code::formula, "formula", "'{0}' holds a formula, not a text", "copy the cell's value in its place"},
    {Code::other_date_order, "other-date-order", "'{0}' is not in the order of the dates here",
     "2026-11-22 is always read; --date-order dmy or mdy reads other orders"},
    {Code::duplicate_client, "duplicate-client", "an earlier row has the id '{0}' already",
     "ids that differ only in capital letters count as the same"},
    {Code::path_as_id, "path-as-id", "'{0}' is a path, not an id", "write an id without '.' and '..' between '/'"},
    {Code::file_name_twice, "file-name-twice", "an earlier row has the same file name", "put {{id}} into --file-name"},
    {Code::reserved_name, "reserved-name", "'{0}' is the list of all files", "choose another --file-name"},
    {Code::output_is_input, "output-is-input", "'{0}' is a file that is read", "give what is written another name"},
    {Code::file_differs, "file-differs", "'{0}' is there already, with something else in it",
     "--update changes what was sent before; --force replaces it as if nothing was sent"},
    {Code::other_calendar, "other-calendar", "'{0}' is there, and is no calendar of this client",
     "look whose it is; --force replaces it"},
    {Code::file_name_too_long, "file-name-too-long", "the file name would be longer than {0} bytes", ""},
    {Code::bad_file_name, "bad-file-name", "'{0}' cannot be a file name", "between braces stands {1}", "1"},
    {Code::reasons_without_pair, "reasons-without-pair", "there are {0} reasons for {1} settings",
     "write one reason for all, or one for each, with ';' between them"},
    {Code::not_a_file, "not-a-file", "'{0}' is there, and is not a plain file", "links and devices are never followed"},
    {Code::foreign_manifest, "foreign-manifest", "'{0}' is there, and smpcare did not write it",
     "choose another folder"},
    {Code::broken_off, "broken-off", "broken off; the rows up to line {0} are done",
     "the same command again does the rest"},

    // Notices
    {Code::unused_columns, "unused-columns", "these columns are not read: {0}",
     "--column NAME=HEADING reads one, --label-column HEADING prints one"},
    {Code::sessions_close, "sessions-close", "sessions {0} and {1} are only {2} days apart; at least {3} are usual",
     ""},
    {Code::rule_vanished, "rule-vanished", "'{0}' is never in force: it would begin on day {1} and end on day {2}", ""},
    {Code::review_old, "review-old", "these rules were last reviewed on {0}, more than a year ago", ""},
    {Code::hint_no_id, "hint-no-id", "no --id was given, so a changed name or first date makes a second calendar",
     "give --id, the same each time"},
    {Code::previous_unrelated, "previous-unrelated", "none of its events is in this plan, so all of them are cancelled",
     "is it this client's file, made with the same --id?"},
    {Code::other_events, "other-events", "'{0}' has other --events: all of these are cancelled", ""},
    {Code::alarm_at_night, "alarm-at-night", "this alarm rings at {0}", "-PT6H rings at 18:00 the day before"},
    {Code::more_faults, "more-faults", "{0} more faults are not shown", "mend these first"},
    {Code::floor_accepted, "floor-accepted",
     "{0}: free on day {1} although the rules ask for day 0 to {2}, accepted by your practitioner: {3}", ""},
};

constexpr bool complete() {
    for (std::size_t i = 0; i < std::size(table); ++i)
        if (table[i].code != static_cast<Code>(i)) return false;
    return std::size(table) == static_cast<std::size_t>(Code::floor_accepted) + 1;
}
static_assert(complete(), "one row for each code, in the order of diagnostics.hpp");

}  // namespace

std::span<const CodeWords> code_words() { return table; }

const CodeWords& words_for(Code code) {
    const auto row = static_cast<std::size_t>(code);
    assert(row < std::size(table));
    return table[row];
}

}  // namespace smpcare::words
