#include "protocol/read/boundaries.hpp"

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

}  // namespace

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

}  // namespace smpcare::protocol
