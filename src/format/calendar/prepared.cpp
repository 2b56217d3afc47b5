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
constexpr std::size_t longest_text = 200;   // of a title, a name
constexpr std::size_t longest_contact = 400;

/// One line of somebody's text, short enough to stand among others.
std::string short_line(std::string_view text, const words::Words& words) {
    return cut_short(summary_text(text), longest_text, words.common.truncated);
}

void add_paragraph(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    out += text;
}

/// The end of every description: what was knowingly changed, and whom to call last, where it is found.
std::string foot_of(const Clinic& clinic, const std::vector<std::string>& floors, const words::Words& words) {
    std::string out;
    for (const auto& floor : floors) add_paragraph(out, floor);
    add_paragraph(out, words.common.not_advice);
    for (const auto& line : {say::emergency_line(clinic, words), say::call_line(clinic, words)})
        add_paragraph(out, cut_short(summary_text(line), longest_contact, words.common.truncated));
    return description_text(out);
}

/// What was freed below a floor; with nothing named, only that something was.
std::vector<std::string> floors_of(const Protocol& protocol, const Style& style, std::string_view instead) {
    std::vector<std::string> lines;
    for (const auto& notice : protocol.notices)
        if (says_what_was_freed(notice.code))
            lines.push_back(instead.empty() ? message(notice, style.language) : std::string(instead));
    return lines;
}

void add_title(KindTexts& texts, std::string title) {
    texts.title = std::move(title);
    add_text(texts.title_lines, "SUMMARY", texts.title);
    add_text(texts.alarm_lines, "DESCRIPTION", texts.title);
}

/// Of every rule, where nothing is named.
KindTexts neutral_texts(const words::Words& words, std::string_view foot) {
    KindTexts texts;
    add_title(texts, summary_text(words.event.neutral_title));
    texts.tail = folded_tail(escaped(foot));
    return texts;
}

KindTexts kind_texts(const Prepared& prepared, const Rule& rule, Kind kind, std::string_view foot) {
    const auto& words = prepared.words;
    KindTexts texts;
    add_title(texts,
              cut_short(summary_text(say::labelled_title(words, kind, rule)), longest_text, words.common.truncated));
    if (kind != rule.kind && rule.until) {
        const auto event = short_line(prepared.protocol.events[*rule.until].title, words);
        texts.only_if = escaped(words::fill(words.event.only_if, event));
        texts.only_if_note = escaped(words::fill(words.phrases.only_if, event));
    }
    std::string tail;
    if (rule.help) add_paragraph(tail, words.phrases.help[static_cast<std::size_t>(*rule.help)]);
    add_paragraph(tail, say::frequency_phrase(words, rule));
    add_paragraph(tail, cut_short(description_text(rule.detail), detail_limit, words.common.truncated));
    add_paragraph(tail, foot);
    texts.tail = folded_tail(escaped(tail));
    return texts;
}

RuleTexts rule_texts(const Prepared& prepared, const Rule& rule, std::string_view foot) {
    RuleTexts texts;
    texts.own = kind_texts(prepared, rule, rule.kind, foot);
    if (rule.kind == Kind::avoid) texts.limit = kind_texts(prepared, rule, Kind::limit, foot);
    texts.plain_title = short_line(rule.title, prepared.words);
    texts.title = escaped(texts.plain_title);
    if (rule.help) texts.help = escaped(prepared.words.phrases.help[static_cast<std::size_t>(*rule.help)]);
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

Prepared::Prepared(const Protocol& of, Style with)
    : protocol(of), style(std::move(with)), words(words::of(style.language)), patterns(words) {
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
    const auto foot_text = foot_of(protocol.clinic, floors_of(protocol, style, {}), words);
    foot = folded_tail(escaped(foot_text));
    rules.reserve(protocol.rules.size());
    for (const auto& rule : protocol.rules) rules.push_back(rule_texts(*this, rule, foot_text));
    activities.reserve(protocol.activities.size());
    for (std::size_t i = 0; i < protocol.activities.size(); ++i)
        activities.push_back(activity_texts(protocol, i, words));
}

/// Whoever sees it in somebody's calendar reads that there is a plan, and whom to call.
void Prepared::tell_nothing() {
    const auto neutral = say::neutral_protocol(protocol, words.event.neutral_name);
    add_frame(neutral, words.event.neutral_category);
    const auto foot_text = foot_of(neutral.clinic, floors_of(protocol, style, words.event.neutral_notice), words);
    foot = folded_tail(escaped(foot_text));
    const auto texts = neutral_texts(words, foot_text);
    rules.assign(protocol.rules.size(), RuleTexts{texts, texts, {}, {}, {}});
}

}  // namespace smpcare::calendar
