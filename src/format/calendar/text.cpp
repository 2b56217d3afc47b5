#include "format/calendar/text.hpp"

#include "base/safe_text.hpp"

#include <smpcare/format.hpp>

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr std::string_view line_end = "\r\n";

bool starts_escape(std::string_view line, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && line[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

/// Where to cut a line that is longer than `room`.
std::size_t cut_at(std::string_view line, std::size_t room) {
    std::size_t cut = room;
    while (cut > 1 && !begins_character(line[cut])) --cut;
    if (starts_escape(line, cut)) --cut;
    std::size_t before_spaces = cut;
    while (before_spaces > 0 && line[before_spaces - 1] == ' ') --before_spaces;
    return before_spaces > 0 ? before_spaces : cut;
}

void fold_into(std::string& out, std::string_view line, std::size_t room) {
    while (line.size() > room) {
        const auto cut = cut_at(line, room);
        out.append(line.substr(0, cut)).append(fold);
        line.remove_prefix(cut);
        room = line_limit - 1;
    }
    out += line;
}

void trim(std::string& text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
    text.erase(std::find_if_not(text.rbegin(), text.rend(), is_space).base(), text.end());
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_space));
}

/// A run of spaces longer than a line could not be folded without a space at a line's end.
void single_spaces(std::string& text) {
    const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::unique(text.begin(), text.end(), both_spaces), text.end());
}

/// A backslash becomes a slash, and `BEGIN:` and `END:` are followed by a space.
void disarm(std::string& text) {
    std::replace(text.begin(), text.end(), '\\', '/');
    for (auto at = text.find(':'); at != std::string::npos; at = text.find(':', at + 1)) {
        const auto before = std::string_view(text).substr(0, at);
        const bool is_component = before.ends_with("BEGIN") || before.ends_with("END");
        if (is_component && at + 1 < text.size() && text[at + 1] != ' ') text.insert(at + 1, 1, ' ');
    }
}

}  // namespace

std::string description_text(std::string_view text) {
    auto out = safe_text(text);
    single_spaces(out);
    disarm(out);
    trim(out);
    return out;
}

std::string summary_text(std::string_view text) {
    auto out = one_line(text);
    disarm(out);
    trim(out);
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '\\' && c != ';' && c != ',' && c != '\n') continue;
        out.append(text.substr(copied, at - copied)).append(1, '\\').append(1, c == '\n' ? 'n' : c);
        copied = at + 1;
    }
    return out.append(text.substr(copied));
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ';' || c == ',') return std::nullopt;
        if (c != '\\') {
            out += c;
            continue;
        }
        if (++at == text.size() || std::string_view(";,n").find(text[at]) == std::string_view::npos)
            return std::nullopt;  // the filter leaves no backslash that could be escaped
        out += text[at] == 'n' ? '\n' : text[at];
    }
    return out;
}

void add_folded(std::string& out, std::string_view line) { fold_into(out, line, line_limit); }

void add_line(std::string& out, std::string_view line) {
    add_folded(out, line);
    out += line_end;
}

void add_text(std::string& out, std::string_view name, std::string_view value) {
    std::string line(name);
    line += ':';
    line += escaped(value);
    add_line(out, line);
}

void add_folded_on(std::string& out, std::string_view text) {
    out += fold;
    fold_into(out, text, line_limit - 1);
}

}  // namespace smpcare::calendar
