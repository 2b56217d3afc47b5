#pragma once

#include "words/codes.hpp"

namespace smpcare::words::in_english {

/// English: the words of terms.
inline constexpr TermWords terms[] = {
    // Why a file is no TOML
    {Term::quote_open_on_line, "a text has no closing quote on its line"},
    {Term::too_deep, "brackets stand in brackets too many times"},
    {Term::quote_open, "a text has no closing quote"},
    {Term::ends_early, "the file ends too early"},
    {Term::backslash, "'\\' in a text must be written '\\\\'"},
    {Term::hex_digits, "'\\u' needs four hexadecimal digits, '\\U' eight"},
    {Term::control, "a control character may not stand here"},
    {Term::wants_equals, "expected '=' after the name of a field"},
    {Term::wants_value, "expected a value after '='"},
    {Term::wants_value_or_bracket, "expected a value or ']' here"},
    {Term::wants_comma_or_bracket, "expected ',' or ']' here"},
    {Term::wants_field_after_comma, "expected a field after ','"},
    {Term::wants_field_or_brace, "expected a field, ',' or '}' here"},
    {Term::wants_table_name, "expected a name between '[' and ']'"},
    {Term::wants_joined_brackets, "expected '[[' without a space"},
    {Term::wants_bracket, "expected ']' after the name of a table"},
    {Term::wants_line_end, "expected the end of the line here"},
    {Term::wants_field_or_table, "expected a field, a [table] or a # comment"},
    {Term::wants_name, "expected the name of a field or table"},
    {Term::name_over_lines, "a name must stand on one line"},
    {Term::leading_zero, "a number may not begin with 0"},
    {Term::no_date, "this is not a date or time"},
    {Term::no_number, "this is not a number"},
    {Term::no_value, "this is not a value; a text needs quotes, like \"this\""},

    // What a value is, or should be
    {Term::text, "a text"},
    {Term::whole_number, "a whole number"},
    {Term::true_or_false, "true or false"},
    {Term::date, "a date"},
    {Term::list, "a list"},
    {Term::table, "a table"},
    {Term::decimal_number, "a number with a decimal point"},
    {Term::time_of_day, "a time of day"},
    {Term::date_with_time, "a date with a time"},
    {Term::list_of_texts, "a list of texts"},
    {Term::list_of_dates, "a list of dates"},
    {Term::list_holding, "a list that holds {0}"},
    {Term::list_written, "a list, written {0}"},
    {Term::table_written, "a table, written {0}"},
    {Term::table_for_each, "a table for each, written {0}"},
    {Term::table_of_facts, "a table such as { long-hair = \"no\" }"},
    {Term::table_of_observations, "a table such as { scabs-gone = [2026-12-05] }"},
    {Term::first_day, "a whole number or { after = \"a-rule\" }"},
    {Term::last_day, "a whole number, \"2 weeks\", \"open\" or { after = \"a-rule\" }"},
    {Term::after_or_before, "after' or 'before"},
    {Term::one_direction, "'after' or 'before', not both"},
    {Term::citation, "a source, or a source with a section: guide:4"},
    {Term::web_address, "an address without spaces that begins with https:// or http://"},
    {Term::at_least, "{0} or more"},
    {Term::neither_end, "not a first or last day"},

    // What a field belongs to
    {Term::rule, "a rule"},
    {Term::test, "a test"},
    {Term::source, "a source"},
    {Term::activity, "an activity"},
    {Term::sign, "a sign"},
    {Term::fact, "a fact"},
    {Term::event, "an event"},
    {Term::override, "an override"},
    {Term::rule_file, "a rule file"},
    {Term::overrides_file, "a file of overrides"},

    // Some of several; for a day that is counted from a session
    {Term::choice, "{0} or {1}"},
    {Term::choice_discreet, "{0} or {1} with --discreet"},
    {Term::both, "{0} and {1}"},
    {Term::day, "day {0}"},
    {Term::day_on, "day {0} and later"},
    {Term::days, "days {0} to {1}"},
    {Term::limit_days, "{0} days"},

    // What is not UTF-8; the name of a file stands in `named`, so that it is never taken for a key
    {Term::named, "{0}"},
    {Term::this_file, "this file"},
    {Term::this_file_utf16, "this file, which looks like UTF-16,"},
    {Term::cell, "the cell '{0}'"},
    {Term::argument, "argument {0}"},

    // Characters, sources, and why nothing could be written
    {Term::new_line, "{0} (a new line)"},
    {Term::tab, "{0} (a tab)"},
    {Term::no_source, "(no source)"},
    {Term::another_made_it, "another program made it"},
    {Term::standard_output, "standard output"},

    // What was not typed
    {Term::group_command, "{0} COMMAND"},
    {Term::column_and_heading, "NAME=HEADING"},

    // What a plan file should hold
    {Term::cut_off, "it ends too soon"},
    {Term::out_of_place, "this does not belong here"},
    {Term::huge_number, "it holds a number that is too large"},
    {Term::object, "an object"},
    {Term::object_or_null, "an object or null"},
    {Term::iso_date, "a date such as 2026-11-22"},
    {Term::date_or_null, "a date or null"},
    {Term::not_before_start, "no earlier than the start"},
    {Term::session_number, "the number of a session"},
    {Term::dates_up_to, "a list of 1 to {0} dates"},
    {Term::dates_in_order, "in order, each date once"},
    {Term::one_for_each_rule, "one for each rule, but '{0}' is there twice"},

    // What a calendar file should hold
    {Term::our_uid, "a UID of ours"},
    {Term::another_uid, "another UID"},
    {Term::stamp, "a time such as 20261122T000000Z"},
    {Term::basic_date, "a date such as 20261122"},
    {Term::later_date, "a later date"},
    {Term::number, "a number"},
    {Term::alarm, "an alarm such as -PT6H"},
    {Term::our_text, "text as smpcare writes it"},
    {Term::missing_line, "a line that is missing: the file ends too soon"},
    {Term::line_end, "a line end (CR LF)"},
    {Term::line_up_to, "a line of 1 to {0} bytes without control characters"},
    {Term::file_end, "the end of the file"},
};

}  // namespace smpcare::words::in_english
