#include "protocol/read/durations.hpp"
#include "protocol/read/read_draft.hpp"

#include <algorithm>

namespace smpcare::protocol {
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
