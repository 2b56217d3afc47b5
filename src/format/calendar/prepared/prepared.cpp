#include "format/calendar/prepared/prepared.hpp"

#include "base/safe_text.hpp"
#include "format/calendar/gap.hpp"
#include "format/calendar/text.hpp"
#include "say/discreet.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <array>

namespace smpcare::calendar {

namespace {

constexpr std::size_t longest_contact = 400;  // code points
constexpr int longest_number = 12;            // columns, of an emergency number in a title

void add_paragraph(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    out += text;
}

/// What was freed below a floor; with `instead`, only that something was.
std::string freed(const Protocol& protocol, const Style& style, std::string_view instead) {
    std::string text;
    for (const auto& notice : protocol.notices)
        if (says_what_was_freed(notice.code))
            add_paragraph(text, instead.empty() ? message(notice, style.language) : std::string(instead));
    return text;
}

/// What a plan always says.
std::string closing(const Protocol& protocol, const words::Words& words) {
    std::string text;
    add_paragraph(text, say::day_line(protocol, words));
    add_paragraph(text, words.common.not_advice);
    return text;
}

/// Whom to call, an emergency first.
std::array<std::string, 2> call_lines(const Clinic& clinic, const words::Words& words) {
    std::array lines{say::emergency_line(clinic, words), say::call_line(clinic, words)};
    for (auto& line : lines) line = cut_short(summary_text(line), longest_contact, words.common.truncated);
    return lines;
}

std::string file_head(const Protocol& told) {
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//smpcare//smpcare//EN\r\nCALSCALE:GREGORIAN\r\n";
    const auto rules = words::fill("{} {} {}", told.id, told.version, told.fingerprint);
    add_text(out, "X-SMPCARE-PROTOCOL", summary_text(rules));
    return out;
}

std::string fixed_lines_of(bool open, std::string_view category) {
    std::string out;
    add_text(out, "CATEGORIES", category);
    if (!open) out += "CLASS:PRIVATE\r\n";
    return out.append("TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nSTATUS:");
}

}  // namespace

Prepared::Prepared(const Protocol& of, Style with)
    : protocol(of),
      style(std::move(with)),
      words(words::of(style.language)),
      patterns(words),
      gap_size(calendar::gap_size(words)),
      separator_width(display_width(words.event.title_separator)) {
    for (const std::string_view text : words.event.unsaid)
        unsaid.push_back({std::string(text), {}, display_width(text)});
    trigger_lines = "TRIGGER:" + style.calendar.alarm + "\r\nEND:VALARM\r\n";
    if (style.discreet)
        tell_nothing();
    else
        tell_rules();
}

/// The lines around the events, from what may be told of the protocol.
void Prepared::add_frame(const Protocol& told, std::string_view category) {
    head = file_head(told);
    const auto& given = style.calendar.name;
    const auto name = short_line(given.empty() ? std::string_view(told.title) : given, words);
    if (!name.empty()) {
        add_text(name_lines, "NAME", name);
        add_text(name_lines, "X-WR-CALNAME", name);
    }
    fixed_lines = fixed_lines_of(style.calendar.open, category);
}

void Prepared::tell_rules() {
    add_frame(protocol, words.event.category);
    sessions_to_come = escaped(words::fill(words.common.labelled, words.common.to_come, words.common.ends_wait));
    sessions_to_come += newline;
    const auto [emergency_line, clinic_line] = call_lines(protocol.clinic, words);
    emergency = escaped(emergency_line).append(newline);
    call = escaped(clinic_line).append(newline);
    const auto numbers = joined(protocol.clinic.emergency, ", ");
    emergency_whom = numbers.empty()
                         ? escaped(words.event.emergency_services)
                         : escaped(cut_short(summary_text(numbers), longest_contact, words.common.truncated));
    auto foot_text = closing(protocol, words);
    add_paragraph(foot_text, words.event.whole_plan);
    short_foot = folded_text(escaped(description_text(foot_text)));
    auto whole_foot = freed(protocol, style, {});
    add_paragraph(whole_foot, foot_text);
    foot = folded_text(escaped(description_text(whole_foot)));
    if (const auto told = description_text(protocol.summary); !told.empty())
        summary = folded_text(escaped(told).append(newline));
    for (const auto& number : protocol.clinic.emergency)
        if (emergency_number.plain.empty() && display_width(number) <= longest_number)
            emergency_number = name_from(number, words);
    rules.reserve(protocol.rules.size());
    for (const auto& rule : protocol.rules) rules.push_back(rule_texts(*this, rule));
    add_namesakes();
    activities.reserve(protocol.activities.size());
    for (std::size_t i = 0; i < protocol.activities.size(); ++i)
        activities.push_back(activity_texts(protocol, i, words));
}

void Prepared::add_namesakes() {
    for (std::size_t one = 0; one < rules.size(); ++one)
        for (std::size_t other = 0; other < rules.size(); ++other)
            if (one != other && protocol.rules[one].kind == protocol.rules[other].kind &&
                !protocol.rules[other].asked_only && rules[one].brief.plain == rules[other].brief.plain)
                rules[one].namesakes.push_back(other);
}

/// Whoever sees it in somebody's calendar reads that there is a plan, and whom to call.
void Prepared::tell_nothing() {
    const auto told = say::neutral_protocol(protocol, words.event.neutral_name);
    add_frame(told, words.event.neutral_category);
    std::string text;
    for (const auto& line : call_lines(told.clinic, words)) add_paragraph(text, line);
    add_paragraph(text, freed(protocol, style, words.event.neutral_notice));
    add_paragraph(text, closing(protocol, words));
    neutral = escaped(description_text(text));
    rules.resize(protocol.rules.size());
    for (std::size_t i = 0; i < protocol.activities.size(); ++i)
        activities.push_back(activity_texts(protocol, i, words));
}

}  // namespace smpcare::calendar
