#include "format/calendar/prepared.hpp"

#include "base/safe_text.hpp"
#include "format/calendar/text.hpp"
#include "say/discreet.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr std::size_t detail_limit = 1600;  // code points; long descriptions have lost mails and synchronisations
constexpr std::size_t longest_text = 200;   // of a title, a name, a telephone number

/// One line of somebody's text, short enough to stand among others.
std::string short_line(std::string_view text, const words::Words& words) {
    return cut_short(summary_text(text), longest_text, words.common.truncated);
}

void add_paragraph(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    out += text;
}

Clinic contact_of(const Protocol& protocol, bool discreet, const words::Words& words) {
    if (discreet) return say::neutral_clinic(protocol.clinic);
    Clinic clinic;
    clinic.phone = short_line(protocol.clinic.phone, words);
    clinic.email = short_line(protocol.clinic.email, words);
    clinic.url = short_line(protocol.clinic.url, words);
    clinic.emergency = short_line(protocol.clinic.emergency, words);
    return clinic;
}

/// The end of every description: what was knowingly changed, and whom to call last, where it is found.
std::string foot_of(const Prepared& prepared) {
    const auto& words = prepared.words;
    const auto& options = prepared.options;
    std::string out;
    for (const auto& notice : prepared.protocol.notices) {
        if (notice.code != Code::floor_accepted) continue;
        add_paragraph(out,
                      options.discreet ? std::string(words.event.neutral_notice) : message(notice, options.language));
    }
    add_paragraph(out, words.common.not_advice);
    const auto clinic = contact_of(prepared.protocol, options.discreet, words);
    if (!clinic.emergency.empty()) add_paragraph(out, words::fill(words.common.emergency, clinic.emergency));
    add_paragraph(out, say::call_line(clinic, words));
    return description_text(out);
}

KindTexts kind_texts(const Prepared& prepared, const Rule& rule, Kind kind, std::string_view foot) {
    const auto& words = prepared.words;
    KindTexts texts;
    std::string tail;
    if (prepared.options.discreet) {
        texts.title = summary_text(words.event.neutral_title);
    } else {
        texts.title =
            cut_short(summary_text(say::labelled_title(words, kind, rule)), longest_text, words.common.truncated);
        if (kind != rule.kind && rule.until) {
            const auto& event = prepared.protocol.events[*rule.until];
            texts.only_if = escaped(words::fill(words.event.only_if, short_line(event.title, words)));
            texts.only_if_note = escaped(words::fill(words.phrases.only_if, short_line(event.title, words)));
        }
        if (rule.help) add_paragraph(tail, words.phrases.help[static_cast<std::size_t>(*rule.help)]);
        add_paragraph(tail, say::frequency_phrase(words, rule));
        add_paragraph(tail, cut_short(description_text(rule.detail), detail_limit, words.common.truncated));
    }
    add_paragraph(tail, foot);
    add_text(texts.title_lines, "SUMMARY", texts.title);
    add_text(texts.alarm_lines, "DESCRIPTION", texts.title);
    texts.tail = folded_tail(escaped(tail));
    return texts;
}

RuleTexts rule_texts(const Prepared& prepared, const Rule& rule, std::string_view foot) {
    RuleTexts texts;
    texts.own = kind_texts(prepared, rule, rule.kind, foot);
    if (rule.kind == Kind::avoid) texts.limit = kind_texts(prepared, rule, Kind::limit, foot);
    texts.plain_title = short_line(rule.title, prepared.words);
    texts.title = escaped(texts.plain_title);
    return texts;
}

ActivityTexts activity_texts(const Protocol& protocol, std::size_t index, const words::Words& words) {
    ActivityTexts texts;
    const auto& activity = protocol.activities[index];
    texts.title = short_line(activity.title, words);
    const auto contains = [](const auto& all, const auto& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    if (!activity.words.empty()) texts.word = short_line(activity.words.front(), words);
    for (std::size_t other = 0; !texts.word.empty() && other < protocol.activities.size(); ++other)
        if (contains(protocol.activities[other].words, activity.words.front())) texts.meant_by_word.push_back(other);
    for (std::size_t rule = 0; rule < protocol.rules.size(); ++rule)
        if (contains(protocol.rules[rule].activities, index)) texts.rules.push_back(rule);
    return texts;
}

std::string file_head(const Protocol& protocol, bool discreet) {
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//smpcare//smpcare//EN\r\nCALSCALE:GREGORIAN\r\n";
    const auto rules = words::fill("{} {} {}", protocol.id, protocol.version, protocol.fingerprint);
    add_text(out, "X-SMPCARE-PROTOCOL", summary_text(discreet ? protocol.fingerprint : rules));
    return out;
}

std::string calendar_name(const Prepared& prepared) {
    const auto& options = prepared.options;
    std::string_view name =
        options.discreet ? std::string_view(prepared.words.event.neutral_name) : prepared.protocol.title;
    if (!options.name.empty()) name = options.name;
    return short_line(name, prepared.words);
}

std::string fixed_lines_of(const CalendarOptions& options, const words::Words& words) {
    std::string out;
    add_text(out, "CATEGORIES", options.discreet ? words.event.neutral_category : words.event.category);
    if (!options.open) out += "CLASS:PRIVATE\r\n";
    return out.append("TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nSTATUS:");
}

}  // namespace

Patterns::Patterns(const words::Words& words)
    : long_date(escaped(words.calendar.long_date)),
      short_date(escaped(words.calendar.short_date)),
      place(escaped(words.common.session_day)),
      day_place(escaped(words.day.title)),
      until(escaped(words.event.until)),
      one_day(escaped(words.event.one_day)),
      open(escaped(words.event.open)),
      begins(escaped(words.event.begins)),
      best_on(escaped(words.event.best_on)),
      counts_from(escaped(words.event.counts_from)),
      until_phrase(escaped(words.phrases.until)),
      noted(escaped(words.common.noted)),
      labelled(escaped(words.common.labelled)),
      day_title(words.event.day_title),
      session_day_title(words.event.session_day_title),
      session_title(words.event.session_title),
      fine(words.event.fine),
      fine_all(words.event.fine_all),
      fine_provisional(words.event.fine_provisional),
      pair(words.event.pair),
      and_more(words.event.and_more),
      begins_title(words.event.begins_title.begin(), words.event.begins_title.end()),
      ended_title(words.event.ended_title.begin(), words.event.ended_title.end()),
      separator(escaped(words.common.separator)) {}

Prepared::Prepared(const Protocol& of, CalendarOptions with)
    : protocol(of), options(std::move(with)), words(words::of(options.language)), patterns(words) {
    head = file_head(protocol, options.discreet);
    if (const auto name = calendar_name(*this); !name.empty()) {
        add_text(name_lines, "NAME", name);
        add_text(name_lines, "X-WR-CALNAME", name);
    }
    fixed_lines = fixed_lines_of(options, words);
    trigger_lines = "TRIGGER:" + options.alarm + "\r\nEND:VALARM\r\n";
    const auto foot_text = foot_of(*this);
    foot = folded_tail(escaped(foot_text));
    rules.reserve(protocol.rules.size());
    for (const auto& rule : protocol.rules) rules.push_back(rule_texts(*this, rule, foot_text));
    activities.reserve(protocol.activities.size());
    for (std::size_t i = 0; i < protocol.activities.size(); ++i)
        activities.push_back(activity_texts(protocol, i, words));
}

}  // namespace smpcare::calendar
