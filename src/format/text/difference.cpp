#include "format/text/difference.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"
#include "say/phrases.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace smpcare::format {

namespace {

using Lines = std::vector<std::string>;
using words::Words;

bool has(const Difference& difference, Head head) {
    return std::find(difference.heads.begin(), difference.heads.end(), head) != difference.heads.end();
}

template <class All>
All only_in(const All& all, const All& others) {
    All left;
    for (const auto& one : all)
        if (std::find(others.begin(), others.end(), one) == others.end()) left.push_back(one);
    return left;
}

std::string client_name(const RecordedPlan& plan, const Words& words) {
    const auto name = one_line(plan.client_name), id = one_line(plan.client_id);
    if (name.empty()) return id.empty() ? std::string(words.diff.nameless) : id;
    return id.empty() ? name : words::fill(words.common.noted, name, id);
}

void tell_client(const Difference& difference, const Words& words, Lines& lines) {
    lines.push_back(
        words::fill(words.diff.client, client_name(difference.now, words), client_name(difference.was, words)));
}

std::string dates_text(const std::vector<Date>& dates, const Words& words) {
    return joined(dates, words.diff.separator, [&](Date day) { return say::short_date(day, words); });
}

void tell_sessions(const Difference& difference, const Words& words, Lines& lines) {
    const auto& texts = words.diff;
    const auto &now = difference.now.sessions, &was = difference.was.sessions;
    const auto added = only_in(now, was), taken = only_in(was, now);
    if (taken.empty())
        lines.push_back(words::fill(texts.added, dates_text(added, words)));
    else if (added.empty())
        lines.push_back(words::fill(texts.taken, dates_text(taken, words)));
    else
        lines.push_back(words::fill(now.size() == 1 && was.size() == 1 ? texts.moved_session : texts.moved_sessions,
                                    dates_text(now, words), dates_text(was, words)));
}

void tell_protocol(const Difference& difference, const Words& words, Lines& lines) {
    const auto named = [&](const RecordedPlan& plan) {
        return words::fill(words.common.noted, one_line(plan.title), one_line(plan.protocol));
    };
    lines.push_back(words::fill(words.diff.rules, named(difference.now), named(difference.was)));
}

void tell_version(const Difference& difference, const Words& words, Lines& lines) {
    // Other rules have a version of their own.
    if (has(difference, Head::protocol)) return;
    lines.push_back(
        words::fill(words.diff.version, one_line(difference.now.version), one_line(difference.was.version)));
}

void tell_clinic(const Difference&, const Words& words, Lines& lines) { lines.emplace_back(words.diff.clinic); }

void tell_day_one(const Difference& difference, const Words& words, Lines& lines) {
    lines.emplace_back(difference.now.day_one ? words.diff.day_one : words.diff.no_day_one);
}

/// What was freed below a floor is told at the end of every page.
void tell_notices(const Difference& difference, const Words& words, Lines& lines) {
    const auto &now = difference.now, &was = difference.was;
    for (const auto& line : only_in(now.notices, was.notices))
        lines.push_back(words::fill(words.diff.noted, one_line(line)));
    for (const auto& line : only_in(was.notices, now.notices))
        lines.push_back(words::fill(words.diff.no_longer_noted, one_line(line)));
    for (const auto& line : only_in(was.floors, now.floors))
        lines.push_back(words::fill(words.diff.no_longer_noted, one_line(line)));
    if (!only_in(now.floors, was.floors).empty()) lines.emplace_back(words.diff.floors);
}

void tell_labels(const Difference& difference, const Words& words, Lines& lines) {
    const auto text_of = [&](const RecordedPlan& plan) {
        const auto text = joined(plan.labels, words.common.separator, [&](const auto& label) {
            return words::fill(words.common.labelled, one_line(label.first), one_line(label.second));
        });
        return text.empty() ? std::string(words.diff.nothing) : text;
    };
    lines.push_back(words::fill(words.diff.labels, text_of(difference.now), text_of(difference.was)));
}

/// Ends that are no longer sure, whether the number of sessions or a fact says so.
void tell_planned(const Difference& difference, const Words& words, Lines& lines) {
    const auto turned = [&](bool now) {
        return std::any_of(difference.rules.begin(), difference.rules.end(),
                           [now](const RuleDifference& rule) { return turned_provisional(rule) == now; });
    };
    if (turned(true)) lines.emplace_back(words.diff.unsure);
    if (turned(false)) lines.emplace_back(words.diff.sure);
    if (has(difference, Head::planned) && !turned(true) && !turned(false)) lines.emplace_back(words.diff.planned);
}

bool is_shifted(const std::vector<Window>& now, const std::vector<Window>& was, Days days) {
    const auto moved = [days](std::optional<Date> day) { return day ? std::optional(*day + days) : day; };
    return std::equal(now.begin(), now.end(), was.begin(), was.end(), [&](const Window& to, const Window& from) {
        return to.start == from.start + days && to.end == moved(from.end) && to.target == moved(from.target);
    });
}

/// By how many days sessions and rules moved together; 0 where they did not.
int shift_of(const Difference& difference) {
    const auto &now = difference.now.sessions, &was = difference.was.sessions;
    const Days days = now.front() - was.front();
    const bool sessions = std::equal(now.begin(), now.end(), was.begin(), was.end(),
                                     [days](Date to, Date from) { return to == from + days; });
    const bool rules = std::all_of(difference.rules.begin(), difference.rules.end(), [&](const RuleDifference& rule) {
        return rule.parts.empty() && is_shifted(rule.now, rule.was, days);
    });
    return sessions && rules && !difference.rules.empty() ? static_cast<int>(days.count()) : 0;
}

void tell_rules(const Difference& difference, const Words& words, Lines& lines) {
    if (const int days = shift_of(difference); days != 0) {
        lines.push_back(
            words::fill(days > 0 ? words.diff.later : words.diff.earlier, say::days_phrase(words, std::abs(days))));
        return;
    }
    std::set<std::string_view> rules;
    for (const auto& rule : difference.rules) rules.insert(rule.rule);
    if (rules.size() == 1) lines.emplace_back(words.diff.one_rule);
    if (rules.size() > 1) lines.push_back(words::fill(words.diff.rules_changed, rules.size()));
}

struct HeadTeller {
    Head head;
    void (*tell)(const Difference& difference, const Words& words, Lines& lines);
};

constexpr HeadTeller first_tellers[] = {{Head::client, tell_client}, {Head::sessions, tell_sessions}};
constexpr HeadTeller tellers[] = {{Head::protocol, tell_protocol}, {Head::version, tell_version},
                                  {Head::clinic, tell_clinic},     {Head::day_one, tell_day_one},
                                  {Head::notices, tell_notices},   {Head::labels, tell_labels}};

}  // namespace

std::optional<bool> turned_provisional(const RuleDifference& rule) {
    for (const auto& part : rule.parts)
        if (part.part == Part::provisional) return std::get<bool>(part.now);
    return std::nullopt;
}

std::vector<std::string> what_happened(const Difference& difference, const words::Words& words) {
    Lines lines;
    for (const auto& [head, tell] : first_tellers)
        if (has(difference, head)) tell(difference, words, lines);
    tell_planned(difference, words, lines);
    for (const auto& [head, tell] : tellers)
        if (has(difference, head)) tell(difference, words, lines);
    tell_rules(difference, words, lines);
    if (lines.empty()) lines.emplace_back(difference.any() ? words.diff.fingerprint : words.diff.same);
    return lines;
}

}  // namespace smpcare::format
