#include "protocol/resolve/overrides.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"
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

const RuleField* row_of(std::string_view field) {
    const auto rows = rule_fields();
    const auto row = std::ranges::find(rows, field, [](const auto& known) { return name(known.field); });
    return row == rows.end() ? nullptr : &*row;
}

/// `walk, rest`
TomlValue names_in(std::string_view text, const Place& place) {
    TomlValue list;
    list.place = place;
    list.type = TomlType::list;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        auto& name = list.list.emplace_back();
        name.place = place;
        name.type = TomlType::text;
        name.text = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return list;
}

/// What a rule file would hold for the value of a setting.
TomlValue toml_value(const Setting& setting, const Place& place) {
    TomlValue value;
    value.place = place;
    value.type = TomlType::text;
    value.text = setting.value;
    const auto& text = setting.value;
    const auto* const row = row_of(setting.field);
    if (row && row->is_text) return value;
    if (row && row->is_list) return names_in(text, place);
    if (text == "true" || text == "false") {
        value.type = TomlType::flag;
        value.flag = text == "true";
        return value;
    }
    const bool sign = text.starts_with('+') || text.starts_with('-');
    const auto digits = std::string_view{text}.substr(sign ? 1 : 0);
    constexpr std::size_t longest = 9;
    if (digits.size() > longest || !is_digits(digits)) return value;
    value.type = TomlType::number;
    value.plus = text.front() == '+';
    for (const char digit : digits) value.number = 10 * value.number + (digit - '0');
    if (text.front() == '-') value.number = -value.number;
    return value;
}

TomlValue shift_of(const Setting& setting, const Place& place) {
    auto add = toml_value(setting, place);
    if (setting.operation == Operation::subtract) add.number = -add.number;
    TomlValue table;
    table.place = place;
    table.table.push_back({"add", place, std::move(add)});
    return table;
}

/// Only days can be moved; anything else would be read as a table that nobody wrote.
bool can_move(const Setting& setting, const Span& at, Diagnostics& found) {
    const auto* const row = row_of(setting.field);
    if (!row || row->field == Field::from || row->field == Field::through) return true;
    found.error(Code::cannot_move, at, {setting.field, setting.rule, Term::neither_end});
    return false;
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

std::optional<OverrideDraft> override_of(const Setting& setting, Diagnostics& found) {
    const auto at = setting.span.source ? setting.span : whole("--set " + setting.rule + '.' + setting.field);
    const Place place{at.line, at.column, at.length};
    const bool moves = setting.operation != Operation::set;
    constexpr std::array beside{Field::reason, Field::author, Field::decided};
    if (std::ranges::any_of(beside, [&](Field field) { return setting.field == name(field); })) {
        found.error(Code::bad_setting, at, {setting.rule + '.' + setting.field});
        return std::nullopt;
    }
    if (moves && !can_move(setting, at, found)) return std::nullopt;

    TomlValue table;
    table.place = place;
    table.table.push_back({setting.field, place, moves ? shift_of(setting, place) : toml_value(setting, place)});
    OverrideDraft draft;
    draft.rule = {setting.rule, at};
    draft.span = at;
    Fields fields{at.source, found};
    read_override(fields, table, draft);
    if (!setting.reason.empty()) draft.reason = {setting.reason, at};
    if (!setting.author.empty()) draft.author = {setting.author, at};
    if (setting.decided) draft.decided = {setting.decided, at};
    return draft;
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

namespace smpcare {

namespace {

Operation operation_of(std::string_view name) {
    if (name.ends_with('+')) return Operation::add;
    return name.ends_with('-') ? Operation::subtract : Operation::set;
}

/// Days to move by. A sign would turn `+=` or `-=` round.
bool is_number(std::string_view text) {
    constexpr std::size_t longest = 9;
    return text.size() <= longest && is_digits(text);
}

}  // namespace

std::optional<Setting> parse_setting(std::string_view text, const Span& span, Diagnostics& diagnostics) {
    const auto equals = std::min(text.find('='), text.size());
    const auto name = trimmed(text.substr(0, equals));
    const auto value = trimmed(text.substr(std::min(equals + 1, text.size())));
    const auto operation = operation_of(name);
    const bool moves = operation != Operation::set;
    const auto target = name.substr(0, name.size() - (moves ? 1 : 0));
    const auto dot = std::min(target.rfind('.'), target.size());
    const auto rule = target.substr(0, dot);
    const auto field = target.substr(std::min(dot + 1, target.size()));
    if (rule.empty() || field.empty() || value.empty() || (moves && !is_number(value))) {
        diagnostics.error(Code::bad_setting, span, {text});
        return std::nullopt;
    }
    return Setting{std::string{rule}, std::string{field}, std::string{value}, operation, {}, span};
}

std::string setting_text(const Setting& setting) {
    constexpr std::array<std::string_view, 3> signs{"=", "+=", "-="};
    std::string text = setting.rule + '.' + setting.field;
    text += signs[static_cast<std::size_t>(setting.operation)];
    return text += setting.value;
}

Setting drop_setting(std::string_view rule, const Span& span) {
    return {std::string{rule}, "drop", "true", Operation::set, {}, span};
}

Setting acceptance_setting(std::string_view rule, const Span& span) {
    return {std::string{rule}, "accept_below_floor", "true", Operation::set, {}, span};
}

}  // namespace smpcare
