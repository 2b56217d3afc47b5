#include "format/calendar/prepared.hpp"

#include "base/safe_text.hpp"
#include "format/calendar/gap.hpp"
#include "format/calendar/text.hpp"
#include "say/discreet.hpp"
#include "say/phrases.hpp"
#include "say/steps.hpp"

#include <smpcare/format.hpp>

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr std::size_t longest_why = 900;   // code points; a description has room for no more
constexpr std::size_t longest_text = 200;  // of a title, a name
constexpr std::size_t longest_contact = 400;
constexpr int longest_number = 12;  // columns, of an emergency number in a title

/// One line of somebody's text, short enough to stand among others.
std::string short_line(std::string_view text, const words::Words& words) {
    return cut_short(summary_text(text), longest_text, words.common.truncated);
}

Name name_from(std::string_view text, const words::Words& words) {
    auto plain = short_line(text, words);
    auto as_escaped = escaped(plain);
    const int width = display_width(plain);
    return {std::move(plain), std::move(as_escaped), width};
}

constexpr bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }
constexpr bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

void add_paragraph(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    out += text;
}

FoldedText folded_text(std::string_view as_escaped) {
    FoldedText made;
    add_folded_on(made.folded, as_escaped);
    made.size = told_size(as_escaped);
    return made;
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

void add_title(KindTexts& texts, std::string title) {
    texts.title = std::move(title);
    add_text(texts.title_lines, "SUMMARY", texts.title);
    add_text(texts.alarm_lines, "DESCRIPTION", texts.title);
}

/// "Avoid: Swimming in a pool", with its `short` where the title is too long; of a sign, how soon to call about it.
/// `open`: the event stands on the first day of a window without an end, which it says.
KindTexts kind_texts(const Prepared& prepared, const RuleTexts& rule, const Rule& of, Kind kind, bool open) {
    const auto& words = prepared.words;
    const bool says_open = open && (restricts(kind) || kind == Kind::do_);
    const auto labelled = [&](const std::string& name) {
        if (kind == Kind::warn)
            return words::fill(words.event.window_signs[static_cast<std::size_t>(of.help.value_or(Help::practitioner))],
                               name);
        const auto text = words::fill(words.common.labelled, words.common.labels[static_cast<std::size_t>(kind)], name);
        return says_open ? words::fill(words.event.window_open, text) : text;
    };
    auto title = labelled(rule.full.plain);
    if (display_width(title) > title_room) title = labelled(rule.brief.plain);
    KindTexts texts;
    add_title(texts, cut_end(title, title_room, "…"));
    return texts;
}

/// Whether it names the section of a page: what clients were told in so many words.
bool cites_section(const Rule& rule) {
    return std::any_of(rule.sources.begin(), rule.sources.end(),
                       [](const Citation& citation) { return !citation.section.empty(); });
}

/// The same of what holds back something that clients were told to do: it says from when they may.
bool quotes(const Protocol& protocol, const Rule& rule) {
    const auto is_held_back = [&](const Rule& other) {
        return other.kind == Kind::do_ && cites_section(other) && !other.asked_only &&
               std::find_first_of(other.activities.begin(), other.activities.end(), rule.activities.begin(),
                                  rule.activities.end()) != other.activities.end();
    };
    return cites_section(rule) ||
           (restricts(rule.kind) && std::any_of(protocol.rules.begin(), protocol.rules.end(), is_held_back));
}

/// The more words people have for a thing, the more they ask about it, and more again about what they were told to
/// leave; what leads a page is asked about most.
int asked_about(const Protocol& protocol, const Rule& rule) {
    constexpr int leads_a_page = 1000;
    int words = 0;
    for (const auto activity : rule.activities) words += static_cast<int>(protocol.activities[activity].words.size());
    if (!rule.headline.empty()) return leads_a_page + words;
    return restricts(rule.kind) && cites_section(rule) ? words * 5 / 2 : words;
}

/// "Redness has not faded" as it goes on after "call if"; "PRP" stays.
Name within_sentence(Name name) {
    for (auto* text : {&name.plain, &name.escaped})
        if (text->size() > 1 && is_upper(text->front()) && is_lower((*text)[1])) text->front() += 'a' - 'A';
    return name;
}

FoldedText why_of(const Prepared& prepared, const Rule& rule, const Name& title) {
    if (rule.detail.empty()) return {};
    const auto& words = prepared.words;
    auto sentences = cut_short(description_text(rule.detail), longest_why, words.common.truncated);
    if (sentences.empty()) return {};
    // What no list of a day names would else be told nowhere.
    std::string instead;
    for (const auto other : rule.instead)
        if (const auto& allowed = prepared.protocol.rules[other]; allowed.asked_only && !allowed.dropped)
            join(instead, words.common.separator, short_line(allowed.title, words));
    if (!instead.empty()) sentences = words::fill(words.event.meanwhile, sentences, instead);
    return folded_text(escaped(words::fill(words.event.why, title.plain, sentences)).append(newline));
}

/// Titles of the events that a window has of its own.
void add_window_titles(RuleTexts& texts, const Prepared& prepared, const Rule& rule) {
    const auto made = [&](Kind kind, bool open) { return kind_texts(prepared, texts, rule, kind, open); };
    texts.own = made(rule.kind, false);
    texts.own_open = made(rule.kind, true);
    if (rule.kind != Kind::avoid) return;
    texts.limit = made(Kind::limit, false);
    texts.limit_open = made(Kind::limit, true);
}

RuleTexts rule_texts(const Prepared& prepared, const Rule& rule) {
    const auto& words = prepared.words;
    RuleTexts texts;
    texts.full = name_from(rule.title, words);
    texts.brief = name_from(say::listed_name(rule), words);
    texts.sign = within_sentence(texts.full);
    texts.frequency = escaped(say::frequency_phrase(words, rule));
    if (rule.until)
        texts.only_if =
            escaped(words::fill(words.phrases.only_if, short_line(prepared.protocol.events[*rule.until].title, words)));
    texts.why = why_of(prepared, rule, texts.full);
    texts.asked = asked_about(prepared.protocol, rule);
    texts.quotes = quotes(prepared.protocol, rule);
    if (prepared.style.calendar.events == Events::windows) add_window_titles(texts, prepared, rule);
    return texts;
}

ActivityTexts activity_texts(const Protocol& protocol, std::size_t index, const words::Words& words) {
    ActivityTexts texts;
    texts.title = name_from(say::in_a_list(protocol.activities[index].title), words);
    texts.asked = static_cast<int>(protocol.activities[index].words.size());
    for (std::size_t rule = 0; rule < protocol.rules.size(); ++rule) {
        const auto& named = protocol.rules[rule].activities;
        if (std::find(named.begin(), named.end(), index) != named.end()) texts.rules.push_back(rule);
    }
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

template <class Texts>
std::vector<Pattern> patterns_of(const Texts& texts, bool escape) {
    std::vector<Pattern> made;
    for (const std::string_view text : texts) made.emplace_back(escape ? escaped(text) : std::string(text));
    return made;
}

}  // namespace

std::size_t told_size(std::string_view escaped) {
    // The filters leave no backslash, so each one here escapes what follows.
    return code_points(escaped) - count_of(escaped, '\\');
}

Patterns::Patterns(const words::Words& words)
    : day_title(words.event.day_title),
      day_unless_title(words.event.day_unless_title),
      session_title(words.event.session_title),
      allowed_title(words.event.allowed_title),
      allowed_brief(words.event.allowed_brief),
      name_title("{0}"),
      over_title(words.event.over_title),
      still_no_title(words.event.still_no_title),
      emergency_title(words.event.emergency_title),
      danger_title(words.event.danger_title),
      and_more_title(words.event.and_more),
      or_title(words.event.or_last),
      things(words.event.things),
      visit{Pattern(words.event.visit_best), Pattern(words.event.visit_span), Pattern(words.event.visit_open),
            Pattern(words.event.visit_day)},
      visit_if{Pattern(words.event.visit_best_if), Pattern(words.event.visit_span_if),
               Pattern(words.event.visit_open_if), Pattern(words.event.visit_day_if)},
      begins_title(patterns_of(words.event.begins_title, false)),
      held_title(patterns_of(words.event.held_title, false)),
      and_more(escaped(words.event.and_more)),
      noted(escaped(words.common.noted)),
      session_day(escaped(words.common.session_day)),
      day(escaped(words.common.day)),
      call_now(escaped(words.event.call_now)),
      call_today(escaped(words.event.call_today)),
      call_soon(escaped(words.event.call_soon)),
      do_from_today(escaped(words.event.do_from_today)),
      do_today(escaped(words.event.do_today)),
      go_on(escaped(words.event.go_on)),
      allowed(escaped(words.event.allowed)),
      allowed_if(escaped(words.event.allowed_if)),
      over(escaped(words.event.over)),
      until_day(escaped(words.event.until_day)),
      normal(escaped(words.event.normal)),
      held(patterns_of(words.event.held, true)),
      from_today(patterns_of(words.event.from_today, true)),
      off_open(patterns_of(words.event.off_open, true)),
      off(patterns_of(words.event.off, true)),
      on_day(escaped(words.event.on_day)),
      until(escaped(words.event.until)),
      one_day(escaped(words.event.one_day)),
      open(escaped(words.event.open)),
      begins(escaped(words.event.begins)),
      best_on(escaped(words.event.best_on)),
      counts_from(escaped(words.event.counts_from)),
      separator(escaped(words.common.separator)) {
    for (const std::string_view heading : words.event.off_until) off_until.push_back(escaped(heading).append(newline));
}

Prepared::Prepared(const Protocol& of, Style with)
    : protocol(of),
      style(std::move(with)),
      words(words::of(style.language)),
      patterns(words),
      gap_size(calendar::gap_size(words)),
      separator_width(display_width(words.event.title_separator)),
      unsaid_width(display_width(words.event.unsaid)) {
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
