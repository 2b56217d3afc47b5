#include "protocol/resolve/overrides.hpp"

#include "base/text.hpp"
#include "protocol/read/rule_fields.hpp"

#include <algorithm>
#include <array>

namespace smpcare::protocol {
namespace {

std::string spelled(bool flag) { return flag ? "true" : "false"; }

/// One override on its way into its rule, layer `layer`.
struct Application {
    RuleDraft& rule;
    OverrideDraft& over;
    int layer;
    Span at;  ///< the field's key, or the setting
    Diagnostics& found;
};

void record(const Application& to, Field field, std::string from, std::string now) {
    const auto kind = to.at.line > 0 ? Cause::Kind::file : Cause::Kind::option;
    to.rule.overridden.changes.push_back({field,
                                          std::move(from),
                                          std::move(now),
                                          {kind, to.at, {}, {}},
                                          to.over.reason.or_else({}),
                                          to.over.author.or_else({}),
                                          to.over.decided.value});
}

void may_free(const Application& to) { to.rule.overridden.window = {to.layer, to.at, to.over.reason.or_else({})}; }

/// The value that the override gives in place of the rule's.
void replace(const Application& to, const RuleField& row) {
    const auto given = row.spelled(to.over);
    if (given.empty()) return;
    record(to, row.field, row.spelled(to.rule), given);
    row.replace(to.rule, to.over);
    if (facts_of(row.field).overriding == Overriding::frees) may_free(to);
}

void raise_floor(const Application& to) {
    const auto &was = to.rule.floor.value, &now = to.over.floor.value;
    if (was && now && *now < *was) {
        to.found.error(Code::floor_lowered, to.over.floor.span, {to.over.rule.text, *was, *now});
        return;
    }
    replace(to, rule_fields()[static_cast<std::size_t>(Field::floor)]);
}

/// `given` moved by `days`; nothing, with a fault, where there is no day to move or it would leave the calendar.
std::optional<Boundary> moved(const Application& to, Field field, Boundary boundary, const Given<int>& shift) {
    if (boundary.base == Boundary::Base::open) {
        to.found.error(Code::cannot_move, shift.span, {name(field), to.over.rule.text, "open"});
        return std::nullopt;
    }
    boundary.days += *shift.value;
    if (boundary.days < 0) {
        to.found.error(Code::negative_number, shift.span, {boundary.days, name(field)});
        return std::nullopt;
    }
    if (boundary.days > days_limit) {
        to.found.error(Code::number_too_large, shift.span, {boundary.days, name(field), days_limit});
        return std::nullopt;
    }
    return boundary;
}

template <auto member, auto shift, Field field>
void set_end(const Application& to) {
    auto& end = to.rule.*member;
    if (end.broken()) return;  // said at its own place
    const Boundary absent{field == Field::from ? Boundary::Base::day : Boundary::Base::open, 0, {}};
    const auto was = end.value ? end.value->boundary : absent;
    auto given = to.over.*member;
    if (const auto& by = to.over.*shift; by.value) {
        const auto boundary = moved(to, field, was, by);
        if (!boundary) return;
        given = {BoundaryDraft{*boundary, end.value ? end.value->rule_span : Span{}}, by.span};
    }
    if (!given.value) return;
    record(to, field, protocol::spelled(was), protocol::spelled(given.value->boundary));
    end = std::move(given);
    may_free(to);
}

void set_drop(const Application& to) {
    if (!to.over.drop.value) return;
    auto& dropped = to.rule.overridden.dropped;
    record(to, Field::drop, dropped ? "true" : "", spelled(*to.over.drop.value));
    dropped = *to.over.drop.value;
    may_free(to);
}

void accept(const Application& to) {
    const auto& given = to.over.accept_below_floor;
    if (!given.value) return;
    auto& overridden = to.rule.overridden;
    if (*given.value && !to.over.reason.written()) {
        to.found.error(Code::acceptance_without_reason, to.at, {to.over.rule.text});
        return;
    }
    record(to, Field::accept_below_floor, overridden.accepted.layer > 0 ? "true" : "", spelled(*given.value));
    overridden.accepted =
        *given.value ? Overridden::Last{to.layer, to.at, to.over.reason.or_else({})} : Overridden::Last{};
}

/// Fields of which an override does more than to replace the value.
using Setter = void (*)(const Application&);
constexpr std::pair<Field, Setter> setters[] = {
    {Field::from, set_end<&RuleDraft::from, &OverrideDraft::add_from, Field::from>},
    {Field::through, set_end<&RuleDraft::through, &OverrideDraft::add_through, Field::through>},
    {Field::floor, raise_floor},
    {Field::drop, set_drop},
    {Field::accept_below_floor, accept},
};

void set(const Application& to, Field field) {
    const auto& row = rule_fields()[static_cast<std::size_t>(field)];
    const auto own = std::ranges::find(setters, field, [](const auto& known) { return known.first; });
    if (own != std::end(setters))
        own->second(to);
    else if (row.replace)
        replace(to, row);
}

/// From now on the value in force was written here.
void move_origin(RuleDraft& rule, const Origin& origin) {
    if (facts_of(origin.field).overriding == Overriding::only) return;
    const auto same = [&](const Origin& known) { return known.field == origin.field; };
    const auto known = std::find_if(rule.origins.begin(), rule.origins.end(), same);
    if (known == rule.origins.end())
        rule.origins.push_back(origin);
    else
        known->span = origin.span;
}

}  // namespace

std::string spelled(const Boundary& boundary) {
    switch (boundary.base) {
        case Boundary::Base::open:
            return "open";
        case Boundary::Base::day:
            return std::to_string(boundary.days);
        case Boundary::Base::after:
        case Boundary::Base::before:
            break;
    }
    const auto* const side = boundary.base == Boundary::Base::after ? "after" : "before";
    return boundary.days == 0 ? smpcare::fill("{} {}", side, boundary.rule)
                              : smpcare::fill("{} {} + {}", side, boundary.rule, boundary.days);
}

void apply_overrides(Draft& draft, std::span<OverrideDraft> overrides, int layer, const Directory& rules,
                     Diagnostics& found) {
    for (auto& over : overrides) {
        const auto number = rules.find(over.rule.text, over.rule.span);
        if (!number) continue;
        auto& rule = draft.rules[*number];
        for (const auto& origin : over.origins) {
            move_origin(rule, origin);
            set({rule, over, layer, origin.span, found}, origin.field);
        }
    }
}

}  // namespace smpcare::protocol
