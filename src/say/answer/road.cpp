#include "say/answer/road.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/steps.hpp"
#include "say/today.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

std::string near(const Speaker& speaker, const Answer& answer, Date day) {
    return date_near(day, answer.from, speaker.words);
}

/// "Rinse with lukewarm water until Sat 28 Nov"
std::string days_of(const Speaker& speaker, const Answer& answer, const RuleDays& rule) {
    const auto& texts = speaker.words.answer;
    if (!rule.start) return {};
    const bool begun = *rule.start <= answer.from;
    if (begun && !rule.end) return {};
    if (begun) return words::fill(texts.thing_until, near(speaker, answer, *rule.end));
    if (!rule.end) return words::fill(texts.thing_from, near(speaker, answer, *rule.start));
    return words::fill(texts.thing_from_to, near(speaker, answer, *rule.start), near(speaker, answer, *rule.end));
}

/// How a thing is done with care, in a few words.
std::string how_of(const Speaker& speaker, const Rule& rule) {
    if (!rule.until || rule.kind == Kind::limit) return how_named(rule);
    return words::fill(speaker.words.phrases.only_if, one_line(speaker.protocol().events[*rule.until].title));
}

/// What a stretch that is not free says; `end` is that of the last one of its kind.
std::string stretch_words(const Speaker& speaker, const Answer& answer, const RoadStretch& stretch,
                          std::optional<Date> end) {
    const auto& texts = speaker.words.answer;
    const auto kind = static_cast<std::size_t>(*stretch.kind);
    const auto* rule = stretch.rules.empty() ? nullptr : &speaker.rule(stretch.rules.front());
    auto text = end ? words::fill(texts.until[kind], near(speaker, answer, *end)) : std::string(texts.open[kind]);
    const bool with_care = rule != nullptr && *stretch.kind == Kind::limit;
    if (const auto how = with_care ? how_of(speaker, *rule) : std::string(); !how.empty())
        text =
            end ? words::fill(texts.care_until, how, near(speaker, answer, *end)) : words::fill(texts.care_open, how);
    if (rule != nullptr && rule->kind == Kind::ask && help_of(*rule) != Help::practitioner)
        text = words::fill(texts.ask_whom, speaker.words.today.whom[static_cast<std::size_t>(*rule->help)]);
    if (rule != nullptr && !stretch.unknown.empty())
        join(text, ", ", condition_phrase(speaker, *rule, stretch.unknown));
    return text;
}

std::string road_words(const Speaker& speaker, const Answer& answer, const ActivityAnswer& one) {
    const auto& texts = speaker.words.answer;
    if (one.unnamed) return std::string(texts.unnamed);
    std::string text;
    for (std::size_t i = 0; i < one.road.size(); ++i) {
        const auto& stretch = one.road[i];
        if (stretch.kind && i + 1 < one.road.size() && one.road[i + 1].kind == stretch.kind &&
            one.road[i + 1].unknown == stretch.unknown)
            continue;
        std::string part;
        if (!stretch.kind && text.empty())
            part = stretch.end ? words::fill(texts.free_until, near(speaker, answer, *stretch.end))
                               : std::string(texts.free);
        else if (!stretch.kind)
            part = words::fill(texts.free_from, near(speaker, answer, stretch.start));
        else
            part = stretch_words(speaker, answer, stretch, stretch.end);
        const bool follows = stretch.kind && !text.empty();
        join(text, ", ", follows ? words::fill(texts.then, part) : part);
    }
    return text;
}

std::vector<std::string> whys_of(const Speaker& speaker, const ActivityAnswer& one) {
    std::vector<std::string> whys;
    for (const auto& reason : one.because) {
        auto why = one_line(speaker.rule(reason.rule).why);
        if (!why.empty() && std::find(whys.begin(), whys.end(), why) == whys.end()) whys.push_back(std::move(why));
    }
    return whys;
}

AnswerRow row_of(const Speaker& speaker, const Answer& answer, const ActivityAnswer& one) {
    const auto* guide = guide_of(answer, one);
    if (guide == nullptr) return {row_name(speaker, one), road_words(speaker, answer, one), whys_of(speaker, one)};
    const auto& rule = speaker.rule(guide->rule);
    auto text = std::string(speaker.words.answer.yes);
    join(text, ", ", frequency_phrase(speaker.words, rule));
    return {listed_name(rule), text + days_of(speaker, answer, *guide)};
}

/// Things of which the same is said share a row.
void add_row(std::vector<AnswerRow>& rows, AnswerRow row) {
    const auto same =
        std::find_if(rows.begin(), rows.end(), [&](const AnswerRow& one) { return one.text == row.text; });
    if (same == rows.end()) return rows.push_back(std::move(row));
    const auto names = ", " + same->name + ", ";
    if (names.find(", " + row.name + ", ") == names.npos) same->name += ", " + row.name;
    for (auto& why : row.whys)
        if (std::find(same->whys.begin(), same->whys.end(), why) == same->whys.end())
            same->whys.push_back(std::move(why));
}

/// What one thing alone is called as it was asked about; others go by their own names.
std::string asked_name(const Answer& answer) {
    return answer.found.size() == 1 && answer.unknown.empty() ? one_line(answer.found.front()) : std::string();
}

std::string_view call_label(const words::AnswerText& texts, Help help) {
    if (help == Help::emergency) return texts.sign_now;
    return help == Help::doctor ? texts.sign_today : texts.sign_ask;
}

/// "a doctor for any one of: red streaks; fever": signs of which each is enough.
AnswerRow call_row(const Speaker& speaker, Help help, const std::vector<std::string>& titles, bool several) {
    const auto& texts = speaker.words.answer;
    auto text = joined(titles, speaker.words.common.separator);
    if (several && help != Help::practitioner) text = words::fill(texts.any_one_of, text);
    return {std::string(call_label(texts, help)), std::move(text)};
}

/// Signs of one rule are asked about together.
void add_once(std::vector<AnswerRow>& rows, AnswerRow row) {
    const auto same = [&](const AnswerRow& one) { return one.name == row.name && one.text == row.text; };
    if (std::none_of(rows.begin(), rows.end(), same)) rows.push_back(std::move(row));
}

constexpr std::size_t longest_run = 7;  // of things in a line; more are no longer seen as one list

void add_long_row(std::vector<AnswerRow>& rows, const Speaker& speaker, Help help, std::vector<std::string> titles) {
    const bool several = titles.size() > 1;
    const bool is_long = titles.size() > longest_run;
    std::vector<std::string> more;
    if (is_long) more.assign(titles.begin() + longest_run, titles.end());
    if (is_long) titles.resize(longest_run);
    add_once(rows, call_row(speaker, help, titles, several));
    if (is_long)
        add_once(rows, {std::string(speaker.words.answer.or_else), joined(more, speaker.words.common.separator)});
}

bool names_several(const Rule& rule) { return rule.signs.size() > 1; }

/// The signs that ask for more help, which tell when something normal is not.
std::optional<AnswerRow> urgent_row(const Speaker& speaker, const Answer& answer, Help help) {
    std::vector<std::string> titles;
    bool several = false;
    for (const auto& item : speaker.plan.items) {
        const auto& rule = speaker.rule(item.rule);
        const bool holds = std::any_of(item.windows.begin(), item.windows.end(),
                                       [&](const Window& window) { return window.covers(answer.from); });
        if (!holds || rule.kind != Kind::warn || rule.help != help || rule.asked_only) continue;
        several = several || !titles.empty() || names_several(rule);
        titles.push_back(in_a_list(one_line(rule.title)));
    }
    if (titles.empty()) return std::nullopt;
    return call_row(speaker, help, titles, several);
}

/// What a warning is about: its title for the practitioner, else each of its signs.
std::vector<std::string> signs_of(const Speaker& speaker, const Rule& rule) {
    const bool by_title = help_of(rule) == Help::practitioner || !names_several(rule);
    if (by_title) return {in_a_list(one_line(rule.title))};
    std::vector<std::string> titles;
    for (const auto sign : rule.signs)
        titles.push_back(split_name(in_a_list(one_line(speaker.protocol().signs[sign].title))).what);
    return titles;
}

}  // namespace

std::string row_name(const Speaker& speaker, const ActivityAnswer& one) {
    const auto& protocol = speaker.protocol();
    const auto fits = [&](const Rule& rule) {
        return restricts(rule.kind) && rule.activities.size() == 1 && rule.activities.front() == one.activity;
    };
    const auto rule = std::find_if(protocol.rules.begin(), protocol.rules.end(), fits);
    return rule == protocol.rules.end() ? in_a_list(one_line(protocol.activities[one.activity].title))
                                        : split_name(listed_name(*rule)).what;
}

const RuleDays* guide_of(const Answer& answer, const ActivityAnswer& one) {
    const bool free = !one.road.empty() && !one.road.front().kind;
    for (const auto& rule : one.also)
        if (free && rule.kind == Kind::do_ && rule.covers(answer.from)) return &rule;
    return nullptr;
}

void add_sign_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, const SignAnswer& sign) {
    const auto& texts = speaker.words.answer;
    for (const auto& rule : sign.expected)
        if (rule.start && *rule.start <= answer.to)
            add_once(rows, {std::string(texts.sign_normal),
                            in_a_list(one_line(speaker.rule(rule.rule).title)) + days_of(speaker, answer, rule)});
    for (const auto& rule : sign.call) {
        const auto& warning = speaker.rule(rule.rule);
        const auto help = help_of(warning);
        const bool begun = !rule.start || *rule.start <= answer.to;
        // The first line says so.
        if (begun && help == Help::practitioner && sign.help == help) continue;
        auto titles = signs_of(speaker, warning);
        if (!begun) titles.back() += days_of(speaker, answer, rule);
        add_long_row(rows, speaker, help, titles);
    }
}

void add_urgent_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, Help told) {
    for (const Help help : {Help::doctor, Help::emergency})
        if (help > told)
            if (auto row = urgent_row(speaker, answer, help)) rows.push_back(std::move(*row));
}

void add_activity_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer) {
    std::vector<AnswerRow> roads;
    for (const auto& one : answer.activities) add_row(roads, row_of(speaker, answer, one));
    if (const auto name = asked_name(answer); roads.size() == 1 && rows.empty() && !name.empty())
        roads.front().name = name;
    rows.insert(rows.end(), roads.begin(), roads.end());
}

std::vector<std::string> also_lines(const Speaker& speaker, const Answer& answer) {
    std::vector<std::size_t> told;
    std::vector<std::string> instead, planned;
    for (const auto& one : answer.activities)
        if (const auto* guide = guide_of(answer, one)) told.push_back(guide->rule);
    for (const auto& one : answer.activities)
        for (const auto& rule : one.also) {
            const bool over = rule.end && *rule.end < answer.from;
            // What is done once a thing is free goes without saying: the row has that day.
            const bool waits = rule.kind == Kind::do_ && !rule.covers(answer.from);
            if (over || waits || std::find(told.begin(), told.end(), rule.rule) != told.end()) continue;
            told.push_back(rule.rule);
            auto& things = rule.kind == Kind::visit ? planned : instead;
            things.push_back(in_a_list(one_line(speaker.rule(rule.rule).title)) + days_of(speaker, answer, rule));
        }
    const auto& texts = speaker.words.answer;
    const auto& separator = speaker.words.common.separator;
    std::vector<std::string> lines;
    if (!instead.empty()) lines.push_back(words::fill(texts.instead, joined(instead, separator)));
    if (!planned.empty()) lines.push_back(words::fill(texts.planned, joined(planned, separator)));
    return lines;
}

}  // namespace smpcare::say
