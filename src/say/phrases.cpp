#include "say/phrases.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

constexpr std::size_t short_fingerprint = 12;

std::string place(const Speaker& speaker, Date day, int session) {
    const auto& common = speaker.words.common;
    const auto start = speaker.plan.sessions[static_cast<std::size_t>(session - 1)];
    const int number = speaker.protocol().told_day(day_number(start, day));
    if (speaker.plan.sessions.size() == 1 && !speaker.names_sessions) return words::fill(common.day, number);
    return words::fill(common.session_day, session, number);
}

}  // namespace

int session_behind(const Plan& plan, const Window& window, Date day) {
    int latest = 1;
    for (const int session : window.after_sessions)
        if (plan.sessions[static_cast<std::size_t>(session - 1)] <= day) latest = session;
    return latest;
}

int session_of_start(const Plan& plan, const Item& item, const Window& window) {
    const auto begins = [&](const Window& declared) { return declared.start == window.start; };
    const bool moved_by_cut = std::none_of(item.declared.begin(), item.declared.end(), begins);
    if (moved_by_cut || window.after_sessions.empty()) return session_behind(plan, window, window.start);
    return window.after_sessions.front();
}

std::string place_in(const Speaker& speaker, const Window& window, Date day) {
    return place(speaker, day, session_behind(speaker.plan, window, day));
}

std::string place_of_start(const Speaker& speaker, const Item& item, const Window& window) {
    return place(speaker, window.start, session_of_start(speaker.plan, item, window));
}

std::string window_phrase(const Speaker& speaker, const Item& item, const Window& window) {
    const auto& words = speaker.words;
    const auto& phrases = words.phrases;
    const auto start = short_date(window.start, words);
    const auto start_place = place_of_start(speaker, item, window);
    if (!window.end) return words::fill(phrases.window_open, start, start_place);
    if (*window.end == window.start) return words::fill(phrases.window_one_day, start, start_place);
    return words::fill(phrases.window, start, start_place, short_date(*window.end, words),
                       place_in(speaker, window, *window.end));
}

std::string until_phrase(const words::Words& words, std::optional<Date> end) {
    return end ? words::fill(words.phrases.until, short_date(*end, words)) : std::string(words.phrases.no_end);
}

std::string condition_phrase(const Speaker& speaker, const Rule& rule, const std::vector<std::size_t>& unknown) {
    const auto& phrases = speaker.words.phrases;
    std::string out;
    for (const std::size_t fact : unknown) {
        const bool excludes = std::find(rule.unless.begin(), rule.unless.end(), fact) != rule.unless.end();
        const auto title = one_line(speaker.protocol().facts[fact].title);
        join(out, speaker.words.common.separator,
             words::fill(excludes ? phrases.condition_unless : phrases.condition_if, title));
    }
    return out;
}

std::string frequency_phrase(const words::Words& words, const Rule& rule) {
    const auto& phrases = words.phrases;
    std::string out;
    if (rule.times_per_day == 1) out = phrases.once_a_day;
    if (rule.times_per_day > 1) out = words::fill(phrases.times_a_day, *rule.times_per_day);
    if (rule.every == 1) join(out, ", ", phrases.every_day);
    if (rule.every == 2) join(out, ", ", phrases.every_other_day);
    if (rule.every > 2) join(out, ", ", words::fill(phrases.every_days, *rule.every));
    return out;
}

std::string advised_title(const words::Words& words, const Rule& rule) {
    const auto title = one_line(rule.title);
    std::string advice = frequency_phrase(words, rule);
    if (rule.help) join(advice, ", ", words.phrases.help[static_cast<std::size_t>(*rule.help)]);
    return advice.empty() ? title : words::fill(words.common.noted, title, advice);
}

std::string days_phrase(const words::Words& words, int days) {
    return days == 1 ? std::string(words.common.one_day) : words::fill(words.common.days, days);
}

std::string in_force_notes(const Speaker& speaker, const InForce& entry) {
    const auto& phrases = speaker.words.phrases;
    const auto& separator = speaker.words.common.separator;
    const auto& rule = speaker.rule(entry.rule);
    std::string notes;
    if (entry.activities.size() < rule.activities.size()) {
        std::string titles;
        for (const auto activity : entry.activities)
            join(titles, ", ", one_line(speaker.protocol().activities[activity].title));
        join(notes, separator, words::fill(phrases.only_for, titles));
    }
    if (rule.until && entry.kind != rule.kind)
        join(notes, separator, words::fill(phrases.only_if, one_line(speaker.protocol().events[*rule.until].title)));
    join(notes, separator, condition_phrase(speaker, rule, entry.unknown));
    if (entry.provisional) join(notes, separator, phrases.provisional);
    return notes;
}

std::string labelled_title(const words::Words& words, Kind kind, const Rule& rule) {
    const auto& common = words.common;
    return words::fill(common.labelled, common.labels[static_cast<std::size_t>(kind)], one_line(rule.title));
}

std::string noted_title(const words::Words& words, Kind kind, const Rule& rule) {
    const auto& common = words.common;
    return words::fill(common.noted, one_line(rule.title), common.notes[static_cast<std::size_t>(kind)]);
}

std::string client_line(const Speaker& speaker) {
    const auto& common = speaker.words.common;
    const auto name = one_line(speaker.plan.client_name);
    const auto id = one_line(speaker.plan.client_id);
    if (name.empty()) return id.empty() ? std::string() : words::fill(common.client_id, id);
    return id.empty() ? words::fill(common.client, name) : words::fill(common.client_with_id, name, id);
}

std::string call_line(const Clinic& clinic, const words::Words& words) {
    std::string contact;
    for (const auto& number : clinic.phone) join(contact, ", ", one_line(number));
    for (const auto* text : {&clinic.email, &clinic.url}) join(contact, ", ", one_line(*text));
    return contact.empty() ? std::string(words.common.call_blank) : words::fill(words.common.call, contact);
}

std::string emergency_line(const Clinic& clinic, const words::Words& words) {
    std::string all;
    for (const auto& number : clinic.emergency) join(all, ", ", one_line(number));
    return all.empty() ? std::string(words.common.emergency_services) : words::fill(words.common.emergency_call, all);
}

std::string day_line(const Protocol& protocol, const words::Words& words) {
    return words::fill(words.common.day_of_session, protocol.told_day(0));
}

std::string rules_line(const Protocol& protocol, const words::Words& words) {
    const auto fingerprint = std::string_view(protocol.fingerprint).substr(0, short_fingerprint);
    if (protocol.id.empty()) return words::fill(words.common.rules_unnamed, fingerprint);
    return words::fill(words.common.rules, one_line(protocol.id), one_line(protocol.version), fingerprint);
}

std::string reviewed_line(const Protocol& protocol, const words::Words& words) {
    const auto& screen = words.screen;
    if (protocol.reviewed_by.empty()) return std::string(screen.not_reviewed);
    const auto by = one_line(protocol.reviewed_by);
    if (!protocol.reviewed) return words::fill(screen.reviewed_by, by);
    return words::fill(screen.reviewed_by_on, by, day_month_year(*protocol.reviewed, words));
}

std::string not_started_line(const Speaker& speaker, Date day) {
    const auto& words = speaker.words;
    const auto first = speaker.plan.sessions.front();
    return words::fill(words.common.not_started, long_date(day, words), long_date(first, words),
                       days_phrase(words, day_number(day, first)));
}

}  // namespace smpcare::say
