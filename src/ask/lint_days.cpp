#include "ask/lints.hpp"

#include "base/stretch.hpp"

#include <smpcare/diagnostics.hpp>

#include <algorithm>

namespace smpcare::ask {

namespace {

/// Days after one session alone stand here as dates after the calendar's start.
constexpr Date session = first_date;

bool shares(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// Whether both rules can apply to one client, and are counted so that their days can be compared.
bool can_meet(const Rule& a, const Rule& b) { return !shares(a.when, b.unless) && !shares(b.when, a.unless); }

/// Not allowed without a clear yes.
bool bans(const Rule& rule) { return rule.kind == Kind::avoid || rule.kind == Kind::ask; }

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

/// The last day before `start` on which a rule bans the activity; nothing where none does.
std::optional<Date> last_ban_before(const Protocol& protocol, const Rule& to_do, std::size_t activity, Date start) {
    std::optional<Date> last;
    for (const Rule& rule : protocol.rules) {
        if (!bans(rule) || never(rule) || !shares(rule.activities, {activity}) || !can_meet(to_do, rule)) continue;
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

}  // namespace

void find_do_meets_ban(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& to_do : protocol.rules) {
        if (to_do.kind != Kind::do_ || never(to_do)) continue;
        for (const Rule& to_avoid : protocol.rules) {
            if (!bans(to_avoid) || never(to_avoid) || !can_meet(to_do, to_avoid)) continue;
            const auto both = std::find_first_of(to_do.activities.begin(), to_do.activities.end(),
                                                 to_avoid.activities.begin(), to_avoid.activities.end());
            const Stretch doing = days_of(protocol, to_do, false), avoiding = days_of(protocol, to_avoid, false);
            if (both == to_do.activities.end() || !overlap(doing, avoiding)) continue;
            const Stretch days{std::max(doing.start, avoiding.start), std::min(doing.end, avoiding.end), 0};
            found.warning(to_avoid.kind == Kind::ask ? Code::do_meets_ask : Code::do_meets_avoid, to_do.span,
                          {to_do.id, to_avoid.id, protocol.activities[*both].id, told(days)});
        }
    }
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

namespace {

/// Whether nothing that is known of a client can take `rule` from a plan in which `other` stands.
bool holds_beside(const Rule& rule, const Rule& other) {
    const auto also = [&](std::size_t fact) {
        return std::find(other.when.begin(), other.when.end(), fact) != other.when.end();
    };
    return rule.unless.empty() && rule.relevant_to.empty() && std::all_of(rule.when.begin(), rule.when.end(), also);
}

/// What of the rule's own days is left for the activity by the stricter rules, the first of which `by` becomes.
std::vector<Stretch> days_left(const Protocol& protocol, const Rule& rule, std::size_t activity, const Rule*& by) {
    std::vector<Stretch> stricter;
    for (const Rule& other : protocol.rules) {
        if (other.kind >= rule.kind || never(other) || !shares(other.activities, {activity})) continue;
        if (!holds_beside(other, rule)) continue;
        stricter.push_back(days_of(protocol, other, false));
        if (by == nullptr) by = &other;
    }
    return without({days_of(protocol, rule, true)}, merged(std::move(stricter), Joining::touching));
}

}  // namespace

void find_hidden_rules(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules) {
        if ((rule.kind != Kind::ask && rule.kind != Kind::limit) || never(rule) || rule.activities.empty()) continue;
        const Rule* by = nullptr;
        const bool hidden = std::all_of(rule.activities.begin(), rule.activities.end(), [&](std::size_t activity) {
            return days_left(protocol, rule, activity, by).empty();
        });
        if (hidden) found.warning(Code::rule_hidden, rule.span, {rule.id, by->id});
    }
}

/// Of two bans of like activities the longer one holds, and the other's end is read by nobody.
void find_differing_bans(const Protocol& protocol, Diagnostics& found) {
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) {
        const Rule& first = protocol.rules[i];
        if (first.kind != Kind::avoid || never(first) || first.activities.empty()) continue;
        for (std::size_t j = i + 1; j < protocol.rules.size(); ++j) {
            const Rule& second = protocol.rules[j];
            if (second.kind != Kind::avoid || never(second) || second.through == first.through) continue;
            if (!holds_beside(first, second) || !holds_beside(second, first)) continue;
            const auto both = std::find_first_of(first.activities.begin(), first.activities.end(),
                                                 second.activities.begin(), second.activities.end());
            if (both == first.activities.end()) continue;
            found.warning(Code::bans_differ, second.span, {second.id, first.id, protocol.activities[*both].id});
        }
    }
}

namespace {

/// Whether any rule but `rule` speaks of the activity on `day`.
bool is_spoken_of(const Protocol& protocol, const Rule& rule, std::size_t activity, Date day) {
    return std::any_of(protocol.rules.begin(), protocol.rules.end(), [&](const Rule& other) {
        return &other != &rule && !never(other) && shares(other.activities, {activity}) &&
               covers(days_of(protocol, other, true), day);
    });
}

}  // namespace

void find_silent_ends(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules) {
        if (rule.kind != Kind::avoid || never(rule) || !rule.through) continue;
        const Date day = days_of(protocol, rule, true).end + Days{1};
        std::vector<std::size_t> silent;
        for (const auto activity : rule.activities)
            if (!is_spoken_of(protocol, rule, activity, day)) silent.push_back(activity);
        // Where as many go free, the rule that follows was meant for the others alone.
        if (2 * silent.size() >= rule.activities.size()) continue;
        for (const auto activity : silent)
            found.warning(Code::end_silent, rule.span,
                          {rule.id, protocol.activities[activity].id, day_number(session, day)});
    }
}

void find_sign_gaps(const Protocol& protocol, Diagnostics& found) {
    for (std::size_t sign = 0; sign < protocol.signs.size(); ++sign) {
        std::vector<Stretch> told_of;
        for (const Rule& rule : protocol.rules)
            if (!never(rule) && shares(rule.signs, {sign})) told_of.push_back(days_of(protocol, rule, false));
        told_of = merged(std::move(told_of), Joining::touching);
        for (std::size_t i = 1; i < told_of.size(); ++i)
            found.warning(
                Code::sign_gap, protocol.signs[sign].span,
                {protocol.signs[sign].id, told({told_of[i - 1].end + Days{1}, told_of[i].start - Days{1}, 0})});
    }
}

}  // namespace smpcare::ask
