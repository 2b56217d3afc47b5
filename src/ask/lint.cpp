#include "ask/lints.hpp"

#include "base/civil.hpp"

#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare {
namespace ask {
namespace {

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
    find_do_meets_ban, find_gap_after_ban,   find_hidden_rules, find_differing_bans, find_silent_ends,
    find_sign_gaps,    find_idle_activities, find_unused,       find_unasked_signs,  find_unasked_rules,
    find_wide_words,   find_high_floors,     find_sourceless,   find_idle_overrides, find_idle_tests,
};

}  // namespace
}  // namespace ask

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
    for (const auto& find : ask::lints) find(protocol, found);
    found.sort_by_place();
    return found.all();
}

}  // namespace smpcare
