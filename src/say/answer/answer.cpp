#include "say/answer/answer.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"
#include "say/answer/call.hpp"
#include "say/answer/road.hpp"
#include "say/dates.hpp"
#include "say/today.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

/// The rule file's own first line for what is partly allowed; "" where it has none or it would say "yes" too early.
std::string own_headline(const Speaker& speaker, const Answer& answer) {
    const auto is_barred = [](const ActivityAnswer& one) { return one.verdict >= Verdict::ask; };
    std::string found;
    for (const bool barred : {true, false})
        for (const auto& one : answer.activities) {
            const auto& headline = speaker.protocol().activities[one.activity].headline;
            if (found.empty() && is_barred(one) == barred) found = one_line(headline);
        }
    const auto yes = folded(speaker.words.answer.verdicts[static_cast<std::size_t>(Verdict::yes)]);
    const bool positive = answer.verdict > Verdict::yes && folded(found).starts_with(yes);
    return positive ? std::string() : found;
}

bool has_rule(const ActivityAnswer& one) { return !one.because.empty(); }

/// The name of the one thing that is allowed with care where all else is not; "" where there is none.
std::string only_allowed(const Speaker& speaker, const Answer& answer) {
    std::vector<std::string> names;
    for (const auto& one : answer.activities)
        if (one.verdict <= Verdict::limited && !one.provisional) names.push_back(row_name(speaker, one));
    return names.size() == 1 && answer.activities.size() > 1 ? names.front() : std::string();
}

/// Whether a `do` rule says how it is done on the day.
bool is_guided(const Answer& answer) {
    return std::any_of(answer.activities.begin(), answer.activities.end(), [&](const ActivityAnswer& one) {
        return std::any_of(one.also.begin(), one.also.end(),
                           [&](const RuleDays& rule) { return rule.kind == Kind::do_ && rule.covers(answer.from); });
    });
}

bool ends(const ActivityAnswer& one) { return one.road.empty() || one.road.back().kind != Kind::avoid; }

/// Whether a "no" would answer a question of which not all was understood, and that may ask the other way round.
bool is_stated(const Answer& answer) { return answer.verdict == Verdict::no && !answer.unknown.empty(); }

/// The first words about things.
std::string verdict_words(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto plain = std::string(texts.verdicts[static_cast<std::size_t>(answer.verdict)]);
    const auto any = [&](auto test) { return std::any_of(answer.activities.begin(), answer.activities.end(), test); };
    const auto all = [&](auto test) { return std::all_of(answer.activities.begin(), answer.activities.end(), test); };
    if (answer.verdict == Verdict::call) return call_words(speaker, answer);
    const bool one_thing = answer.found.size() < 2;
    const bool mixed = any([](const auto& one) { return one.verdict == Verdict::yes; }) &&
                       any([](const auto& one) { return one.verdict >= Verdict::ask; });
    if (answer.provisional && answer.verdict == Verdict::limited &&
        all([](const auto& one) { return one.provisional || one.verdict == Verdict::yes; }))
        return std::string(texts.provisional);
    const bool ruled = answer.unknown.empty() && any(has_rule);
    const bool own = mixed || (ruled && (answer.verdict == Verdict::limited || answer.verdict == Verdict::ask)) ||
                     (answer.verdict == Verdict::yes && is_guided(answer));
    if (own && one_thing)
        if (auto headline = own_headline(speaker, answer); !headline.empty()) return headline;
    if (mixed) return std::string(texts.partly);
    if (answer.verdict != Verdict::no) return plain;
    if (const auto name = only_allowed(speaker, answer); !name.empty() && answer.unknown.empty())
        return words::fill(texts.only, name);
    const bool for_ever = any([](const auto& one) { return !ends(one); });
    if (is_stated(answer)) return std::string(for_ever ? texts.avoid_never : texts.avoid);
    return for_ever ? std::string(texts.no_never) : plain;
}

/// "Thu 26 Nov, day 4 after your session"
std::string day_words(const Speaker& speaker, Date date) {
    const auto& words = speaker.words;
    const auto& texts = words.answer;
    const auto& sessions = speaker.plan.sessions;
    if (sessions.empty() || date < sessions.front()) return long_date(date, words);
    const auto after = std::upper_bound(sessions.begin(), sessions.end(), date);
    const auto day = date_near(date, *std::prev(after), words);
    const int number = speaker.protocol().told_day(day_number(*std::prev(after), date));
    const auto session = after - sessions.begin();
    if (const int first = speaker.protocol().told_day(0); first != 0)
        return sessions.size() == 1 ? words::fill(texts.counted_day, day, number, first)
                                    : words::fill(texts.counted_days, day, number, first, session);
    return sessions.size() == 1 ? words::fill(texts.after_session, day, number)
                                : words::fill(texts.after_sessions, day, number, session);
}

constexpr std::size_t longest_capitals = 40;

/// Short first words stand out by their capitals, without any colour.
std::string at_the_top(std::string first) {
    const auto upper = [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    if (first.size() <= longest_capitals) std::transform(first.begin(), first.end(), first.begin(), upper);
    return first;
}

constexpr int longest_echo = 60;  // columns

/// What somebody typed, as far as it helps to see that it was understood.
std::string asked_words(std::string_view typed) { return cut_end(one_line(typed), longest_echo, "..."); }

std::string list_of(const std::vector<std::string>& texts) { return asked_words(joined(texts, ", ")); }

std::vector<std::string> each_once(std::vector<std::string> words) {
    for (auto word = words.begin(); word != words.end(); ++word)
        words.erase(std::remove(word + 1, words.end(), *word), words.end());
    return words;
}

std::string headline_of(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto first = at_the_top(verdict_words(speaker, answer));
    const auto about = is_stated(answer) ? list_of(each_once(answer.found)) : asked_words(answer.about);
    if (speaker.plan.sessions.empty()) return words::fill(texts.on_no_day, first, about);
    if (answer.from == answer.to) return words::fill(texts.on_day, first, about, day_words(speaker, answer.from));
    return words::fill(texts.on_days, first, about, long_date(answer.from, speaker.words),
                       long_date(answer.to, speaker.words));
}

void add_unknown(std::vector<std::string>& notes, const Speaker& speaker, const Answer& answer) {
    if (answer.unknown.empty() || (answer.found.empty() && !answer.slips.empty())) return;
    const auto& texts = speaker.words.answer;
    auto unknown = each_once(answer.unknown);
    if (is_stated(answer))
        std::erase_if(unknown, [&](const std::string& word) {
            return std::find(answer.turning.begin(), answer.turning.end(), word) != answer.turning.end();
        });
    if (unknown.empty()) return;
    notes.push_back(answer.found.empty()
                        ? words::fill(texts.not_understood, list_of(unknown))
                        : words::fill(texts.understood_not, list_of(each_once(answer.found)), list_of(unknown)));
}

/// What it costs to follow the answer, and what that gains.
std::string gain_of(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto help = help_of(answer).value_or(Help::practitioner);
    if (answer.verdict < Verdict::limited || (answer.verdict == Verdict::call && help == Help::emergency)) return {};
    if (answer.verdict == Verdict::call && help == Help::doctor) return std::string(texts.gain_doctor);
    const bool never =
        answer.verdict == Verdict::no && std::any_of(answer.activities.begin(), answer.activities.end(),
                                                     [](const ActivityAnswer& one) { return !ends(one); });
    if (never) return std::string(texts.gain_never);
    return std::string(
        texts.gain[static_cast<std::size_t>(answer.verdict) - static_cast<std::size_t>(Verdict::limited)]);
}

/// What is known of the days, and of sessions to come.
std::string days_line(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    if (answer.from < speaker.plan.sessions.front())
        return words::fill(texts.before_first, long_date(speaker.plan.sessions.front(), speaker.words));
    const auto published = [&](const Reason& one) { return speaker.rule(one.rule).evidence != Evidence::custom; };
    const auto is_published = [&](const ActivityAnswer& one) {
        return std::any_of(one.because.begin(), one.because.end(), published);
    };
    std::string line;
    if (std::any_of(answer.activities.begin(), answer.activities.end(), is_published)) line = texts.clinics_say;
    const auto& once_more = line.empty() ? texts.new_session : texts.restarts_them;
    join(line, " ", speaker.plan.more_sessions == Truth::yes ? texts.more_sessions : once_more);
    return line;
}

}  // namespace

AnswerTold told(const Speaker& speaker, const Answer& answer) {
    AnswerTold told;
    told.headline = headline_of(speaker, answer);
    for (const auto& sign : answer.signs) add_sign_rows(told.rows, speaker, answer, sign);
    add_activity_rows(told.rows, speaker, answer);
    if (answer.activities.empty())
        add_urgent_rows(told.rows, speaker, answer, help_of(answer).value_or(Help::practitioner));
    auto reasons = reasons_of(speaker, answer);
    const bool begun = !speaker.plan.sessions.empty();
    const auto labelled = [&](const std::string& why) {
        return why.empty() ? why : words::fill(speaker.words.answer.why, why);
    };
    told.why_of_rows = labelled(reasons.why);
    join(reasons.why, " ", reasons.of_things);
    told.why = labelled(reasons.why);
    if (begun) told.gain = gain_of(speaker, answer);
    told.how = std::move(reasons.how);
    told.whys = std::move(reasons.all);
    add_unknown(told.notes, speaker, answer);
    for (auto& line : also_lines(speaker, answer)) told.notes.push_back(std::move(line));
    if (begun && !answer.activities.empty()) told.days = days_line(speaker, answer);
    // A line of its own for so few words is taken from what matters.
    join(told.days.empty() ? told.gain : told.days, " ", speaker.words.answer.not_advice);
    told.call = call_line(speaker, answer);
    return told;
}

std::string answer_line(const Speaker& speaker, const Answer& answer, int columns) {
    const auto& texts = speaker.words.answer;
    std::optional<Date> free;
    bool never = answer.activities.empty() || answer.verdict < Verdict::limited || answer.verdict == Verdict::call ||
                 !answer.unknown.empty();
    for (const auto& one : answer.activities) {
        never = never || !one.free_from;
        if (one.free_from && (!free || *one.free_from > *free)) free = one.free_from;
    }
    const auto first = verdict_words(speaker, answer);
    const auto about = is_stated(answer) ? list_of(each_once(answer.found)) : asked_words(answer.about);
    auto line = never || !free
                    ? words::fill(texts.line, first, about)
                    : words::fill(texts.line_free, first, about, date_near(*free, answer.from, speaker.words));
    if (display_width(line) > columns) line = words::fill(texts.line, first, about);
    if (display_width(line) <= columns) return line;
    return std::string(prefix_of_width(line, columns - 3)) + "...";
}

std::vector<std::string> nothing_said(const Protocol& protocol, const words::Words& words, std::string_view phrase,
                                      const std::vector<std::string>& near, bool of_sign) {
    const auto& texts = words.answer;
    std::vector<std::string> lines;
    const auto& clinic = protocol.clinic;
    const auto number = clinic.emergency.empty()
                            ? std::string(words.today.whom[static_cast<std::size_t>(Help::emergency)])
                            : emergency_number(clinic, words);
    if (of_sign) lines.push_back(words::fill(texts.very_ill, number));
    lines.push_back(words::fill(of_sign ? texts.nothing_said_sign : texts.nothing_said, asked_words(phrase)));
    lines.emplace_back(texts.prescribed_goes_on);
    if (near.size() == 1) lines.push_back(words::fill(texts.near, one_line(near.front())));
    lines.push_back(not_sure_line(clinic, words));
    return lines;
}

}  // namespace smpcare::say
