#include "protocol/read/read_draft.hpp"

#include <algorithm>

namespace smpcare::protocol {
namespace {

/// `{ after = "keep-dry", days = 2 }`
struct RelativeDraft {
    Given<std::string> after, before;
    Given<int> days;
    Span span;
};

template <auto member>
void read_name(Fields& fields, Cell cell, RelativeDraft& draft) {
    draft.*member = {fields.line(cell), fields.span(cell.value.place)};
}

constexpr Key<RelativeDraft> relative_keys[] = {
    {"after", optional, read_name<&RelativeDraft::after>},
    {"before", optional, read_name<&RelativeDraft::before>},
    {"days", optional, read_number<&RelativeDraft::days>},
};

std::optional<BoundaryDraft> read_relative(Fields& fields, Cell cell) {
    RelativeDraft draft;
    draft.span = fields.span(cell.value.place);
    const auto owner = '\'' + std::string{cell.field} + '\'';
    read_table<RelativeDraft>(fields, cell.value, owner, relative_keys, draft);

    const bool after = draft.after.written();
    if (after && draft.before.written()) {
        const auto& at = draft.before.span;
        fields.error(Code::bad_value, {at.line, at.column, at.length}, {"before", cell.field, Term::one_direction});
        return std::nullopt;
    }
    if (!after && !draft.before.written()) {
        fields.error(Code::missing_field, cell.value.place, {Term::after_or_before, owner});
        return std::nullopt;
    }
    auto& rule = after ? draft.after : draft.before;
    if (!rule.value || draft.days.broken()) return std::nullopt;
    const auto base = after ? Boundary::Base::after : Boundary::Base::before;
    return BoundaryDraft{{base, draft.days.or_else(0), std::move(*rule.value)}, rule.span};
}

void read_from(Fields& fields, Cell cell, RuleDraft& rule) {
    rule.from = {read_boundary(fields, cell, false), fields.span(cell.value.place)};
}

void read_through(Fields& fields, Cell cell, RuleDraft& rule) {
    rule.through = {read_boundary(fields, cell, true), fields.span(cell.value.place)};
}

void read_id(Fields& fields, Cell cell, RuleDraft& rule) {
    rule.span = fields.span(cell.value.place);
    rule.id = {fields.id(cell), rule.span};
}

/// In the order of Field.
constexpr Key<RuleDraft> rule_keys[] = {
    {"id", required, read_id},
    {"kind", required, read_choice<&RuleDraft::kind, Kind>},
    {"activities", optional, read_mentions<&RuleDraft::activities>},
    {"title", required, read_line<&RuleDraft::title>},
    {"detail", optional, read_paragraph<&RuleDraft::detail>},
    {"from", optional, read_from},
    {"through", optional, read_through},
    {"floor", optional, read_number<&RuleDraft::floor>},
    {"when", optional, read_mentions<&RuleDraft::when>},
    {"unless", optional, read_mentions<&RuleDraft::unless>},
    {"relevant_to", optional, read_mentions<&RuleDraft::relevant_to>},
    {"count_from", optional, read_choice<&RuleDraft::count_from, CountFrom>},
    {"until", optional, read_line<&RuleDraft::until>},
    {"times_per_day", optional, read_number<&RuleDraft::times_per_day, 1>},
    {"every", optional, read_number<&RuleDraft::every, 1>},
    {"target", optional, read_number<&RuleDraft::target>},
    {"help", optional, read_choice<&RuleDraft::help, Help>},
    {"sources", optional, read_mentions<&RuleDraft::sources>},
    {"evidence", optional, read_choice<&RuleDraft::evidence, Evidence>},
};
static_assert(std::size(rule_keys) == static_cast<std::size_t>(Field::evidence) + 1);

}  // namespace

std::optional<BoundaryDraft> read_boundary(Fields& fields, Cell cell, bool duration_allowed) {
    const auto type = cell.value.type;
    if (type == TomlType::table) return read_relative(fields, cell);
    if (type == TomlType::number) {
        const auto days = fields.number(cell);
        if (!days) return std::nullopt;
        return BoundaryDraft{{Boundary::Base::day, *days, {}}, {}};
    }
    if (type == TomlType::text && duration_allowed) {
        auto boundary = fields.duration(cell);
        if (!boundary) return std::nullopt;
        return BoundaryDraft{std::move(*boundary), {}};
    }
    fields.wrong_type(cell, duration_allowed ? Term::last_day : Term::first_day);
    return std::nullopt;
}

void read_rule(Fields& fields, TomlValue& table, RuleDraft& rule) {
    rule.origins.reserve(table.table.size());
    read_table<RuleDraft>(fields, table, Term::rule, rule_keys, rule);
}

namespace {

/// `{ add = 5 }`
struct ShiftDraft {
    Given<int> add;
    Span span;
};

/// A number of days forward, or back where it is below 0.
void read_add(Fields& fields, Cell cell, ShiftDraft& draft) {
    auto& value = cell.value;
    draft.add.span = fields.span(value.place);
    const bool back = value.type == TomlType::number && value.number < 0 && !value.plus;
    if (back) value.number = value.number < -days_limit ? days_limit + 1LL : -value.number;
    if (const auto days = fields.number(cell)) draft.add.value = back ? -*days : *days;
}

constexpr Key<ShiftDraft> shift_keys[] = {{"add", required, read_add}};

bool is_shift(const TomlValue& value) {
    return value.type == TomlType::table &&
           std::ranges::any_of(value.table, [](const auto& entry) { return entry.key == "add"; });
}

Given<int> read_shift(Fields& fields, Cell cell) {
    ShiftDraft draft;
    draft.span = fields.span(cell.value.place);
    read_table<ShiftDraft>(fields, cell.value, '\'' + std::string{cell.field} + '\'', shift_keys, draft);
    return {draft.add.value, draft.span};
}

void read_from(Fields& fields, Cell cell, OverrideDraft& draft) {
    if (is_shift(cell.value))
        draft.add_from = read_shift(fields, cell);
    else
        draft.from = {read_boundary(fields, cell, false), fields.span(cell.value.place)};
}

void read_through(Fields& fields, Cell cell, OverrideDraft& draft) {
    if (is_shift(cell.value))
        draft.add_through = read_shift(fields, cell);
    else
        draft.through = {read_boundary(fields, cell, true), fields.span(cell.value.place)};
}

void refuse(Fields& fields, Cell cell, OverrideDraft&) {
    fields.error(Code::not_overridable, cell.value.place, {cell.field});
}

template <void (*read)(Fields&, Cell, RuleDraft&)>
void as_rule(Fields& fields, Cell cell, OverrideDraft& draft) {
    read(fields, cell, draft);
}

/// In the order of Field.
constexpr Key<OverrideDraft> override_keys[] = {
    {"id", optional, refuse},
    {"kind", optional, refuse},
    {"activities", optional, refuse},
    {"title", optional, as_rule<read_line<&RuleDraft::title>>},
    {"detail", optional, as_rule<read_paragraph<&RuleDraft::detail>>},
    {"from", optional, read_from},
    {"through", optional, read_through},
    {"floor", optional, as_rule<read_number<&RuleDraft::floor>>},
    {"when", optional, refuse},
    {"unless", optional, refuse},
    {"relevant_to", optional, refuse},
    {"count_from", optional, refuse},
    {"until", optional, as_rule<read_line<&RuleDraft::until>>},
    {"times_per_day", optional, as_rule<read_number<&RuleDraft::times_per_day, 1>>},
    {"every", optional, as_rule<read_number<&RuleDraft::every, 1>>},
    {"target", optional, as_rule<read_number<&RuleDraft::target>>},
    {"help", optional, refuse},
    {"sources", optional, refuse},
    {"evidence", optional, refuse},
    {"drop", optional, read_flag<&OverrideDraft::drop>},
    {"accept_below_floor", optional, read_flag<&OverrideDraft::accept_below_floor>},
    {"reason", optional, read_line<&OverrideDraft::reason>},
};
static_assert(std::size(override_keys) == static_cast<std::size_t>(Field::reason) + 1);

}  // namespace

void read_override(Fields& fields, TomlValue& table, OverrideDraft& draft) {
    read_table<OverrideDraft>(fields, table, Term::override, override_keys, draft);
}

}  // namespace smpcare::protocol
