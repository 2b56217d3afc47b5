#include "format/ics_writer.hpp"

#include "format/safe_text.hpp"
#include "format/words/words.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <stdexcept>

namespace smpcare::ics {

namespace {

constexpr std::size_t line_limit = 75;
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view alarm_trigger = "TRIGGER:-PT6H";  // the evening before; readers agree only on negative ones

bool starts_escape(std::string_view line, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && line[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Where to cut a line that is longer than `room`.
std::size_t cut_at(std::string_view line, std::size_t room) {
    std::size_t cut = room;
    while (cut > 1 && is_continuation_byte(line[cut])) --cut;
    if (starts_escape(line, cut)) --cut;
    std::size_t before_spaces = cut;
    while (before_spaces > 0 && line[before_spaces - 1] == ' ') --before_spaces;
    return before_spaces > 0 ? before_spaces : cut;
}

void trim(std::string& text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
    text.erase(std::find_if_not(text.rbegin(), text.rend(), is_space).base(), text.end());
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_space));
}

// A run of spaces longer than a line could not be folded without a space at a line's end.
void single_spaces(std::string& text) {
    const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::unique(text.begin(), text.end(), both_spaces), text.end());
}

// A backslash becomes a slash, and `BEGIN:` and `END:` are followed by a space.
void disarm(std::string& text) {
    std::replace(text.begin(), text.end(), '\\', '/');
    for (auto at = text.find(':'); at != std::string::npos; at = text.find(':', at + 1)) {
        const auto before = std::string_view(text).substr(0, at);
        const bool is_component = before.ends_with("BEGIN") || before.ends_with("END");
        if (is_component && at + 1 < text.size() && text[at + 1] != ' ') text.insert(at + 1, 1, ' ');
    }
}

void add_date(std::string& out, std::string_view name, Date day) {
    auto digits = iso(day);
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    out.append(name).append(";VALUE=DATE:").append(digits).append(line_end);
}

void add_event(std::string& out, const Event& event, std::string_view stamp) {
    out += "BEGIN:VEVENT\r\n";
    out.append("UID:").append(event.uid).append(line_end);
    out.append("DTSTAMP:").append(stamp).append(line_end);
    add_date(out, "DTSTART", event.start);
    add_date(out, "DTEND", event.last + Days{1});
    out += event.summary_line;
    if (!event.description.empty()) add_text(out, "DESCRIPTION", event.description);
    out.append("CATEGORIES:").append(event.category).append(line_end);
    out +=
        "CLASS:PRIVATE\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
        "STATUS:CONFIRMED\r\n"
        "SEQUENCE:0\r\n";
    out.append("LAST-MODIFIED:").append(stamp).append(line_end);
    if (!event.alarm_line.empty()) {
        out.append("BEGIN:VALARM\r\nACTION:DISPLAY\r\n").append(event.alarm_line);
        out.append(alarm_trigger).append("\r\nEND:VALARM\r\n");
    }
    out += "END:VEVENT\r\n";
}

void check(const std::vector<Event>& events) {
    std::vector<std::string_view> uids;
    uids.reserve(events.size());
    for (const auto& event : events) {
        uids.push_back(event.uid);
        if (event.last < event.start) throw std::logic_error("calendar event ends before it starts");
        if (event.summary_line.find("\\n") != std::string::npos) throw std::logic_error("calendar title has two lines");
    }
    std::sort(uids.begin(), uids.end());
    if (std::adjacent_find(uids.begin(), uids.end()) != uids.end()) throw std::logic_error("calendar UID used twice");
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

void add_line(std::string& out, std::string_view line) {
    std::size_t room = line_limit;
    while (line.size() > room) {
        const auto cut = cut_at(line, room);
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = line_limit - 1;
    }
    out.append(line).append(line_end);
}

void add_text(std::string& out, std::string_view name, std::string_view value) {
    std::string line(name);
    line += ':';
    line += escaped(value);
    add_line(out, line);
}

std::string bytes_of(const Calendar& calendar) {
    if (calendar.events.empty()) return {};
    check(calendar.events);
    std::string out;
    out.reserve(1024 * (calendar.events.size() + 1));
    out += "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//smpcare//smpcare//EN\r\nCALSCALE:GREGORIAN\r\n";
    add_text(out, "X-SMPCARE-PROTOCOL", calendar.protocol);
    if (calendar.events.size() > 1 && !calendar.name.empty()) {
        add_text(out, "NAME", calendar.name);
        add_text(out, "X-WR-CALNAME", calendar.name);
    }
    for (const auto& event : calendar.events) add_event(out, event, calendar.stamp);
    out += "END:VCALENDAR\r\n";
    return out;
}

}  // namespace smpcare::ics
