#include "format/calendar/prepared/texts.hpp"

#include "base/safe_text.hpp"
#include "format/calendar/prepared/prepared.hpp"
#include "format/calendar/text.hpp"
#include "format/calendar/title/window.hpp"
#include "say/phrases.hpp"
#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr std::size_t longest_why = 900;   // code points; a description has room for no more
constexpr std::size_t longest_text = 200;  // of a title, a name

constexpr bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }
constexpr bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

void add_title(KindTexts& texts, std::string title) {
    texts.title = std::move(title);
    add_text(texts.title_lines, "SUMMARY", texts.title);
    add_text(texts.alarm_lines, "DESCRIPTION", texts.title);
}

KindTexts kind_texts(const Prepared& prepared, const RuleTexts& texts, const Rule& rule, Kind kind, bool open) {
    KindTexts made;
    add_title(made, window_title(prepared, texts, rule, {kind, open}));
    return made;
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
    return restricts(rule.kind) && cites_section(rule) ? as_told_to_leave(words) : words;
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

/// "alcohol: Alcohol may make the skin heal more slowly."
FoldedText brief_why_of(const Prepared& prepared, const Rule& rule, const Name& brief) {
    const auto why = summary_text(rule.why);
    if (why.empty()) return {};
    return folded_text(escaped(words::fill(prepared.words.event.why, brief.plain, why)).append(newline));
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

/// What is done with care in few words, and in fewer.
void add_care(RuleTexts& texts, const words::Words& words) {
    const auto parts = say::split_name(texts.brief.plain);
    texts.barely = name_from(words::fill(words.event.care_title, parts.what), words);
    texts.care = parts.how.empty() ? texts.barely
                                   : name_from(words::fill(words.event.care_how_title, parts.what, parts.how), words);
}

/// What is done with care only once something has happened.
void add_tail(RuleTexts& texts, const std::string& event, const words::Words& words) {
    texts.tail_note = words::fill(words.phrases.only_if, short_line(event, words));
    texts.only_if = escaped(texts.tail_note);
    texts.tail = name_from(words::fill(words.common.noted, texts.brief.plain, texts.tail_note), words);
    texts.tail_care = name_from(words::fill(words.event.care_how_title, texts.brief.plain, texts.tail_note), words);
}

}  // namespace

std::string short_line(std::string_view text, const words::Words& words) {
    return cut_short(summary_text(text), longest_text, words.common.truncated);
}

Name name_from(std::string_view text, const words::Words& words) {
    auto plain = short_line(text, words);
    auto as_escaped = escaped(plain);
    const int width = display_width(plain);
    return {std::move(plain), std::move(as_escaped), width};
}

FoldedText folded_text(std::string_view as_escaped) {
    FoldedText made;
    add_folded_on(made.folded, as_escaped);
    made.size = told_size(as_escaped);
    return made;
}

std::size_t told_size(std::string_view escaped) {
    // The filters leave no backslash, so each one here escapes what follows.
    return code_points_but(escaped, '\\');
}

RuleTexts rule_texts(const Prepared& prepared, const Rule& rule) {
    const auto& words = prepared.words;
    RuleTexts texts;
    texts.full = name_from(rule.title, words);
    texts.brief = name_from(say::listed_name(rule), words);
    texts.sign = within_sentence(texts.full);
    texts.frequency = escaped(say::frequency_phrase(words, rule));
    if (restricts(rule.kind)) add_care(texts, words);
    if (rule.until) add_tail(texts, prepared.protocol.events[*rule.until].title, words);
    texts.why = why_of(prepared, rule, texts.full);
    if (texts.why.size > 0) texts.brief_why = brief_why_of(prepared, rule, texts.brief);
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

}  // namespace smpcare::calendar
