#include "say/answer.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"
#include "say/answer_road.hpp"
#include "say/dates.hpp"
#include "say/today.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

/// The emergency numbers, or what to call in general.
std::string emergency_number(const Clinic& clinic, const words::Words& words) {
    const auto numbers = joined(clinic.emergency, ", ", [](const std::string& number) { return one_line(number); });
    return numbers.empty() ? std::string(words.answer.emergency) : numbers;
}

/// The most urgent help that a sign asks for.
std::optional<Help> help_of(const Answer& answer) {
    std::optional<Help> most;
    for (const auto& sign : answer.signs)
        if (sign.help && (!most || *sign.help > *most)) most = sign.help;
    return most;
}

std::string call_words(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto& clinic = speaker.protocol().clinic;
    const Help help = help_of(answer).value_or(Help::practitioner);
    const auto call = help == Help::emergency && !clinic.emergency.empty()
                          ? words::fill(texts.call_number, emergency_number(clinic, speaker.words))
                          : std::string(texts.call[static_cast<std::size_t>(help)]);
    const bool by_slip = answer.signs.size() == answer.slips.size() && !answer.slips.empty();
    if (!by_slip) return call;
    const auto title = one_line(speaker.protocol().signs[answer.slips.front()].title);
    const auto lowered = [](const std::string& text) { return ascii_lower(text.substr(0, 1)) + text.substr(1); };
    return words::fill(texts.slip, lowered(title), lowered(call));
}

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

/// Whether a `do` rule says how it is done on the day.
bool is_guided(const Answer& answer) {
    return std::any_of(answer.activities.begin(), answer.activities.end(), [&](const ActivityAnswer& one) {
        return std::any_of(one.also.begin(), one.also.end(),
                           [&](const RuleDays& rule) { return rule.kind == Kind::do_ && rule.covers(answer.from); });
    });
}

bool ends(const ActivityAnswer& one) { return one.road.empty() || one.road.back().kind != Kind::avoid; }

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
    const bool for_ever = answer.verdict == Verdict::no && any([](const auto& one) { return !ends(one); });
    return for_ever ? std::string(texts.no_never) : plain;
}

/// "Thursday 26 November 2026, day 4"
std::string day_words(const Speaker& speaker, Date date) {
    const auto& words = speaker.words;
    const auto day = long_date(date, words);
    const auto& sessions = speaker.plan.sessions;
    if (sessions.empty() || date < sessions.front()) return day;
    const auto after = std::upper_bound(sessions.begin(), sessions.end(), date);
    const int number = speaker.protocol().told_day(day_number(*std::prev(after), date));
    if (sessions.size() == 1) return words::fill(words.today.day, day, number);
    return words::fill(words.today.session_day, day, after - sessions.begin(), number);
}

std::string headline_of(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto first = verdict_words(speaker, answer);
    const auto about = one_line(answer.about);
    if (speaker.plan.sessions.empty()) return words::fill(texts.on_no_day, first, about);
    if (answer.from == answer.to) return words::fill(texts.on_day, first, about, day_words(speaker, answer.from));
    return words::fill(texts.on_days, first, about, long_date(answer.from, speaker.words),
                       long_date(answer.to, speaker.words));
}

std::string list_of(const std::vector<std::string>& texts) {
    return joined(texts, ", ", [](const std::string& text) { return one_line(text); });
}

void add_unknown(std::vector<std::string>& notes, const Speaker& speaker, const Answer& answer) {
    if (answer.unknown.empty() || (answer.found.empty() && !answer.slips.empty())) return;
    const auto& texts = speaker.words.answer;
    notes.push_back(answer.found.empty()
                        ? words::fill(texts.not_understood, list_of(answer.unknown))
                        : words::fill(texts.understood_not, list_of(answer.found), list_of(answer.unknown)));
}

void add_sessions(std::vector<std::string>& notes, const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto& sessions = speaker.plan.sessions;
    if (!sessions.empty() && answer.from < sessions.front())
        notes.push_back(words::fill(texts.before_first, long_date(sessions.front(), speaker.words)));
    else if (!sessions.empty() && !answer.activities.empty())
        notes.emplace_back(speaker.plan.more_sessions == Truth::yes ? texts.more_sessions : texts.new_session);
    const auto published = [&](const Reason& one) { return speaker.rule(one.rule).evidence != Evidence::custom; };
    const auto is_published = [&](const ActivityAnswer& one) {
        return std::any_of(one.because.begin(), one.because.end(), published);
    };
    const bool begun = !sessions.empty() && sessions.front() <= answer.from;
    if (begun && std::any_of(answer.activities.begin(), answer.activities.end(), is_published))
        join(notes.back(), " ", texts.clinics_say);
    if (notes.empty() || sessions.empty() || answer.activities.empty())
        notes.emplace_back(texts.not_advice);
    else
        join(notes.back(), " ", texts.not_advice);
}

/// Who is to see a doctor is not sent to the practitioner first.
std::string call_line(const Speaker& speaker, const Answer& answer) {
    const auto& clinic = speaker.protocol().clinic;
    const auto& texts = speaker.words.answer;
    const auto help = help_of(answer).value_or(Help::practitioner);
    if (help == Help::practitioner) return not_sure_line(clinic, speaker.words);
    return words::fill(help == Help::doctor ? texts.no_doctor : texts.in_emergency,
                       emergency_number(clinic, speaker.words));
}

}  // namespace

AnswerTold told(const Speaker& speaker, const Answer& answer) {
    AnswerTold told;
    told.headline = headline_of(speaker, answer);
    for (const auto& sign : answer.signs) add_sign_rows(told.rows, speaker, answer, sign);
    add_activity_rows(told.rows, speaker, answer);
    auto reasons = reasons_of(speaker, answer);
    told.why = std::move(reasons.why);
    told.detail = std::move(reasons.detail);
    told.whys = std::move(reasons.all);
    add_unknown(told.notes, speaker, answer);
    if (auto line = meanwhile_line(speaker, answer); !line.empty()) told.notes.push_back(std::move(line));
    add_sessions(told.notes, speaker, answer);
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
    const auto about = one_line(answer.about);
    auto line = never || !free
                    ? words::fill(texts.line, first, about)
                    : words::fill(texts.line_free, first, about, date_near(*free, answer.from, speaker.words));
    if (display_width(line) > columns) line = words::fill(texts.line, first, about);
    if (display_width(line) <= columns) return line;
    return std::string(prefix_of_width(line, columns - 3)) + "...";
}

std::string not_sure_line(const Clinic& clinic, const words::Words& words) {
    auto whom = joined(clinic.phone, ", ", [](const std::string& number) { return one_line(number); });
    if (whom.empty()) whom = one_line(clinic.email.empty() ? clinic.url : clinic.email);
    if (whom.empty()) whom = words.today.write_here.substr(0, 12);
    return words::fill(words.answer.not_sure, whom, emergency_number(clinic, words));
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
    lines.push_back(words::fill(of_sign ? texts.nothing_said_sign : texts.nothing_said, one_line(phrase)));
    lines.emplace_back(texts.prescribed_goes_on);
    if (near.size() == 1) lines.push_back(words::fill(texts.near, one_line(near.front())));
    lines.push_back(not_sure_line(clinic, words));
    return lines;
}

}  // namespace smpcare::say
