#include "words/codes.hpp"

#include <algorithm>

namespace smpcare::words {
namespace {

/// What follows the colon of a key, and stands for {0}.
enum class Rest {
    plain,  // itself, be it a user's text
    term,   // the key of a term
    list,   // `a, b, c`: {0} is all but the last, {1} the last
};

struct Term {
    std::string_view key, text;
    Rest rest = Rest::plain;
};

constexpr Term terms[] = {
    // Why a file is no TOML
    {"quote-open-on-line", "a text has no closing quote on its line"},
    {"too-deep", "brackets stand in brackets too many times"},
    {"quote-open", "a text has no closing quote"},
    {"ends-early", "the file ends too early"},
    {"backslash", "'\\' in a text must be written '\\\\'"},
    {"hex-digits", "'\\u' needs four hexadecimal digits, '\\U' eight"},
    {"control", "a control character may not stand here"},
    {"wants-equals", "expected '=' after the name of a field"},
    {"wants-value", "expected a value after '='"},
    {"wants-value-or-bracket", "expected a value or ']' here"},
    {"wants-comma-or-bracket", "expected ',' or ']' here"},
    {"wants-field-after-comma", "expected a field after ','"},
    {"wants-field-or-brace", "expected a field, ',' or '}' here"},
    {"wants-table-name", "expected a name between '[' and ']'"},
    {"wants-joined-brackets", "expected '[[' without a space"},
    {"wants-bracket", "expected ']' after the name of a table"},
    {"wants-line-end", "expected the end of the line here"},
    {"wants-field-or-table", "expected a field, a [table] or a # comment"},
    {"wants-name", "expected the name of a field or table"},
    {"name-over-lines", "a name must stand on one line"},
    {"leading-zero", "a number may not begin with 0"},
    {"no-date", "this is not a date or time"},
    {"no-number", "this is not a number"},
    {"no-value", "this is not a value; a text needs quotes, like \"this\""},

    // What a value is, or should be
    {"text", "a text"},
    {"whole-number", "a whole number"},
    {"true-or-false", "true or false"},
    {"date", "a date"},
    {"list", "a list"},
    {"table", "a table"},
    {"decimal-number", "a number with a decimal point"},
    {"time-of-day", "a time of day"},
    {"date-with-time", "a date with a time"},
    {"list-of-texts", "a list of texts"},
    {"list-of-dates", "a list of dates"},
    {"list-holding", "a list that holds {0}", Rest::term},
    {"list-written", "a list, written {0}"},
    {"table-written", "a table, written {0}"},
    {"table-for-each", "a table for each, written {0}"},
    {"table-of-facts", "a table such as { long-hair = \"no\" }"},
    {"table-of-observations", "a table such as { scabs-gone = [2026-12-05] }"},
    {"first-day", "a whole number or { after = \"a-rule\" }"},
    {"last-day", "a whole number, \"2 weeks\", \"open\" or { after = \"a-rule\" }"},
    {"one-direction", "'after' or 'before', not both"},
    {"citation", "a source, or a source with a section: guide:4"},
    {"web-address", "an address without spaces that begins with https:// or http://"},
    {"at-least", "{0} or more"},
    {"neither-end", "not a first or last day"},

    // What a field belongs to
    {"rule", "a rule"},
    {"test", "a test"},
    {"source", "a source"},
    {"activity", "an activity"},
    {"fact", "a fact"},
    {"event", "an event"},
    {"override", "an override"},
    {"rule-file", "a rule file"},
    {"overrides-file", "a file of overrides"},

    // Some of several; for a day that is counted from a session
    {"choice", "{0} or {1}", Rest::list},
    {"choice-discreet", "{0} or {1} with --discreet", Rest::list},
    {"both", "{0} and {1}", Rest::list},
    {"day", "day {0}"},
    {"day-on", "day {0} and later"},
    {"days", "days {0} to {1}", Rest::list},
    {"limit-days", "{0} days"},

    // What is not UTF-8; the name of a file stands in `named`, so that it is never taken for a key
    {"named", "{0}"},
    {"this-file", "this file"},
    {"this-file-utf16", "this file, which looks like UTF-16,"},
    {"cell", "the cell '{0}'"},
    {"argument", "argument {0}"},

    // Characters, sources, and why nothing could be written
    {"new-line", "{0} (a new line)"},
    {"tab", "{0} (a tab)"},
    {"no-source", "(no source)"},
    {"another-made-it", "another program made it"},

    // What a plan file should hold
    {"cut-off", "it ends too soon"},
    {"out-of-place", "this does not belong here"},
    {"huge-number", "it holds a number that is too large"},
    {"object", "an object"},
    {"object-or-null", "an object or null"},
    {"iso-date", "a date such as 2026-11-22"},
    {"date-or-null", "a date or null"},
    {"not-before-start", "no earlier than the start"},
    {"session-number", "the number of a session"},
    {"dates-up-to", "a list of 1 to {0} dates"},
    {"dates-in-order", "in order, each date once"},
    {"one-for-each-rule", "one for each rule, but '{0}' is there twice"},

    // What a calendar file should hold
    {"our-uid", "a UID of ours"},
    {"another-uid", "another UID"},
    {"stamp", "a time such as 20261122T000000Z"},
    {"basic-date", "a date such as 20261122"},
    {"later-date", "a later date"},
    {"number", "a number"},
    {"alarm", "an alarm such as -PT6H"},
    {"our-text", "text as smpcare writes it"},
    {"missing-line", "a line that is missing: the file ends too soon"},
    {"line-end", "a line end (CR LF)"},
    {"line-up-to", "a line of 1 to {0} bytes without control characters"},
    {"file-end", "the end of the file"},
};

const Term* find_term(std::string_view key) {
    const auto* const found =
        std::find_if(std::begin(terms), std::end(terms), [&](auto& row) { return row.key == key; });
    return found == std::end(terms) ? nullptr : found;
}

void put(std::string& text, std::string_view hole, std::string_view words) {
    if (const auto at = text.find(hole); at != std::string::npos) text.replace(at, hole.size(), words);
}

std::string with_rest(const Term& row, std::string_view rest) {
    constexpr std::string_view separator = ", ";
    std::string text(row.text);
    if (row.rest == Rest::list) {
        const auto last = rest.rfind(separator);
        if (last == std::string_view::npos) return std::string(rest);
        put(text, "{1}", rest.substr(last + separator.size()));
        rest = rest.substr(0, last);
    }
    put(text, "{0}", row.rest == Rest::term ? term(rest) : std::string(rest));
    return text;
}

}  // namespace

std::string term(std::string_view key) {
    if (const auto* const whole = find_term(key)) return std::string(whole->text);
    const auto colon = key.find(':');
    const auto* const row = colon == std::string_view::npos ? nullptr : find_term(key.substr(0, colon));
    const bool takes_rest = row != nullptr && row->text.find("{0}") != std::string_view::npos;
    return takes_rest ? with_rest(*row, key.substr(colon + 1)) : std::string(key);
}

}  // namespace smpcare::words
