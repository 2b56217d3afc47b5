#pragma once

/// Every word that people read, one table per language. Templates have numbered arguments so that a
/// language may reorder them. Arrays over kinds follow Kind: avoid, ask, limit, do, expect, visit, warn.

#include "base/text.hpp"
#include "words/codes.hpp"

#include <smpcare/protocol.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::words {

/// A text that is left out on purpose.
struct Nothing {};
inline constexpr Nothing nothing;

/// A sentence that takes so many arguments. One that is forgotten, empty, or has a hole that nothing fills does not
/// compile.
template <std::size_t takes = 0>
struct Text : std::string_view {
    consteval Text(const char* words) : std::string_view(words) {
        if (empty()) throw "a text is empty";
        if (takes > 0 ? !holes_fit(words, takes) : has_hole(words)) throw "a hole that nothing fills";
    }
    consteval Text(Nothing) {}
};

struct Calendar {
    std::array<Text<>, 7> weekdays, short_weekdays;  ///< Sunday first
    std::array<Text<>, 12> months, short_months;
    Text<4> long_date, short_date;  ///< {0} weekday, {1} day, {2} month, {3} year
    Text<3> weekday_day_month;      ///< {0} short weekday, {1} day, {2} short month
    Text<2> day_month;              ///< {0} day, {1} short month
    Text<3> day_month_year;         ///< {0} day, {1} short month, {2} year
};

/// Lines that stand on several outputs.
struct Common {
    std::array<Text<>, kind_count> headings;  ///< over a list of one kind
    std::array<Text<>, kind_count> labels;    ///< before one title: "Avoid: …"
    Text<2> labelled;                         ///< {0} label, {1} text
    std::array<Text<>, kind_count> notes;     ///< after one title: "… (avoid)"
    Text<2> noted;                            ///< {0} title, {1} note
    Text<> separator;                         ///< between the members of a list
    Text<> truncated;                         ///< after a text that was cut short
    Text<> help;                              ///< before what may help against a fault
    Text<1> did_you_mean;                     ///< {0} the nearest name
    Text<1> did_you_mean_command;             ///< {0} a whole command line
    Text<1> also_line;                        ///< {0} line
    Text<2> also_lines;                       ///< {0} number of lines, {1} the first of them

    Text<1> day;             ///< {0} day number
    Text<2> session_day;     ///< {0} session, {1} day number
    Text<1> session;         ///< {0} session
    Text<1> day_of_session;  ///< {0} its number
    Text<2> sessions;        ///< {0} first, {1} last session
    Text<> to_come;          ///< label of the line that says what planned sessions change
    Text<> ends_wait;        ///< every end holds only if no session comes before
    Text<> starts_again;     ///< where nothing is known of further sessions
    Text<3> not_started;     ///< {0} what is asked about (a date), {1} date of the first session, {2} "7 days"
    Text<> one_day;
    Text<1> days;

    Text<1> client, client_id;                 ///< {0} name, id
    Text<2> client_with_id;                    ///< {0} name, {1} id
    Text<1> clinic, address, call, emergency;  ///< {0}
    Text<> emergency_services;                 ///< nobody gave a number
    Text<1> emergency_call;                    ///< {0} number
    Text<> call_blank;                         ///< nobody is known: a line to write on
    Text<> not_advice;
    Text<3> rules;          ///< {0} protocol, {1} version, {2} short fingerprint
    Text<1> rules_unnamed;  ///< {0} short fingerprint
};

/// What is said about one window or rule.
struct Phrases {
    Text<4> window;          ///< {0} first date, {1} its day, {2} last date, {3} its day
    Text<2> window_one_day;  ///< {0} date, {1} its day
    Text<2> window_open;     ///< {0} first date, {1} its day
    Text<2> tail;            ///< {0} window in words, {1} event
    Text<3> pause;           ///< {0} first date, {1} last date, {2} titles
    Text<2> pause_one_day;   ///< {0} date, {1} titles
    Text<2> same_days;       ///< {0} first, {1} last session
    Text<1> until;           ///< {0} date
    Text<> no_end;
    Text<1> counts_from;  ///< {0} session
    Text<> provisional;
    Text<1> condition_if;      ///< {0} fact
    Text<1> condition_unless;  ///< {0} fact
    Text<1> only_if;           ///< {0} event
    Text<1> only_for;          ///< {0} activities
    Text<2> best_on;           ///< {0} date, {1} its day
    Text<> once_a_day;
    Text<1> times_a_day;
    Text<> every_day, every_other_day;
    Text<1> every_days;
    std::array<Text<>, 3> help;  ///< practitioner, doctor, emergency
};

/// What stands before the names in a step.
struct StepText {
    Text<1> session;                        ///< {0} number
    std::array<Text<>, kind_count> begins;  ///< of what begins; for `warn` its signs
    Text<1> until;                          ///< {0} the last day of a visit
    Text<> ask_if;                          ///< for signs that are the practitioner's to judge
    Text<> allowed;                         ///< nothing names it any more
    Text<> allowed_if_no_session;           ///< the same, while sessions are still planned
    std::array<Text<>, 3> held;             ///< ended, but still: avoid, ask, limit
    Text<> over;                            ///< an end of which nothing says what is allowed
};

struct PlanText {
    Text<3> today;           ///< {0} date, {1} session, {2} day
    Text<> today_free;       ///< nothing is off limits
    Text<> timeline;         ///< heading
    Text<1> timeline_scale;  ///< {0} "1 day"
    Text<> legend_avoid, legend_ask, legend_limit, legend_do, legend_more, legend_session, legend_today;
    Text<> sessions_row;
    Text<1> bar_until;  ///< {0} date
    Text<2> bar_title;  ///< {0} title, {1} end
    Text<> notices;     ///< heading
};

struct DayText {
    Text<3> title;        ///< {0} session, {1} day, {2} date
    Text<> starts, ends;  ///< headings: first day, last day
    Text<1> next;         ///< {0} date
    Text<> next_none;
};

/// The lists of one day.
struct TodayText {
    Text<2> day;                  ///< {0} date, {1} day number
    Text<3> session_day;          ///< {0} date, {1} session, {2} day number
    Text<3> day_after;            ///< {0} date, {1} day number, {2} date of the only session
    Text<4> session_day_after;    ///< {0} date, {1} session, {2} its date, {3} day number
    Text<4> counted_day;          ///< as `day_after`, and {3} the number of the session's own day, if that is not 0
    Text<5> counted_session_day;  ///< as `session_day_after`, and {4} that number
    Text<2> begins_in;            ///< before the first session: {0} "in 7 days", {1} its date
    Text<> tomorrow;              ///< instead of "in 1 day"
    Text<1> in_days;              ///< {0} "7 days"
    Text<1> until;                ///< {0} short date
    Text<> tonight;               ///< the end of today
    std::array<Text<>, kind_count> without_end;  ///< after a thing that nothing ends
    Text<1> best_on;                             ///< of a visit: {0} short date
    std::array<Text<>, 3> call;                  ///< in the order of Help: how soon
    std::array<Text<>, 3> whom;                  ///< in the order of Help: who is called
    Text<2> called;                              ///< {0} who, {1} numbers
    Text<> write_here;                           ///< a line for a number that nobody gave
    Text<> any_doubt;                            ///< the last thing to ask the practitioner about
    Text<> very_ill;                             ///< what to call now about where no rule says
};

/// The first screen of a plan or a day.
struct ScreenText {
    Text<2> line;                          ///< {0} day, {1} number of things to avoid
    Text<2> line_next;                     ///< {0} date of the next step, {1} what it brings
    Text<> today, day;                     ///< labels of its first line
    std::array<Text<>, 3> calls;           ///< labels, in the order of Help
    std::array<Text<>, kind_count> kinds;  ///< labels of the lists
    Text<> tomorrow, next_day;             ///< labels
    Text<> no_change;                      ///< beside these
    Text<> before;                         ///< over the lists of the first day, before it has come
    Text<> ends_wait;                      ///< more sessions are planned
    Text<> dates;                          ///< what they mean, what nobody knows, what they cost
    Text<> steps, until_means;             ///< heading, and what stands beside it
    Text<> until_means_and_again;          ///< and where nothing is known of further sessions
    Text<> no_steps;
    Text<> see_details;                  ///< how to read the whys
    Text<2> from_to;                     ///< {0} first, {1} last date
    Text<1> from, until, only_on, best;  ///< {0} date
    Text<2> then;                        ///< {0} kind, {1} dates
    Text<2> and_then;                    ///< {0} a thing and its days, {1} `then`
    Text<2> all_then;                    ///< {0} several of these, {1} `then` of all of them
    Text<2> after_session;               ///< {0} dates, {1} number of the session that they count from
    Text<1> own_advice;                  ///< {0} reason
    Text<> own_advice_bare;
    Text<1> left_out;  ///< {0} title, and why
    Text<1> instead;   ///< {0} titles
    Text<2> titled;    ///< {0} title of the rules, {1} who reviewed them
    Text<> not_reviewed;
    Text<1> reviewed_by;     ///< {0} who
    Text<2> reviewed_by_on;  ///< {0} who, {1} date
};

/// Handouts: html and md. Arrays over help: practitioner, doctor, emergency.
/// A word that not every client knows, and what is said where it comes first.
struct Gloss {
    Text<> word, said;
};
inline constexpr std::size_t gloss_count = 10;
using GlossTexts = std::array<Gloss, gloss_count>;

struct HandoutText {
    Text<2> title;         ///< of the document: {0} protocol, {1} client
    Text<> all;            ///< the title of a page for several clients
    Text<> page_title;     ///< heading of a page
    Text<> neutral_title;  ///< instead of a protocol's, where nothing is named
    Text<> client;         ///< name of a line
    Text<> jump_to_today;  ///< links to a part of the page
    Text<> jump_to_call, jump_to_steps, jump_to_weeks, jump_to_rules;
    Text<> call;                                  ///< heading: whom to call
    std::array<Text<>, 3> ask;                    ///< of an `ask` rule: whom to ask
    Text<> write_here;                            ///< for a line to write on
    Text<1> sign_from, sign_again;                ///< {0} date
    Text<> why;                                   ///< before the summary
    Text<3> now;                                  ///< {0} date, {1} session, {2} day
    Text<1> now_not_started;                      ///< {0} "date: not started …"
    Text<> next, next_none, tomorrow;             ///< labels of what changes next
    Text<> first_days;                            ///< heading
    Text<2> span;                                 ///< {0} first, {1} last date
    Text<> steps, steps_again;                    ///< heading; when they hold no more
    Text<> new_session, starts_again;             ///< label and text of a later session's step
    Text<> step_from, step_news;                  ///< heads of columns
    Text<> visits;                                ///< label of appointments
    Text<> weeks;                                 ///< heading of what to avoid, with its picture
    Text<> lane_avoid, lane_careful, lane_dates;  ///< heads of columns
    Text<> legend_avoid, legend_careful, legend_session, legend_today;
    GlossTexts glosses;
    Text<> rules;              ///< heading
    Text<1> until_means;       ///< {0} "until Thu 26 Nov"
    Text<1> until, from;       ///< {0} date
    Text<2> range;             ///< {0} first, {1} last date
    Text<> always, until_yes;  ///< without an end; of what is to be asked
    Text<1> if_event;          ///< {0} event
    Text<1> instead;           ///< {0} names
    Text<1> best_on;           ///< {0} date
    Text<> own_advice;         ///< heading
    Text<> own_days;           ///< before names of rules changed without a word
    Text<> left_out;
    Text<1> left_out_for;  ///< {0} reason
    Text<> signatures;     ///< heading
    Text<> agreed;         ///< what is signed
    Text<> sign_client, sign_practitioner, sign_date;
    Text<1> rules_title;  ///< a sentence of the foot: {0} protocol
    Text<> not_reviewed;
    Text<1> reviewed_by;     ///< {0} who
    Text<2> reviewed_by_on;  ///< {0} who, {1} date
};

struct MonthsText {
    Text<2> month;  ///< {0} month, {1} year
    Text<> legend_session, legend_change, legend_today;
    Text<1> session;  ///< {0} number
};

struct AnswerText {
    std::array<Text<>, 6> verdicts;  ///< first words: normal, yes, limited, ask, no, call
    Text<> no_never;                 ///< instead of "no" where nothing ends it
    Text<> avoid, avoid_never;       ///< the same where a phrase may ask the other way round ("is it bad to …")
    Text<> partly;                   ///< some of what was asked is allowed, some is not
    Text<1> only;                    ///< {0} the one thing of it that is allowed with care
    Text<> no_longer;                ///< instead of a call of the practitioner where a sign was normal before
    Text<> or_else;                  ///< name of a row that goes on with a long list
    Text<> provisional;              ///< "yes" but for sessions to come
    std::array<Text<>, 3> call;      ///< practitioner, doctor, emergency: first words
    Text<1> call_number;             ///< the emergency number: {0}
    Text<2> slip;                    ///< {0} sign, {1} what to do
    Text<2> after_session;           ///< {0} date, {1} days after the session
    Text<3> after_sessions;          ///< and {2} which session
    Text<3> counted_day;             ///< {0} date, {1} its number, {2} the number of the session's own day
    Text<4> counted_days;            ///< and {3} which session
    Text<3> on_day;                  ///< {0} first words, {1} what was asked, {2} the day
    Text<4> on_days;                 ///< {0} first words, {1} what was asked, {2} first, {3} last date
    Text<2> on_no_day;               ///< {0} first words, {1} what was asked
    std::array<Text<1>, 3> until;    ///< avoid, ask, limit: {0} date
    std::array<Text<>, 3> open;      ///< the same where nothing ends it
    Text<1> ask_whom;                ///< {0} the one whom a rule names
    Text<2> care_until;              ///< with care: {0} how, {1} date
    Text<1> care_open;               ///< the same where nothing ends it
    Text<1> then;                    ///< {0} what follows
    Text<1> free_from;               ///< {0} date
    Text<1> free_until;              ///< {0} date
    Text<> free, yes;
    Text<1> thing_until, thing_from;  ///< {0} date
    Text<2> thing_from_to;            ///< {0}, {1} dates
    Text<1> instead;                  ///< {0} what is allowed
    Text<1> planned;                  ///< {0} visits
    Text<1> why;                      ///< {0} things, each with its reason
    Text<1> how;                      ///< {0} how what is allowed is done
    std::array<Text<>, 4> gain;  ///< what it costs to follow an answer, and what that gains: limited, ask, no, call
    Text<> gain_never;           ///< of what is never free
    Text<> gain_doctor;          ///< of a visit to a doctor
    Text<> clinics_say;          ///< before the line on sessions to come: what is known of the days
    Text<> unnamed;              ///< no rule names it
    Text<1> before_first;        ///< {0} date of the first session
    Text<1> not_understood;      ///< {0} words
    Text<2> understood_not;      ///< {0} words that were understood, {1} words that were not
    Text<> sign_normal, sign_now, sign_today, sign_ask;            ///< names of rows
    Text<1> any_one_of;                                            ///< {0} signs of which one is enough
    Text<2> for_any_one_of;                                        ///< {0} whom to call, {1} the signs
    Text<> more_sessions, new_session, restarts_them, not_advice;  ///< `restarts_them` stands behind `clinics_say`
    Text<1> no_doctor, in_emergency;                               ///< {0} emergency number
    Text<2> no_answer;                                             ///< of a call: {0} whom, {1} emergency number
    Text<1> no_answer_bare;                                        ///< where the clinic gave nothing to call
    Text<2> not_sure;                                              ///< {0} whom, {1} emergency number
    Text<1> not_sure_bare;                    ///< where the clinic gave nothing to call; {0} emergency number
    Text<> emergency;                         ///< instead of a number
    Text<1> nothing_said, nothing_said_sign;  ///< {0} words
    Text<> prescribed_goes_on;
    Text<1> very_ill;   ///< {0} whom to call
    Text<1> near;       ///< {0} word
    Text<2> line;       ///< {0} first words, {1} what was asked
    Text<3> line_free;  ///< and {2} first free date
};

/// Calendars. Arrays of three follow Kind: avoid, ask, limit.
struct EventText {
    Text<> category;  ///< one word

    Text<2> day_title;                             ///< {0} day after the latest session, {1} what changes
    Text<2> day_unless_title;                      ///< what holds only if there was no further session
    Text<2> session_title;                         ///< {0} session, {1} what holds from today
    std::array<Text<1>, kind_count> begins_title;  ///< {0} names, as in all of these
    Text<1> allowed_title, allowed_brief;          ///< the second where there is no room for the first
    std::array<Text<1>, 3> held_title;             ///< ended, and something else still holds it
    Text<2> care_how_title;                        ///< {0} name, {1} how care is taken: "sun: hat or sunscreen"
    Text<1> care_title;                            ///< where there is no room for that, or nothing says how
    Text<1> state_avoid_title;                     ///< what holds on a day on which that is no news
    Text<1> over_title;                            ///< an end of which nothing says what is allowed
    Text<1> still_no_title;                        ///< goes on
    Text<> nothing_title;                          ///< a day of which no name has room
    Text<1> emergency_title;                       ///< {0} number
    Text<> danger_title;                           ///< where no number is known
    std::array<Text<>, 3> unsaid;                  ///< ends a title that does not tell every change, by its room
    Text<> title_separator;                        ///< between two of the above
    Text<2> and_more;                              ///< {0} some, {1} number of others
    Text<2> or_last;                               ///< names of what is enough by itself; {1} the last one
    Text<> one_thing;                              ///< where not even one name has room
    Text<1> things;                                ///< {0} number
    Text<1> book_title;                            ///< {0} visits
    Text<2> book;                                  ///< {0} name, {1} first day
    Text<2> visit_best;                            ///< {0} name, {1} date
    Text<3> visit_span;                            ///< {0} name, {1} first day, {2} last day
    Text<1> visit_open, visit_day;                 ///< {0} name
    Text<2> visit_best_if;                         ///< the same while sessions are still planned
    Text<3> visit_span_if;
    Text<1> visit_open_if, visit_day_if;

    std::array<Text<1>, 3> window_signs;  ///< title of a sign's window, by help; {0} sign
    Text<1> window_sign;                  ///< {0} the above: marks it, and stands first in a list by letters
    Text<> window_open;                   ///< what such a title says in brackets of one that has no end
    Text<> window_if_told;                ///< and of one of which nobody knows whether it is for this client
    Text<1> window_unless;                ///< what begins so only if there was no further session; {0} title
    Text<> emergency_services;
    Text<2> call_now;                        ///< {0} whom, {1} signs
    Text<1> call_today, call_soon;           ///< {0} signs
    Text<1> do_from_today, do_today, go_on;  ///< {0} names, as in all of these
    Text<1> allowed, allowed_if;
    std::array<Text<1>, 3> held;
    Text<1> over;
    std::array<Text<1>, 3> from_today;
    Text<1> until_day;                     ///< {0} date
    std::array<Text<>, 3> off_until;       ///< over lines of days
    Text<2> on_day;                        ///< {0} date, {1} names
    std::array<Text<1>, 3> off_open, off;  ///< {0} names
    Text<1> normal;
    Text<2> why;        ///< {0} title, {1} sentences
    Text<2> meanwhile;  ///< {0} sentences, {1} what is allowed instead
    Text<> whole_plan;  ///< the last line

    Text<2> until, one_day, open, begins;  ///< {0} date, {1} its day
    Text<1> only_if;                       ///< {0} event
    Text<1> counts_from;                   ///< {0} session
    Text<> provisional;
    Text<2> best_on;    ///< {0} date, {1} its day
    Text<1> cancelled;  ///< {0} title
    Text<> neutral_title, neutral_name, neutral_category, neutral_notice;
    std::array<Text<>, kind_count> neutral_kinds;          ///< what a neutral event is about
    Text<> neutral_allowed, neutral_change, neutral_same;  ///< where nothing begins; where nothing changes
    Text<2> neutral_about;                                 ///< {0} one of these, {1} the neutral title
    Text<3> neutral_of;                                    ///< {0} one of these, {1} its number of {2} alike
    Text<2> neutral_day;                                   ///< {0} day, {1} the above
    Text<3> neutral_days;                                  ///< {0} first day, {1} last day, {2} the above
    Text<2> neutral_from;                                  ///< {0} first day, {1} the above
    Text<3> neutral_session_day;                           ///< the same behind {0} session
    Text<4> neutral_session_days;
    Text<3> neutral_session_from;
};

struct RuleText {
    Text<> list_id, list_title, list_version, list_rules, list_extends;  ///< column heads
    Text<2> head;                                                        ///< {0} id, {1} title
    Text<1> version, language, reviewed, fingerprint;                    ///< {0}
    Text<1> series_gap, min_gap;                                         ///< {0} days
    Text<> rules, activities, facts, events, sources;                    ///< headings
    Text<3> event;                                                       ///< {0} title, {1} from, {2} by
    Text<2> days;
    Text<1> one_day, days_open;  ///< {0} first, {1} last day
    Text<> never;                ///< {0} first, {1} last day
    Text<> kind, window, from, through, floor, count_from, until, times_per_day, every, target, help;
    Text<> when, unless, relevant_to, evidence, written_at;
    Text<1> words;
    Text<> detail;
    Text<1> day;  ///< {0} number
    Text<> open;
    Text<1> after, before;            ///< {0} rule
    Text<1> plus_one;                 ///< {0} boundary
    Text<2> plus;                     ///< {0} boundary, {1} days
    Text<2> resolved;                 ///< {0} "day 4", {1} "the day after keep-dry"
    Text<3> citation, citation_bare;  ///< {0} id, {1} title, {2} section
    std::array<Text<>, 3> counts;     ///< each, first, last
    std::array<Text<>, 4> evidences;  ///< strong, some, weak, custom
    Text<> one_source;
    Text<1> many_sources;        ///< {0} number
    Text<> no_published_number;  ///< nobody published one
    Text<2> evidence_told;       ///< {0} "widely published", {1} "6 sources …"
    Text<> changed;              ///< after a rule that is not as in the rules it is built on
};

/// The sheet on which a practitioner reviews rules.
struct ReviewText {
    Text<2> title;                                  ///< {0} id, {1} title
    Text<> how;                                     ///< what to do with it
    Text<> rule, days, published, changed, agreed;  ///< column heads
    Text<1> floor;                                  ///< {0} "day 4"
    Text<> reviewed_by, date, place;                ///< lines to sign on
    Text<> no_source;
    Text<> lowest, usual, highest, basis;  ///< labels of what others publish, and of which the number is
    Text<> basis_before;                   ///< where the clinic changed the rule
    Text<> own_rule;
};

struct ExplainText {
    Text<2> title;                  ///< {0} id, {1} title
    Text<3> in_force;               ///< {0} date, {1} kind, {2} until …
    Text<2> not_in_force;           ///< {0} date, {1} reason
    std::array<Text<>, 8> reasons;  ///< in the order of Standing; the first is empty
    Text<1> nearest;                ///< {0} date
    Text<> never;                   ///< {0} date
    Text<> unlisted;
    Text<> counted, otherwise;    ///< headings: its days, and those it would have
    Text<1> counts_from;          ///< {0} "each session"
    Text<1> first_day, last_day;  ///< {0} how
    Text<4> sum;                  ///< {0} session, {1} its date, {2} "3 days", {3} date
    Text<5> sum_by;               ///< and {4} event
    Text<2> before_seen;          ///< {0} date, {1} event
    Text<2> before_session;       ///< {0} date, {1} session
    Text<> no_last_day;
    Text<> facts;                  ///< heading
    std::array<Text<3>, 3> fact;   ///< when, unless, relevant_to: {0} title, {1} id, {2} truth
    std::array<Text<>, 3> truths;  ///< no, yes, unknown
    Text<> event;                  ///< heading
    Text<2> event_seen;            ///< {0} event, {1} dates
    Text<2> event_unseen;          ///< {0} event, {1} day number
    Text<> cuts;                   ///< heading
    Text<1> cut_by, cuts_others;   ///< {0} ids
    Text<> values;                 ///< heading
    Text<3> value;                 ///< {0} field, {1} value, {2} place
    Text<> changes;                ///< heading
    Text<4> change;                ///< {0} field, {1} old, {2} new value, {3} by
    Text<5> change_with_reason;    ///< and {4} reason
    Text<2> decided_by_on;         ///< {0} who decided, {1} date
    Text<1> decided_by, decided_on;
    Text<> nothing;    ///< an absent value
    Text<1> evidence;  ///< {0}
};

struct LatestText {
    Text<1> found;        ///< {0} date
    Text<2> subject;      ///< {0} date, {1} titles
    Text<1> past;         ///< {0} today
    Text<2> none;         ///< {0} date, {1} titles
    Text<3> limit;        ///< {0} activity, {1} date, {2} rule
    Text<1> limit_free;   ///< {0} activity
    Text<2> limit_never;  ///< {0} activity, {1} rule
    Text<2> limit_early;  ///< {0} activity, {1} rule
    Text<> alone;
    Text<> last_of_several;  ///< more sessions are planned
};

struct DiffText {
    Text<> title, same;
    /// What happened to the plan as a whole: {0} now, {1} before
    Text<2> client, moved_session, moved_sessions, rules, version, labels;
    Text<1> added, taken;  ///< {0} dates
    Text<> unsure, sure, planned, clinic, day_one, no_day_one, floors, fingerprint, nameless;
    Text<1> noted, no_longer_noted;  ///< {0} a notice
    Text<1> later, earlier;          ///< {0} "2 days"
    Text<> one_rule;
    Text<1> rules_changed;           ///< {0} number
    std::array<Text<>, 6> headings;  ///< in the order of Move
    Text<> waiting, waits_no_more;   ///< headings: rules that count only if no session follows, or did
    Text<> watch;                    ///< before a sign, instead of its label
    Text<2> until, from, days;       ///< {0} now, {1} before
    Text<1> days_now, days_before;   ///< {0} windows
    Text<> no_end;
    Text<2> window;  ///< {0} first, {1} last date
    Text<1> window_one_day, window_open;
    Text<2> best_on;  ///< {0} window, {1} date
    Text<> separator;
    std::array<Text<2>, 16> parts;          ///< in the order of Part: {0} now, {1} before
    Text<> nothing, not_said, in_any_case;  ///< what a rule does not say; of a condition
    Text<1> reason;                         ///< {0} reasons
    Text<> until_means, fewer_signs, older_file;
    Text<3> rules_now, rules_before;  ///< {0} protocol, {1} version, {2} short fingerprint
};

struct TestText {
    Text<3> file;    ///< {0} file, {1} passed, {2} all
    Text<1> none;    ///< {0} file
    Text<1> passed;  ///< {0} test
    Text<2> failed;  ///< {0} test, {1} place
    Text<2> on;      ///< {0} date, {1} ids
    Text<> nothing;
    Text<1> wants, forbids;  ///< {0} rule
};

struct Formats {
    Text<> text, json, csv, ics, html, pdf, md, line;
};

/// The line after a batch: {0} rows, {1} written, {2} unchanged, {3} rows refused.
struct BatchText {
    Text<4> files, stream, combined, nothing;
    Text<1> clients;      ///< behind them, where sessions have rows: {0} clients
    Text<> keep_rejects;  ///< how the refused rows are kept
    Text<2> progress;     ///< {0} rows of {1}
};

/// One line for each name that is typed.
struct NamedText {
    Text<> name, text;
};

struct HelpText {
    Text<> title, closing;  ///< of the overview
    Text<> common;          ///< before the options that every command has
    Text<> out_of_memory;   ///< said where no sentence can be made any more; a whole line
    Text<> broken;          ///< before what was thrown
    std::span<const NamedText> commands, options;
};

struct Words {
    Text<> language;
    CodeTable codes;
    TermTable terms;
    Calendar calendar;
    Common common;
    Phrases phrases;
    StepText steps;
    PlanText plan;
    DayText day;
    TodayText today;
    ScreenText screen;
    HandoutText handout;
    MonthsText months;
    AnswerText answer;
    EventText event;
    RuleText rule;
    ReviewText review;
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

/// A language more while it lives. For tests: one at a time, and in one thread.
class Guest {
public:
    explicit Guest(const Words& words);
    ~Guest();
    Guest(const Guest&) = delete;
    Guest& operator=(const Guest&) = delete;
};

using smpcare::append;
using smpcare::fill;

/// As the functions of base, for a text that says how much it takes.
template <std::size_t takes, class... Arguments>
void append(std::string& out, const Text<takes>& text, const Arguments&... arguments) {
    static_assert(takes <= sizeof...(arguments), "the text has holes that nothing fills");
    smpcare::append(out, std::string_view(text), arguments...);
}

template <std::size_t takes, class... Arguments>
std::string fill(const Text<takes>& text, const Arguments&... arguments) {
    static_assert(takes <= sizeof...(arguments), "the text has holes that nothing fills");
    return smpcare::fill(std::string_view(text), arguments...);
}

}  // namespace smpcare::words
