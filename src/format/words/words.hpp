#pragma once

// Every word that people read, one table per language. Templates are fmt's, with numbered arguments so that a
// language may reorder them. Arrays over kinds follow Kind: avoid, limit, do, expect, visit, warn.

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::words {

using Text = std::string_view;

struct Calendar {
    std::array<Text, 7> weekdays, short_weekdays;  // Sunday first
    std::array<Text, 12> months, short_months;
    Text long_date, short_date;  // {0} weekday, {1} day, {2} month, {3} year
    Text day_month;              // {0} day, {1} short month
    Text day_month_year;         // {0} day, {1} short month, {2} year
};

// Lines that stand on several outputs.
struct Common {
    std::array<Text, 6> headings;  // over a list of one kind
    std::array<Text, 6> labels;    // before one title: "Avoid: …"
    Text labelled;                 // {0} label, {1} text
    std::array<Text, 6> notes;     // after one title: "… (avoid)"
    Text noted;                    // {0} title, {1} note
    Text separator;                // between the members of a list
    Text truncated;                // after a text that was cut short

    Text day;           // {0} day number
    Text session_day;   // {0} session, {1} day number
    Text session_line;  // {0} session, {1} date
    Text not_started;   // {0} what is asked about (a date), {1} date of the first session, {2} "7 days"
    Text one_day, days;

    Text client, client_with_id, client_id;  // {0} name or id, {1} id
    Text clinic, address, call, emergency;   // {0}
    Text call_blank;                         // nobody is known: a line to write on
    Text not_advice;
    Text rules;  // {0} protocol, {1} version, {2} short fingerprint
};

// What is said about one window or rule.
struct Phrases {
    Text window;            // {0} first date, {1} its day, {2} last date, {3} its day
    Text window_one_day;    // {0} date, {1} its day
    Text window_open;       // {0} first date, {1} its day
    Text tail;              // {0} window in words, {1} event
    Text pause;             // {0} first date, {1} last date, {2} titles
    Text pause_one_day;     // {0} date, {1} titles
    Text until;             // {0} date
    Text no_end;            //
    Text counts_from;       // {0} session
    Text provisional;       //
    Text condition_if;      // {0} fact
    Text condition_unless;  // {0} fact
    Text only_if;           // {0} event
    Text only_for;          // {0} activities
    Text best_on;           // {0} date, {1} its day
    Text once_a_day, times_a_day;
    Text every_day, every_other_day, every_days;
    std::array<Text, 3> help;  // practitioner, doctor, emergency
};

struct PlanText {
    Text today;              // {0} date, {1} session, {2} day
    Text today_not_started;  // {0} "date: not started …"
    Text today_free;         // nothing is off limits
    Text timeline;           // heading
    Text timeline_scale;     // {0} "1 day"
    Text legend_avoid, legend_limit, legend_do, legend_more, legend_session, legend_today;
    Text sessions_row;
    Text bar_until;  // {0} date
    Text bar_title;  // {0} title, {1} end
    Text notices;    // heading
};

struct DayText {
    Text title;  // {0} session, {1} day, {2} date
    Text nothing;
    Text starts, ends;  // headings: first day, last day
    Text next;          // {0} date
    Text next_none;
    Text next_starts, next_ends;  // {0} titles
};

struct AnswerText {
    std::array<Text, 3> verdicts;        // yes, limited, no
    Text on_day;                         // {0} verdict, {1} activity, {2} date
    Text on_days;                        // {0} verdict, {1} activity, {2} first, {3} last date
    Text activity;                       // {0} title, {1} verdict
    std::array<Text, 2> reason;          // avoid, limit: {0} title, {1} until …
    Text free_from;                      // {0} date
    Text free_between;                   // {0} first, {1} last date
    Text never_free;                     //
    Text remains_free, remains_free_to;  // {0} date
};

struct EventText {
    Text until;        // {0} date, {1} its day
    Text one_day;      // {0} date, {1} its day
    Text open;         // {0} date, {1} its day
    Text begins;       // {0} date, {1} its day
    Text only_if;      // {0} event
    Text counts_from;  // {0} session
    Text provisional;  //
    Text best_on;      // {0} date, {1} its day
    Text category;     // one word
};

struct RuleText {
    Text list_id, list_title, list_version, list_rules;  // column heads
    Text head;                                           // {0} id, {1} title
    Text version, language, reviewed, fingerprint;       // {0}
    Text series_gap, min_gap, day_one;                   // {0} days
    Text rules, activities, facts, events, sources;      // headings
    Text event;                                          // {0} title, {1} from, {2} by
    Text days, one_day, days_open, never;                // {0} first, {1} last day
    Text kind, window, from, through, floor, count_from, until, times_per_day, every, target, help;
    Text when, unless, relevant_to, evidence, written_at, words, detail;
    Text day;                       // {0} number
    Text open;                      //
    Text after, before;             // {0} rule
    Text plus_one, plus;            // {0} boundary, {1} days
    Text resolved;                  // {0} "day 4", {1} "the day after keep-dry"
    Text citation, citation_bare;   // {0} id, {1} title, {2} section
    std::array<Text, 3> counts;     // each, first, last
    std::array<Text, 4> evidences;  // strong, some, weak, custom
};

struct Formats {
    Text text, json, csv, ics;
};

struct Words {
    Text language;
    Calendar calendar;
    Common common;
    Phrases phrases;
    PlanText plan;
    DayText day;
    AnswerText answer;
    EventText event;
    RuleText rule;
    Formats formats;
};

extern const Words english;

// The table of `language`; English where there is none.
const Words& of(std::string_view language);
std::span<const std::string_view> languages();

template <class... Arguments>
void append(std::string& out, std::string_view pattern, const Arguments&... arguments) {
    fmt::vformat_to(std::back_inserter(out), pattern, fmt::make_format_args(arguments...));
}

template <class... Arguments>
std::string fill(std::string_view pattern, const Arguments&... arguments) {
    return fmt::vformat(pattern, fmt::make_format_args(arguments...));
}

}  // namespace smpcare::words
