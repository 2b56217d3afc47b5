#include "protocol/resolve/floors.hpp"

#include "base/text.hpp"
#include "protocol/resolve/windows.hpp"

#include <algorithm>
#include <array>

namespace smpcare::protocol {
namespace {

bool leans(const Boundary& boundary) {
    return boundary.base == Boundary::Base::after || boundary.base == Boundary::Base::before;
}

std::string day_or_open(std::optional<int> day) { return day ? std::to_string(*day) : "open"; }

/// One end of one rule's window, and its day before and after a layer.
struct MovedEnd {
    Field field;
    std::optional<int> was, now;
};

void note_moved_end(RuleDraft& rule, const Directory& rules, const MovedEnd& moved) {
    const auto& declared = moved.field == Field::from ? rule.from : rule.through;
    if (!declared.value || !leans(declared.value->boundary) || moved.was == moved.now) return;
    const auto& [boundary, rule_span] = *declared.value;
    const auto behind = rules.find(boundary.rule, rule_span);
    if (!behind) return;  // a fault, told where windows are resolved
    const auto end = boundary.base == Boundary::Base::after ? Field::through : Field::from;
    rule.overridden.changes.push_back(
        {moved.field, day_or_open(moved.was), day_or_open(moved.now), {Cause::Kind::leaned_on, {}, *behind, end}, {}});
}

/// Days up to the floor that are free now, but not because the rule's own file left them free.
std::vector<int> freed_days(const Rule& rule, const RuleDays& own) {
    std::vector<int> freed;
    if (!rule.floor) return freed;
    const RuleDays now{rule.from, rule.through, rule.floor};
    const bool never = rule.dropped || rule.vanished;
    for (int day = 0; day <= *rule.floor; ++day) {
        const bool free_before = own.floor && day <= *own.floor && !own.covers(day);
        if ((never || !now.covers(day)) && !free_before) freed.push_back(day);
    }
    return freed;
}

/// `0, 6-7`
std::string ranges(const std::vector<int>& days) {
    std::string made;
    for (std::size_t first = 0, last = 0; first < days.size(); first = ++last) {
        while (last + 1 < days.size() && days[last + 1] == days[last] + 1) ++last;
        join(made, ", ", first == last ? std::to_string(days[first]) : smpcare::fill("{}-{}", days[first], days[last]));
    }
    return made;
}

/// `(guide:4, hibrow)`
Arg cited(const Protocol& protocol, const Rule& rule) {
    if (rule.sources.empty()) return Term::no_source;
    const auto text_of = [&](const auto& citation) {
        const auto& [source, section] = citation;
        return protocol.sources[source].id + (section.empty() ? "" : ':' + section);
    };
    return '(' + joined(rule.sources, ", ", text_of) + ')';
}

}  // namespace

std::vector<RuleDays> days_of(const Draft& draft) {
    Diagnostics ignored;
    const auto rules = rule_directory(draft, ignored);
    Protocol bare;
    for (const auto& rule : draft.rules) bare.rules.emplace_back().id = rule.id.or_else({});
    resolve_windows(draft, rules, bare, ignored);
    std::vector<RuleDays> days;
    days.reserve(bare.rules.size());
    for (std::size_t i = 0; i < bare.rules.size(); ++i)
        days.push_back({bare.rules[i].from, bare.rules[i].through, draft.rules[i].floor.value});
    return days;
}

Overridden::Last cause_of(const Draft& draft, const Protocol& protocol, const Directory& rules, std::size_t rule) {
    auto cause = draft.rules[rule].overridden.window;
    std::vector<std::size_t> path{rule};
    for (std::size_t next = 0; next < path.size(); ++next) {
        const auto& at = protocol.rules[path[next]];
        for (const auto* const end : {&at.declared_from, &at.declared_through}) {
            if (!leans(*end)) continue;
            const auto other = rules.find(end->rule, {});
            if (!other || std::find(path.begin(), path.end(), *other) != path.end()) continue;
            path.push_back(*other);
            const auto& behind = draft.rules[*other].overridden.window;
            if (behind.layer > cause.layer) cause = behind;
        }
    }
    return cause;
}

void note_moved(const std::vector<RuleDays>& before, Draft& draft) {
    const auto after = days_of(draft);
    Diagnostics ignored;
    const auto rules = rule_directory(draft, ignored);
    for (std::size_t i = 0; i < after.size(); ++i) {
        auto& rule = draft.rules[i];
        if (rule.overridden.dropped) continue;
        note_moved_end(rule, rules, {Field::from, before[i].from, after[i].from});
        note_moved_end(rule, rules, {Field::through, before[i].through, after[i].through});
    }
}

void check_floors(const Draft& draft, const std::vector<RuleDays>& own, const Directory& rules, Protocol& protocol,
                  Diagnostics& found) {
    for (std::size_t i = 0; i < own.size(); ++i) {
        auto& rule = protocol.rules[i];
        if (rule.changes.empty()) continue;
        const auto freed = freed_days(rule, own[i]);
        if (freed.empty()) continue;
        const auto cause = cause_of(draft, protocol, rules, i);
        const auto& [changes, dropped, window, accepted, reason] = draft.rules[i].overridden;
        const auto floor = *rule.floor;
        // What was accepted in one layer says nothing of what a higher one frees.
        if (accepted.layer == 0 || accepted.layer < cause.layer) {
            found.error(Code::below_floor, cause.span, {rule.id, ranges(freed), floor, cited(protocol, rule)});
            continue;
        }
        rule.below_floor = true;
        protocol.notices.push_back(
            {Severity::notice, Code::floor_accepted, accepted.span, {rule.title, ranges(freed), floor, reason}, {}});
    }
}

}  // namespace smpcare::protocol
