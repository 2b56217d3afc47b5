#include <smpcare/ask.hpp>

#include "base/stretch.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace smpcare {

namespace {

constexpr std::size_t widest_word = 4;

/// Days after one session alone stand here as dates after the calendar's start.
constexpr Date session = first_date;

bool shares(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// Whether both rules can apply to one client, and are counted so that their days can be compared.
bool can_meet(const Rule& a, const Rule& b) { return !shares(a.when, b.unless) && !shares(b.when, a.unless); }

bool never(const Rule& rule) { return rule.dropped || rule.vanished; }

/// The rule's days after one session; an `until` may hold it up to the event's last day.
Stretch days_of(const Protocol& protocol, const Rule& rule, bool with_tail) {
    Stretch days{session + Days{rule.from}, open_end, 0};
    if (!rule.through) return days;
    const int tail = with_tail && rule.until ? protocol.events[*rule.until].by : 0;
    days.end = session + Days{std::max(*rule.through, tail)};
    return days;
}

/// "day 4", "days 4 to 6"
Arg told(const Stretch& days) {
    const Arg first = day_number(session, days.start);
    if (days.start == days.end) return {Term::day, {first}};
    if (days.end == open_end) return {Term::day_on, {first}};
    return {Term::days, {first, day_number(session, days.end)}};
}

void find_do_meets_avoid(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& to_do : protocol.rules) {
        if (to_do.kind != Kind::do_ || never(to_do)) continue;
        for (const Rule& to_avoid : protocol.rules) {
            if (to_avoid.kind != Kind::avoid || never(to_avoid) || !can_meet(to_do, to_avoid)) continue;
            const auto both = std::find_first_of(to_do.activities.begin(), to_do.activities.end(),
                                                 to_avoid.activities.begin(), to_avoid.activities.end());
            const Stretch doing = days_of(protocol, to_do, false), avoiding = days_of(protocol, to_avoid, false);
            if (both == to_do.activities.end() || !overlap(doing, avoiding)) continue;
            const Stretch days{std::max(doing.start, avoiding.start), std::min(doing.end, avoiding.end), 0};
            found.warning(Code::do_meets_avoid, to_do.span,
                          {to_do.id, to_avoid.id, protocol.activities[*both].id, told(days)});
        }
    }
}

/// The last day before `start` on which a rule bans the activity; nothing where none does.
std::optional<Date> last_ban_before(const Protocol& protocol, const Rule& to_do, std::size_t activity, Date start) {
    std::optional<Date> last;
    for (const Rule& rule : protocol.rules) {
        if (rule.kind != Kind::avoid || never(rule) || !shares(rule.activities, {activity}) || !can_meet(to_do, rule))
            continue;
        const Stretch days = days_of(protocol, rule, true);
        if (days.start < start) last = std::max(last.value_or(days.end), days.end);
    }
    return last;
}

/// The first gap after a ban and before `to_do` in which no rule speaks of the activity.
std::vector<Stretch> silent_days(const Protocol& protocol, const Rule& to_do, std::size_t activity) {
    const Date start = session + Days{to_do.from};
    const auto ban = last_ban_before(protocol, to_do, activity, start);
    if (!ban || *ban + Days{1} >= start) return {};
    std::vector<Stretch> spoken;
    for (const Rule& rule : protocol.rules)
        if (!never(rule) && shares(rule.activities, {activity})) spoken.push_back(days_of(protocol, rule, true));
    return without({{*ban + Days{1}, start - Days{1}, 0}}, merged(std::move(spoken), Joining::touching));
}

void find_gap_after_ban(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules) {
        if (rule.kind != Kind::do_ || never(rule)) continue;
        for (const std::size_t activity : rule.activities)
            if (const auto silent = silent_days(protocol, rule, activity); !silent.empty())
                found.warning(Code::gap_after_ban, rule.span,
                              {rule.id, protocol.activities[activity].id, told(silent.front())});
    }
}

void find_idle_activities(const Protocol& protocol, Diagnostics& found) {
    std::vector<bool> used(protocol.activities.size(), false);
    for (const Rule& rule : protocol.rules)
        for (const std::size_t activity : rule.activities) used[activity] = true;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const Activity& activity = protocol.activities[i];
        if (!used[i]) found.warning(Code::activity_unused, activity.span, {activity.id});
        if (activity.words.empty()) found.warning(Code::activity_unasked, activity.span, {activity.id});
    }
}

void find_wide_words(const Protocol& protocol, Diagnostics& found) {
    std::map<std::string_view, std::vector<const Activity*>> by_word;
    for (const Activity& activity : protocol.activities)
        for (const std::string& word : activity.words) by_word[word].push_back(&activity);
    for (const auto& [word, activities] : by_word)
        if (activities.size() > widest_word)
            found.warning(Code::wide_word, activities.back()->span,
                          {std::string(word), activities.size(), widest_word});
}

Span span_of(const Rule& rule, Field field) {
    const auto origin = std::find_if(rule.origins.begin(), rule.origins.end(),
                                     [field](const Origin& one) { return one.field == field; });
    return origin == rule.origins.end() ? rule.span : origin->span;
}

bool written(const Rule& rule, Field field) {
    return std::any_of(rule.origins.begin(), rule.origins.end(),
                       [field](const Origin& one) { return one.field == field; });
}

void find_high_floors(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules)
        if (!never(rule) && !rule.below_floor && rule.floor && rule.through && *rule.floor > *rule.through)
            found.warning(Code::floor_above_default, span_of(rule, Field::floor),
                          {rule.id, *rule.floor, *rule.through});
}

void find_sourceless(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules) {
        const bool own_advice = rule.evidence == Evidence::custom && written(rule, Field::evidence);
        if (rule.sources.empty() && !own_advice) found.warning(Code::no_source, rule.span, {rule.id});
    }
}

void find_idle_overrides(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules)
        for (const ValueChange& change : rule.changes)
            if (change.from == change.to)
                found.warning(Code::idle_override, change.by.span, {name(change.field), rule.id, change.to});
}

void find_idle_tests(const Protocol& protocol, Diagnostics& found) {
    for (const RuleTest& test : protocol.tests)
        if (test.in_force.empty() && test.not_in_force.empty()) found.warning(Code::idle_test, test.span, {test.name});
}

constexpr void (*lints[])(const Protocol&, Diagnostics&) = {
    find_do_meets_avoid, find_gap_after_ban, find_idle_activities, find_wide_words,
    find_high_floors,    find_sourceless,    find_idle_overrides,  find_idle_tests,
};

}  // namespace

std::vector<Diagnostic> old_review(const Protocol& protocol, Date today) {
    if (!protocol.reviewed) return {};
    const auto next = date::year_month_day{*protocol.reviewed} + date::years{1};
    // Of 29 February the anniversary is the 28th.
    const Date anniversary = next.ok() ? Date{next} : Date{next.year() / next.month() / date::last};
    if (today < anniversary) return {};
    return {{Severity::notice, Code::review_old, {}, {*protocol.reviewed}, {}}};
}

std::vector<Diagnostic> lint(const Protocol& protocol, Date today) {
    Diagnostics found;
    for (const Diagnostic& old : old_review(protocol, today)) found.add(old);
    for (const auto& find : lints) find(protocol, found);
    found.sort_by_place();
    return found.all();
}

}  // namespace smpcare
