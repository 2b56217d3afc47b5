#include "protocol/read/text_checks.hpp"

#include "base/code_points.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"
#include "protocol/read/lines.hpp"

#include <smpcare/files.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace smpcare::protocol {
namespace {

/// Whether some line has too many dots, wherever they stand: the quick look before the careful one.
bool dots_abound(std::string_view text) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (std::count(line.begin(), line.end(), '.') > dots_limit) return true;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return false;
}

/// Follows TOML's quotes only as far as telling dots in texts and comments from dots in keys.
class DotCounter {
public:
    explicit DotCounter(std::string_view text) : text_(text) {}

    /// The offset of the first dot too many.
    std::optional<std::size_t> first_excess() {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            switch (text_[at_]) {
                case '\n':
                    dots_ = 0;
                    break;
                case '#':
                    skip_comment();
                    break;
                case '"':
                case '\'':
                    skip_text(text_[at_]);
                    break;
                case '.':
                    if (++dots_ > dots_limit) return at_;
                    break;
                default:
                    break;
            }
        }
        return std::nullopt;
    }

private:
    /// Stops before the line's end.
    void skip_comment() {
        const auto end = text_.find('\n', at_);
        at_ = (end == std::string_view::npos ? text_.size() : end) - 1;
    }

    void skip_text(char quote) {
        const auto triple = quote == '"' ? std::string_view{R"(""")"} : std::string_view{"'''"};
        const bool many_lines = text_.substr(at_, 3) == triple;
        at_ += many_lines ? 3 : 1;
        for (; at_ < text_.size(); ++at_) {
            if (quote == '"' && text_[at_] == '\\') {
                ++at_;
            } else if (many_lines && text_.substr(at_, 3) == triple) {
                at_ += 2;
                // Up to two more quotes belong to the text.
                for (int extra = 0; extra < 2 && text_.substr(at_ + 1, 1) == triple.substr(0, 1); ++extra) ++at_;
                return;
            } else if (!many_lines && (text_[at_] == quote || text_[at_] == '\n')) {
                if (text_[at_] == '\n') dots_ = 0;
                return;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int dots_ = 0;
};

}  // namespace

bool check_raw(const SourcePtr& source, Diagnostics& found) {
    const auto text = source->text.view();
    const Span file{source, 0, 0, 0};
    if (text.size() > rule_file_limit) {
        found.error(Code::too_large, file, {told_name(*source), rule_file_limit});
        return false;
    }
    if (text.empty()) {
        found.error(Code::empty_file, file, {told_name(*source)});
        return false;
    }
    if (const auto bad = invalid_utf8_at(text)) {
        found.error(Code::invalid_utf8, place_of(source, *bad), {encoding_of(text)});
        return false;
    }
    if (looks_utf16(text)) {
        found.error(Code::invalid_utf8, place_of(source, 0), {encoding_of(text)});
        return false;
    }
    if (const auto dot = dots_abound(text) ? DotCounter{text}.first_excess() : std::nullopt) {
        found.error(Code::too_many_dots, place_of(source, *dot), {dots_limit});
        return false;
    }
    return true;
}

/// --- What toml++ says, in our words ---

namespace {

/// Where the caret goes.
enum class Mark {
    control,  ///< the same, unless it is the end of the line
    here,     ///< the character at which the parser stopped
    word,     ///< the whole word around it
    value,    ///< from the first character after the last `=`, `[` or `,` to the end of that word
    end,      ///< behind the last character of the line before
};

struct Wording {
    std::string_view said;  ///< part of toml++'s description
    Term ours;
    Mark mark;
};

/// Tried in this order; the last fits everything.
constexpr Wording wordings[] = {
    {"maximum nested value depth", Term::too_deep, Mark::here},
    {"parsing string: encountered end-of-file", Term::quote_open, Mark::end},
    {"encountered end-of-file", Term::ends_early, Mark::end},
    {"escape sequence", Term::backslash, Mark::here},
    {"expected hex digit", Term::hex_digits, Mark::here},
    {"control character", Term::control, Mark::control},
    {"expected '='", Term::wants_equals, Mark::here},
    {"expected value, saw", Term::wants_value, Mark::here},
    {"expected value or closing ']'", Term::wants_value_or_bracket, Mark::here},
    {"expected comma or closing ']'", Term::wants_comma_or_bracket, Mark::word},
    {"dangling comma", Term::wants_field_after_comma, Mark::here},
    {"closing '}'", Term::wants_field_or_brace, Mark::word},
    {"blank bare keys", Term::wants_table_name, Mark::here},
    {"brackets must be contiguous", Term::wants_joined_brackets, Mark::here},
    {"expected ']'", Term::wants_bracket, Mark::here},
    {"expected a comment or whitespace", Term::wants_line_end, Mark::word},
    {"expected keys, tables", Term::wants_field_or_table, Mark::word},
    {"bare key starting character", Term::wants_name, Mark::here},
    {"multi-line strings are prohibited", Term::name_over_lines, Mark::here},
    {"leading zeroes", Term::leading_zero, Mark::value},
    {"date", Term::no_date, Mark::value},
    {"time", Term::no_date, Mark::value},
    {"integer", Term::no_number, Mark::value},
    {"floating-point", Term::no_number, Mark::value},
    {"", Term::no_value, Mark::value},
};

constexpr std::string_view breaks = " \t=,[]{}\"'#";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, a separator, digits, a separator, digits: someone meant a date.
bool looks_like_date(std::string_view word) {
    std::string seen;
    for (const char c : word) {
        if (is_digit(c) && (seen.empty() || seen.back() != '9')) seen += '9';
        if (is_digit(c)) continue;
        seen += c;
    }
    return seen == "9-9-9" || seen == "9/9/9" || seen == "9.9.9";
}

/// A line and the byte offset in it of what is at fault.
struct Stop {
    std::uint32_t line;
    std::string_view text;
    std::size_t offset;
};

Stop stop_at(Lines& lines, Position at) {
    const auto text = lines.line(at.line);
    return {at.line, text, text.size() - lines.from(at.line, at.column).size()};
}

Span span_of(const SourcePtr& source, const Stop& stop, std::string_view word) {
    const auto column = code_points(stop.text.substr(0, stop.offset)) + 1;
    const auto length = std::max<std::size_t>(1, code_points(word));
    return {source, stop.line, static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(length)};
}

/// Moves `stop` to the start of the word around it, which is returned.
std::string_view word_around(Stop& stop, std::string_view separators) {
    const auto before = stop.text.substr(0, stop.offset).find_last_of(separators);
    const auto start = before == std::string_view::npos ? 0 : before + 1;
    const auto end = std::min(stop.text.find_first_of(separators, stop.offset), stop.text.size());
    stop.offset = start;
    return stop.text.substr(start, end - start);
}

/// toml++ stops at the value of a field given twice, at a table's header, or on the line behind that header.
Diagnostic duplicate(const SourcePtr& source, Lines& lines, Position at) {
    auto stop = stop_at(lines, at);
    const auto before = trimmed(stop.text.substr(0, stop.offset));
    std::string_view key;
    if (before.ends_with('=')) {
        const auto left = trimmed(before.substr(0, before.size() - 1));
        const auto cut = left.find_last_of("{,");
        key = trimmed(cut == std::string_view::npos ? left : left.substr(cut + 1));
    } else if (const auto here = trimmed(stop.text.substr(stop.offset)); !here.empty() && here.front() != '[') {
        key = trimmed(here.substr(0, here.find('=')));
    }
    if (key.empty()) {
        if (!trimmed(stop.text).starts_with('[') || (at.column == 1 && !stop.text.starts_with('[')))
            stop = stop_at(lines, {at.line - 1, 1});
        const auto line = trimmed(stop.text);
        key = line.substr(0, line.find(']'));
        key.remove_prefix(std::min(key.find_first_not_of("[ \t"), key.size()));
        key = trimmed(key);
    }
    if (!key.empty()) stop.offset = static_cast<std::size_t>(key.data() - stop.text.data());
    return {Severity::error, Code::duplicate_key, span_of(source, stop, key), {std::string{key}}, {}};
}

}  // namespace

Diagnostic syntax_fault(const SourcePtr& source, std::string_view description, Position at) {
    Lines lines{source->text};
    if (description.find("cannot redefine") != std::string_view::npos ||
        description.find("cannot insert") != std::string_view::npos)
        return duplicate(source, lines, at);

    const auto& wording = *std::find_if(std::begin(wordings), std::end(wordings), [&](const auto& row) {
        return description.find(row.said) != std::string_view::npos;
    });
    auto stop = stop_at(lines, at);
    // To toml++ the line end inside an open text is one control character among others.
    if (wording.mark == Mark::control && stop.offset == stop.text.size())
        return {Severity::error, Code::syntax, span_of(source, stop, {}), {Term::quote_open_on_line}, {}};
    std::string_view word = stop.text.substr(stop.offset, 1);
    const bool inside = breaks.find_first_of(word) == std::string_view::npos;
    if (wording.mark == Mark::word && inside) word = word_around(stop, breaks);
    if (wording.mark == Mark::value) {
        word = word_around(stop, breaks);
        if (looks_like_date(word))
            return {Severity::error, Code::bad_date, span_of(source, stop, word), {std::string{word}}, {}};
    }
    const auto length =
        std::max(word.size(), stop.offset < stop.text.size() ? code_point_length(stop.text.substr(stop.offset)) : 0);
    const auto place = stop.text.substr(std::min(stop.offset, stop.text.size()), length);
    if (const auto odd = find_unseen(place, UnseenKind::dash)) {
        stop.offset += odd->offset;
        return {Severity::error, Code::syntax, span_of(source, stop, {}), {Arg{Term::odd_character, {odd->name}}}, {}};
    }
    if (wording.mark == Mark::end && stop.offset == 0 && at.line > 1) {
        stop = stop_at(lines, {at.line - 1, 1});
        stop.offset = stop.text.size();
    }
    return {Severity::error, Code::syntax, span_of(source, stop, word), {wording.ours}, {}};
}

}  // namespace smpcare::protocol
