#include "protocol/resolve/checks.hpp"

#include "protocol/resolve/floors.hpp"

#include <algorithm>
#include <unordered_map>

namespace smpcare::protocol {
namespace {

void no_rule_twice(const Draft& draft, Diagnostics& found) {
    std::unordered_map<std::string_view, const Span*> first;
    for (const auto& rule : draft.rules) {
        if (!rule.id.value) continue;
        const auto [known, added] = first.emplace(*rule.id.value, &rule.id.span);
        if (!added) found.error(Code::duplicate_id, rule.id.span, {"rule", *rule.id.value, told_place(*known->second)});
    }
}

std::vector<Arg> names_of(KindSet kinds) {
    std::vector<Arg> names;
    for (const Kind kind : all_kinds)
        if (kinds.has(kind)) names.emplace_back(name(kind));
    return names;
}

void fields_fit_the_kind(const Draft& draft, Diagnostics& found) {
    for (const auto& rule : draft.rules) {
        if (!rule.kind.value) continue;
        const auto kind = *rule.kind.value;
        for (const auto& [field, span] : rule.origins) {
            const auto& kinds = facts_of(field).kinds;
            if (!kinds.has(kind))
                found.error(Code::not_for_kind, span, {name(field), name(kind), Arg{Term::both, names_of(kinds)}});
        }
    }
}

void no_fact_for_and_against(const Draft& draft, Diagnostics& found) {
    for (const auto& rule : draft.rules) {
        if (!rule.when.value || !rule.unless.value) continue;
        const auto& for_it = *rule.when.value;
        for (const auto& against : *rule.unless.value)
            if (std::any_of(for_it.begin(), for_it.end(), [&](const auto& fact) { return fact.text == against.text; }))
                found.error(Code::contradicting_fact, against.span, {against.text});
    }
}

void events_in_order(const Draft& draft, Diagnostics& found) {
    for (const auto& event : draft.events) {
        const auto from = event.from.or_else(0);
        if (event.by.value && !event.from.broken() && *event.by.value < from)
            found.error(Code::event_order, event.by.span, {event.id, from, *event.by.value});
    }
}

void tests_have_a_sound_case(const Draft& draft, Diagnostics& found) {
    for (const auto& test : draft.tests) {
        if (test.planned.value && *test.planned.value < 1)
            found.error(Code::planned_not_positive, test.planned.span, {*test.planned.value});
        if (!test.sessions.value) continue;
        auto sessions = *test.sessions.value;
        if (sessions.size() > session_limit)
            found.error(Code::too_many_sessions, test.sessions.span, {sessions.size(), session_limit});
        std::stable_sort(sessions.begin(), sessions.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < sessions.size(); ++i)
            if (sessions[i].first == sessions[i - 1].first)
                found.error(Code::duplicate_session, sessions[i].second, {sessions[i].first});
    }
}

constexpr void (*draft_checks[])(const Draft&, Diagnostics&) = {
    no_rule_twice, fields_fit_the_kind, no_fact_for_and_against, events_in_order, tests_have_a_sound_case,
};

/// --- Windows: a rule, its draft, and only ends that could be resolved ---

struct Resolved {
    const Draft& file;
    const Directory& rules;
    std::size_t number;
    Protocol& protocol;
    Diagnostics& found;
    const RuleDraft& draft = file.rules[number];
    Rule& rule = protocol.rules[number];

    /// An end without a number is open only where the file said so.
    [[nodiscard]] bool open() const { return rule.declared_through.base == Boundary::Base::open; }

    /// Where the fault was made: by an override of these days if there is one, else where it shows.
    [[nodiscard]] Span blamed(const Span& shown) const {
        const auto cause = cause_of(file, rules, number);
        return cause.layer > 0 ? cause.span : shown;
    }
};

void ends_after_it_begins(const Resolved& at) {
    if (!at.rule.through || *at.rule.through >= at.rule.from) return;
    if (at.rule.kind == Kind::avoid || at.rule.kind == Kind::ask || at.rule.kind == Kind::warn) {
        at.found.error(Code::ends_before_start, at.blamed(at.draft.through.span),
                       {at.rule.id, at.rule.from, *at.rule.through});
        return;
    }
    at.rule.vanished = true;
    at.protocol.notices.push_back(
        {Severity::notice,
         Code::rule_vanished,
         at.blamed(at.draft.through.span),
         {at.rule.id, at.protocol.told_day(at.rule.from), at.protocol.told_day(*at.rule.through)},
         {}});
}

void until_has_an_end_to_wait_for(const Resolved& at) {
    const bool fits = at.rule.kind == Kind::avoid || at.rule.kind == Kind::limit;
    if (fits && at.draft.until.value && at.open())
        at.found.error(Code::until_open, at.blamed(at.draft.until.span), {at.rule.id});
}

void target_lies_inside(const Resolved& at) {
    const auto& target = at.rule.target;
    if (!target || at.rule.kind != Kind::visit || at.rule.vanished || (!at.rule.through && !at.open())) return;
    if (*target >= at.rule.from && (!at.rule.through || *target <= *at.rule.through)) return;
    at.found.error(Code::target_outside, at.blamed(at.draft.target.span),
                   {*target, at.rule.from, at.rule.through ? Arg(*at.rule.through) : Arg("open")});
}

/// What is allowed meanwhile is something to do; a dropped rule allows nothing.
void instead_is_something_to_do(const Resolved& at) {
    auto& instead = at.rule.instead;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < instead.size(); ++i) {
        const auto& meant = at.protocol.rules[instead[i]];
        const auto& given = *at.draft.instead.value;
        const auto named = std::ranges::find(given, meant.id, &Mention::text);
        const auto& span = named == given.end() ? at.draft.instead.span : named->span;
        if (meant.kind != Kind::do_)
            at.found.error(Code::instead_not_do, span, {meant.id, at.rule.id, name(meant.kind)});
        else if (meant.dropped)
            at.protocol.notices.push_back({Severity::notice, Code::instead_dropped, span, {meant.id, at.rule.id}, {}});
        else
            instead[kept++] = instead[i];
    }
    instead.resize(kept);
}

constexpr void (*window_checks[])(const Resolved&) = {
    instead_is_something_to_do,
    ends_after_it_begins,
    until_has_an_end_to_wait_for,
    target_lies_inside,
};

}  // namespace

void check_draft(const Draft& draft, Diagnostics& found) {
    for (const auto check : draft_checks) check(draft, found);
}

void check_windows(const Draft& draft, const Directory& rules, Protocol& protocol, Diagnostics& found) {
    for (std::size_t i = 0; i < draft.rules.size(); ++i) {
        if (protocol.rules[i].dropped) continue;
        for (const auto check : window_checks) check({draft, rules, i, protocol, found});
    }
}

}  // namespace smpcare::protocol
