#include "format/words/codes.hpp"

#include <algorithm>

namespace smpcare::words {
namespace {

constexpr NamedText terms[] = {
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

    // What a value is, or should be; {0} stands for what follows the colon
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
    {"list-holding", "a list that holds {0}"},
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
};

constexpr std::string_view hole = "{0}";

const NamedText* find_term(std::string_view key) {
    const auto* const found =
        std::find_if(std::begin(terms), std::end(terms), [&](auto& row) { return row.name == key; });
    return found == std::end(terms) ? nullptr : found;
}

}  // namespace

std::string term(std::string_view key) {
    if (const auto* const whole = find_term(key)) return std::string(whole->text);
    const auto colon = key.find(':');
    const auto* const row = colon == std::string_view::npos ? nullptr : find_term(key.substr(0, colon));
    if (row == nullptr) return std::string(key);
    std::string text(row->text);
    const auto at = text.find(hole);
    return at == std::string::npos ? std::string(key) : text.replace(at, hole.size(), term(key.substr(colon + 1)));
}

}  // namespace smpcare::words
