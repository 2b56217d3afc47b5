#include "format/words/codes.hpp"

#include <cassert>
#include <iterator>

namespace smpcare::words {
namespace {

constexpr CodeWords table[] = {
    // Reading and writing files
    {Code::no_such_file, "no-such-file", "there is no file '{0}'", "check the name, and the folder you are in"},
    {Code::is_a_directory, "is-a-directory", "'{0}' is a folder, not a file", "name a file inside it"},
    {Code::cannot_read, "cannot-read", "'{0}' cannot be read: {1}", ""},
    {Code::cannot_write, "cannot-write", "'{0}' cannot be written: {1}", ""},
    {Code::file_exists, "file-exists", "'{0}' is there already", "choose another name, or replace it with --force"},
    {Code::too_large, "too-large", "'{0}' is larger than {1} bytes", ""},
    {Code::invalid_utf8, "invalid-utf8", "{0} is not UTF-8 text", "save or type it as UTF-8"},
    {Code::empty_file, "empty-file", "'{0}' is empty", ""},
    {Code::stdin_twice, "stdin-twice", "standard input can be read only once", "'-' may stand in one place only"},

    // A rule file as text
    {Code::syntax, "syntax", "{0}", ""},
    {Code::duplicate_key, "duplicate-key", "'{0}' is given twice", "keep one of the two"},
    {Code::too_many_dots, "too-many-dots", "more than {0} dots in one line", "a text needs quotes"},
    {Code::control_character, "control-character", "'{0}' holds the control character {1}", "delete it"},

    // A rule file's meaning
    {Code::newer_schema, "newer-schema", "schema {0} needs a newer smpcare; this one knows schema {1}",
     "install the newest smpcare"},
    {Code::missing_field, "missing-field", "{1} needs '{0}'", ""},
    {Code::unknown_field, "unknown-field", "'{0}' is not a field of {1}", "'man smpcare-rules' lists the fields"},
    {Code::wrong_type, "wrong-type", "'{0}' must be {1}, not {2}", ""},
    {Code::bad_value, "bad-value", "'{0}' does not fit '{1}': it must be {2}", ""},
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
    {Code::number_too_large, "number-too-large", "'{0}' is too large for '{1}'", "the limit is {2}"},
    {Code::bad_duration, "bad-duration", "'{0}' is not a length of time",
     R"(write a number of days, or "2 weeks", "48 hours" or "open")"},
    {Code::bad_date, "bad-date", "'{0}' is not a date", "write it as 2026-11-22: year-month-day"},
    {Code::date_out_of_range, "date-out-of-range", "'{0}' is outside the years 1900 to 2199", ""},
    {Code::not_for_kind, "not-for-kind", "'{0}' is not for the kind '{1}'", "it is for {2}"},
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
    {Code::extends_unsupported, "extends-unsupported", "'{0}' is not supported yet", "write all rules in one file"},
    {Code::test_without_sessions, "test-without-sessions", "a test needs a date in 'sessions'",
     "for example: sessions = [2026-11-22]"},

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
    {Code::missing_command, "missing-command", "a command is missing", "for example: smpcare plan --date 2026-11-22"},
    {Code::missing_option, "missing-option", "the option '{0}' is missing", ""},
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
    {Code::nothing_to_write, "nothing-to-write", "there is nothing to write", ""},

    // Notices
    {Code::sessions_close, "sessions-close", "sessions {0} and {1} are only {2} days apart; at least {3} are usual",
     ""},
    {Code::rule_vanished, "rule-vanished", "'{0}' is never in force: it would begin on day {1} and end on day {2}", ""},
    {Code::review_old, "review-old", "these rules were last reviewed on {0}, more than a year ago", ""},
    {Code::hint_no_id, "hint-no-id", "no --id was given, so a changed name or first date makes a second calendar",
     "give --id, the same each time"},
    {Code::more_faults, "more-faults", "{0} more faults are not shown", "mend these first"},
};

constexpr bool complete() {
    for (std::size_t i = 0; i < std::size(table); ++i)
        if (table[i].code != static_cast<Code>(i)) return false;
    return std::size(table) == static_cast<std::size_t>(Code::more_faults) + 1;
}
static_assert(complete(), "one row for each code, in the order of diagnostics.hpp");

}  // namespace

std::span<const CodeWords> code_words() { return table; }

const CodeWords& words_for(Code code) {
    auto const row = static_cast<std::size_t>(code);
    assert(row < std::size(table));
    return table[row];
}

}  // namespace smpcare::words
