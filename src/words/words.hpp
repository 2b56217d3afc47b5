#pragma once

/// Every word that people read, one table per language. Templates have numbered arguments so that a
/// language may reorder them. Arrays over kinds follow Kind: avoid, limit, do, expect, visit, warn.

#include "base/text.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::words {

using Text = std::string_view;

struct Calendar {
    std::array<Text, 7> weekdays, short_weekdays;  ///< Sunday first
    std::array<Text, 12> months, short_months;
    Text long_date, short_date;  ///< {0} weekday, {1} day, {2} month, {3} year
    Text weekday_day_month;      ///< {0} short weekday, {1} day, {2} short month
    Text day_month;              ///< {0} day, {1} short month
    Text day_month_year;         ///< {0} day, {1} short month, {2} year
};

/// Lines that stand on several outputs.
struct Common {
    std::array<Text, 6> headings;  ///< over a list of one kind
    std::array<Text, 6> labels;    ///< before one title: "Avoid: …"
    Text labelled;                 ///< {0} label, {1} text
    std::array<Text, 6> notes;     ///< after one title: "… (avoid)"
    Text noted;                    ///< {0} title, {1} note
    Text separator;                ///< between the members of a list
    Text truncated;                ///< after a text that was cut short
    Text did_you_mean;             ///< {0} the nearest name

    Text day;          ///< {0} day number
    Text session_day;  ///< {0} session, {1} day number
    Text session;      ///< {0} session
    Text sessions;     ///< {0} first, {1} last session
    Text not_started;  ///< {0} what is asked about (a date), {1} date of the first session, {2} "7 days"
    Text one_day, days;

    Text client, client_with_id, client_id;  ///< {0} name or id, {1} id
    Text clinic, address, call, emergency;   ///< {0}
    Text call_blank;                         ///< nobody is known: a line to write on
    Text not_advice;
    Text rules;          ///< {0} protocol, {1} version, {2} short fingerprint
    Text rules_unnamed;  ///< {0} short fingerprint
};

/// What is said about one window or rule.
struct Phrases {
    Text window;            ///< {0} first date, {1} its day, {2} last date, {3} its day
    Text window_one_day;    ///< {0} date, {1} its day
    Text window_open;       ///< {0} first date, {1} its day
    Text tail;              ///< {0} window in words, {1} event
    Text pause;             ///< {0} first date, {1} last date, {2} titles
    Text pause_one_day;     ///< {0} date, {1} titles
    Text same_days;         ///< {0} first, {1} last session
    Text until;             ///< {0} date
    Text no_end;            //
    Text counts_from;       ///< {0} session
    Text provisional;       //
    Text condition_if;      ///< {0} fact
    Text condition_unless;  ///< {0} fact
    Text only_if;           ///< {0} event
    Text only_for;          ///< {0} activities
    Text best_on;           ///< {0} date, {1} its day
    Text once_a_day, times_a_day;
    Text every_day, every_other_day, every_days;
    std::array<Text, 3> help;  ///< practitioner, doctor, emergency
    /// An override: {0} field, {1} new value, {2} old value, {3} place or option
    Text change, change_first, change_text, change_drop, change_moved;
    Text change_reason;  ///< {0} the change in words, {1} reason
};

struct PlanText {
    Text today;              ///< {0} date, {1} session, {2} day
    Text today_not_started;  ///< {0} "date: not started …"
    Text today_free;         ///< nothing is off limits
    Text timeline;           ///< heading
    Text timeline_scale;     ///< {0} "1 day"
    Text legend_avoid, legend_limit, legend_do, legend_more, legend_session, legend_today;
    Text sessions_row;
    Text bar_until;  ///< {0} date
    Text bar_title;  ///< {0} title, {1} end
    Text notices;    ///< heading
};

struct DayText {
    Text title;  ///< {0} session, {1} day, {2} date
    Text nothing;
    Text starts, ends;  ///< headings: first day, last day
    Text next;          ///< {0} date
    Text next_none;
    Text next_starts, next_ends;  ///< {0} titles
};

/// Handouts: html and md.
struct HandoutText {
    Text title;            ///< of the document: {0} protocol, {1} client
    Text all;              ///< the title of a page for several clients
    Text neutral_title;    ///< instead of a protocol's, where nothing is named
    Text client;           ///< name of a line
    Text call, emergency;  ///< names of lines
    Text write_here;       ///< beside a line to write on
    Text now;              ///< {0} date, {1} session, {2} day
    Text now_not_started;  ///< {0} "date: not started …"
    Text when, what;       ///< column heads
    Text picture;          ///< what the picture shows: {0} first, {1} last date
    Text picture_same;     ///< that the lists say the same
    Text week;             ///< what one line of the picture is
    Text today;            //
    Text signatures;       ///< heading
    Text agreed;           ///< what is signed
    Text sign_client, sign_practitioner, sign_date;
};

struct MonthsText {
    Text month;                                        ///< {0} month, {1} year
    Text legend_session, legend_change, legend_today;  //
    Text session;                                      ///< {0} number
};

struct AnswerText {
    std::array<Text, 3> verdicts;        ///< yes, limited, no
    Text on_day;                         ///< {0} verdict, {1} activity, {2} date
    Text on_days;                        ///< {0} verdict, {1} activity, {2} first, {3} last date
    Text activity;                       ///< {0} title, {1} verdict
    std::array<Text, 2> reason;          ///< avoid, limit: {0} title, {1} until …
    Text free_from;                      ///< {0} date
    Text free_between;                   ///< {0} first, {1} last date
    Text never_free;                     //
    Text remains_free, remains_free_to;  ///< {0} date
};

struct EventText {
    Text until;        ///< {0} date, {1} its day
    Text one_day;      ///< {0} date, {1} its day
    Text open;         ///< {0} date, {1} its day
    Text begins;       ///< {0} date, {1} its day
    Text only_if;      ///< {0} event
    Text counts_from;  ///< {0} session
    Text provisional;  //
    Text best_on;      ///< {0} date, {1} its day
    Text category;     ///< one word

    Text day_title, session_day_title;              ///< {0} session, {1} day, {2} what changes
    Text session_title;                             ///< {0} session
    Text fine, fine_all;                            ///< {0} one thing, several
    Text fine_provisional;                          ///< {0} things
    Text pair;                                      ///< {0} all but the last, {1} the last
    Text and_more;                                  ///< {0} some, {1} number of others
    std::array<Text, 6> begins_title, ended_title;  ///< {0} titles; what ended of avoid and limit is fine again
    std::array<Text, 6> begins_line, ended_line;    ///< labels before titles
    Text best_today, still_held;                    ///< labels before titles
    std::array<Text, 6> counts;                     ///< {0} number of rules
    Text cancelled;                                 ///< {0} title
    Text neutral_title, neutral_name, neutral_category, neutral_notice;
};

struct RuleText {
    Text list_id, list_title, list_version, list_rules, list_extends;  ///< column heads
    Text head;                                                         ///< {0} id, {1} title
    Text version, language, reviewed, fingerprint;                     ///< {0}
    Text series_gap, min_gap, day_one;                                 ///< {0} days
    Text rules, activities, facts, events, sources;                    ///< headings
    Text event;                                                        ///< {0} title, {1} from, {2} by
    Text days, one_day, days_open, never;                              ///< {0} first, {1} last day
    Text kind, window, from, through, floor, count_from, until, times_per_day, every, target, help;
    Text when, unless, relevant_to, evidence, written_at, words, detail;
    Text day;                       ///< {0} number
    Text open;                      //
    Text after, before;             ///< {0} rule
    Text plus_one, plus;            ///< {0} boundary, {1} days
    Text resolved;                  ///< {0} "day 4", {1} "the day after keep-dry"
    Text citation, citation_bare;   ///< {0} id, {1} title, {2} section
    std::array<Text, 3> counts;     ///< each, first, last
    std::array<Text, 4> evidences;  ///< strong, some, weak, custom
};

struct ExplainText {
    Text title;                   ///< {0} id, {1} title
    Text in_force;                ///< {0} date, {1} kind, {2} until …
    Text not_in_force;            ///< {0} date, {1} reason
    std::array<Text, 8> reasons;  ///< in the order of Standing; the first is empty
    Text nearest, never;          ///< {0} date
    Text unlisted;                //
    Text counted, otherwise;      ///< headings: its days, and those it would have
    Text counts_from;             ///< {0} "each session"
    Text first_day, last_day;     ///< {0} how
    Text sum;                     ///< {0} session, {1} its date, {2} "3 days", {3} date
    Text sum_by;                  ///< and {4} event
    Text before_seen;             ///< {0} date, {1} event
    Text before_session;          ///< {0} date, {1} session
    Text no_last_day;             //
    Text facts;                   ///< heading
    std::array<Text, 3> fact;     ///< when, unless, relevant_to: {0} title, {1} id, {2} truth
    std::array<Text, 3> truths;   ///< no, yes, unknown
    Text event;                   ///< heading
    Text event_seen;              ///< {0} event, {1} dates
    Text event_unseen;            ///< {0} event, {1} day number
    Text cuts;                    ///< heading
    Text cut_by, cuts_others;     ///< {0} ids
    Text values;                  ///< heading
    Text value;                   ///< {0} field, {1} value, {2} place
    Text changes;                 ///< heading
    Text change;                  ///< {0} field, {1} old, {2} new value, {3} by
    Text change_with_reason;      ///< and {4} reason
    Text nothing;                 ///< an absent value
    Text evidence;                ///< {0}
};

struct LatestText {
    Text found;        ///< {0} date
    Text subject;      ///< {0} date, {1} titles
    Text past;         ///< {0} today
    Text none;         ///< {0} date, {1} titles
    Text limit;        ///< {0} activity, {1} date, {2} rule
    Text limit_free;   ///< {0} activity
    Text limit_never;  ///< {0} activity, {1} rule
    Text limit_early;  ///< {0} activity, {1} rule
    Text alone;        //
};

struct DiffText {
    Text title, same;
    Text sessions;                         ///< {0} new, {1} old dates
    Text until, until_open, until_closed;  ///< {0} title, then dates
    Text from;                             ///< {0} title, {1} new, {2} old date
    Text now_was;                          ///< {0} title, {1} new, {2} old windows
    Text new_, gone;                       ///< {0} title, {1} windows
    Text text, title_changed;              ///< {0} title, {1} old title
    Text window, window_one_day, window_open;
    Text separator;
    std::array<Text, 6> headings;  ///< in the order of Move
};

struct TestText {
    Text file;            ///< {0} file, {1} passed, {2} all
    Text none;            ///< {0} file
    Text passed;          ///< {0} test
    Text failed;          ///< {0} test, {1} place
    Text on;              ///< {0} date, {1} ids
    Text nothing;         //
    Text wants, forbids;  ///< {0} rule
};

struct Formats {
    Text text, json, csv, ics, html, md;
};

/// The line after a batch: {0} rows, {1} written, {2} unchanged, {3} rows refused.
struct BatchText {
    Text files, stream, combined, nothing;
    Text progress;  ///< {0} rows
};

/// One line for each name that is typed.
struct NamedText {
    Text name, text;
};

struct HelpText {
    Text title, closing;  ///< of the overview
    Text common;          ///< before the options that every command has
    Text out_of_memory;   ///< said where no sentence can be made any more; a whole line
    Text broken;          ///< before what was thrown
    std::span<const NamedText> commands, options;
};

struct Words {
    Text language;
    Calendar calendar;
    Common common;
    Phrases phrases;
    PlanText plan;
    DayText day;
    HandoutText handout;
    MonthsText months;
    AnswerText answer;
    EventText event;
    RuleText rule;
    ExplainText explain;
    LatestText latest;
    DiffText diff;
    TestText test;
    Formats formats;
    BatchText batch;
    HelpText help;
};

extern const Words english;

/// The table of `language`; English where there is none.
const Words& of(std::string_view language);
std::span<const std::string_view> languages();

using smpcare::append;
using smpcare::fill;

}  // namespace smpcare::words
