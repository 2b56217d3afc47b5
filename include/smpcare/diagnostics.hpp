#pragma once

/// Faults and notices as values. A step adds every one it finds and returns nothing where it cannot go on;
/// nothing in the library prints or throws for bad input. A diagnostic holds a code and its arguments;
/// the sentence is made by `describe` (format.hpp), so that a language is a table.

#include <smpcare/source.hpp>

#include <string>
#include <vector>

namespace smpcare {

/// One stable code a kind of fault; its name (`unknown-field`) and words stand in src/format/words.
/// The comments give the arguments {0}, {1} … in order; some are keys of terms, which have their words there too.
enum class Code {
    /// Reading and writing files: {0} file name, {1} the system's reason
    no_such_file,
    is_a_directory,
    cannot_read,
    cannot_write,
    file_exists,
    too_large,     ///< {0} name, {1} limit in bytes
    invalid_utf8,  ///< {0} what is not UTF-8
    empty_file,    ///< {0} name
    stdin_twice,

    /// A rule file as text
    syntax,             ///< {0} what was expected or found
    duplicate_key,      ///< {0} key
    too_many_dots,      ///< {0} limit
    control_character,  ///< {0} field, {1} U+0007

    /// A rule file's meaning
    newer_schema,       ///< {0} the number found, {1} the highest known
    missing_field,      ///< {0} field, {1} what it belongs to
    unknown_field,      ///< {0} field, {1} what it was given to
    wrong_type,         ///< {0} field, {1} type wanted, {2} type found
    bad_value,          ///< {0} value, {1} field, {2} what is allowed
    bad_id,             ///< {0} id
    duplicate_id,       ///< {0} what, {1} id, {2} place of the first
    duplicate_entry,    ///< {0} value, {1} field
    empty_text,         ///< {0} field
    text_too_long,      ///< {0} field, {1} limit in characters
    unknown_rule,       ///< {0} id
    unknown_activity,   ///< {0} id
    unknown_fact,       ///< {0} id
    unknown_event,      ///< {0} id
    unknown_source,     ///< {0} id
    unknown_protocol,   ///< {0} id
    negative_number,    ///< {0} number, {1} field
    plus_sign,          ///< {0} number as written, {1} field
    number_too_large,   ///< {0} number, {1} field, {2} limit
    bad_duration,       ///< {0} text
    bad_date,           ///< {0} text
    date_out_of_range,  ///< {0} date
    not_for_kind,       ///< {0} field, {1} kind, {2} kinds that have it
    event_order,        ///< {0} event, {1} from, {2} by
    until_open,         ///< {0} rule
    target_outside,     ///< {0} target, {1} from, {2} through
    ends_before_start,  ///< {0} rule, {1} first day, {2} last day
    leans_on_itself,    ///< {0} the chain, "a.from, b.through, a.from"
    leans_on_open,      ///< {0} field, {1} rule that has no last day
    leans_on_last,      ///< {0} rule, {1} the "last" rule it leans on
    leans_on_dropped,   ///< {0} rule, {1} the dropped rule
    test_without_sessions,

    /// Layers: files that extend others, overrides
    extends_itself,             ///< {0} the chain, "a.toml, b.toml, a.toml"
    extends_too_deep,           ///< {0} limit
    nothing_to_override,        ///< {0} table
    only_overrides,             ///< {0} table
    not_overridable,            ///< {0} field
    bad_setting,                ///< {0} text
    cannot_move,                ///< {0} field, {1} rule, {2} why: "no last day", "a text"
    floor_lowered,              ///< {0} rule, {1} floor, {2} floor asked for
    below_floor,                ///< {0} rule, {1} days, {2} floor, {3} sources
    acceptance_without_reason,  ///< {0} rule

    /// A case
    no_session,
    too_many_sessions,      ///< {0} number, {1} limit
    duplicate_session,      ///< {0} date
    window_out_of_range,    ///< {0} rule, {1} session date
    observation_orphan,     ///< {0} event, {1} date
    observation_too_early,  ///< {0} event, {1} date, {2} earliest date
    contradicting_fact,     ///< {0} fact
    planned_too_few,        ///< {0} planned, {1} known
    planned_not_positive,   ///< {0} planned

    /// The command line
    unknown_command,      ///< {0} word
    unknown_option,       ///< {0} option
    option_elsewhere,     ///< {0} option, {1} command
    options_clash,        ///< {0} and {1} options
    missing_command,      //
    missing_option,       ///< {0} option
    missing_argument,     ///< {0} argument
    missing_value,        ///< {0} option
    unexpected_argument,  ///< {0} word
    option_as_value,      ///< {0} option, {1} value
    option_repeated,      ///< {0} option
    bad_number,           ///< {0} text, {1} lowest, {2} highest
    bad_choice,           ///< {0} value, {1} option, {2} what is allowed
    bad_label,            ///< {0} text
    bad_fact_answer,      ///< {0} text
    bad_observation,      ///< {0} text
    bad_range,            ///< {0} text
    unknown_word,         ///< {0} what was asked
    unknown_topic,        ///< {0} word after help
    unknown_language,     ///< {0} language
    format_unavailable,   ///< {0} format, {1} command, {2} formats it has
    bad_epoch,            ///< {0} text
    no_such_day,          ///< {0} date as written, {1} days that its month has
    unsafe_css,           ///< {0} what it holds
    bad_alarm,            ///< {0} text
    nothing_to_write,     //

    /// A plan file
    not_json,    ///< {0} what is wrong
    not_a_plan,  ///< {0} place in the document, {1} what is wanted

    /// A calendar file that was sent before
    not_our_calendar,  ///< {0} what is wanted at that place

    /// Doubts about a rule file
    do_meets_avoid,       ///< {0} rule that says do, {1} rule that says avoid, {2} activity, {3} day:3 or days:3, 5
    gap_after_ban,        ///< {0} rule that says do, {1} activity, {2} day:4 or days:4, 6
    activity_unused,      ///< {0} activity
    activity_unasked,     ///< {0} activity
    floor_above_default,  ///< {0} rule, {1} floor, {2} through
    no_source,            ///< {0} rule
    wide_word,            ///< {0} word, {1} number of activities, {2} limit
    idle_override,        ///< {0} field, {1} rule, {2} value
    idle_test,            ///< {0} name of the test

    /// A file of clients, and what is made of it
    missing_column,        ///< {0} column
    unknown_column,        ///< {0} name given
    unknown_heading,       ///< {0} heading given
    misspelt_heading,      ///< {0} heading, {1} column
    duplicate_heading,     ///< {0} heading
    wrong_cell_count,      ///< {0} cells found, {1} cells wanted
    row_too_long,          ///< {0} limit in bytes
    open_quote,            ///< {0} limit in bytes
    stray_quote,           //
    empty_cell,            ///< {0} column
    formula,               ///< {0} column
    other_date_order,      ///< {0} text
    duplicate_client,      ///< {0} id
    path_as_id,            ///< {0} id
    file_name_twice,       //
    reserved_name,         ///< {0} file name
    output_is_input,       ///< {0} file name
    file_differs,          ///< {0} file name
    other_calendar,        ///< {0} file name
    file_name_too_long,    ///< {0} limit in bytes
    bad_file_name,         ///< {0} pattern, {1} what may stand in braces
    reasons_without_pair,  ///< {0} reasons, {1} settings
    not_a_file,            ///< {0} file name
    foreign_manifest,      ///< {0} file name
    broken_off,            ///< {0} line of the last row done

    /// Notices
    unused_columns,      ///< {0} headings
    sessions_close,      ///< {0} number of the first, {1} of the second, {2} days apart, {3} wanted
    rule_vanished,       ///< {0} rule, {1} first day, {2} last day
    review_old,          ///< {0} date of the review
    hint_no_id,          //
    previous_unrelated,  //
    other_events,        ///< {0} file name
    alarm_at_night,      ///< {0} time
    more_faults,         ///< {0} number of faults not shown
    floor_accepted,      ///< {0} rule's title, {1} days, {2} floor, {3} reason
};

/// A warning is a doubt about a rule file: the file works, but was it meant so?
enum class Severity { error, warning, notice };

struct Diagnostic {
    Severity severity = Severity::error;
    Code code{};
    Span span;
    std::vector<std::string> args;
    /// The nearest right name, where there is one: becomes "did you mean '…'?".
    std::string nearest;
};

/// What becomes of a notice.
struct NoticePolicy {
    bool strict = false;  ///< a notice is an error
    bool quiet = false;   ///< a notice is not told

    /// Whether people are to hear of it. What was freed below a floor, and how many errors are not shown, is told always.
    [[nodiscard]] bool tells(const Diagnostic& diagnostic) const;
};

/// Collects what one run finds, in the order in which it was added.
class Diagnostics {
public:
    using Policy = NoticePolicy;
    explicit Diagnostics(Policy policy = {}) : policy_(policy) {}

    void error(Code code, Span span, std::vector<std::string> args = {}, std::string nearest = {});
    void warning(Code code, Span span, std::vector<std::string> args = {});
    void notice(Code code, Span span, std::vector<std::string> args = {});
    /// Under a strict policy a notice is added as an error.
    void add(Diagnostic diagnostic);
    /// Whether these notices may stand. Under a strict policy none may: they are added, as errors.
    bool accept(const std::vector<Diagnostic>& notices);
    /// For all that is added from now on.
    void obey(Policy policy) { policy_ = policy; }
    [[nodiscard]] const Policy& policy() const { return policy_; }

    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return found_; }

    /// By line and column within a source; sources stay in the order in which they came.
    void sort_by_place();

private:
    Policy policy_;
    std::vector<Diagnostic> found_;
};

}  // namespace smpcare
