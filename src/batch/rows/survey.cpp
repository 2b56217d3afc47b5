#include "batch/rows/survey.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

/// What may stand between dates, or between an event and its date.
constexpr std::string_view between = " \t\r\n,;&+=";

Arg name_of(DateOrder order) { return order == DateOrder::dmy ? Term::day_month_year : Term::month_day_year; }
std::string_view word_of(DateOrder order) { return order == DateOrder::dmy ? "dmy" : "mdy"; }

bool is_before(const Span& one, const Span& other) {
    return std::pair(one.line, one.column) < std::pair(other.line, other.column);
}

Diagnostic fault(Code code, const Span& span, Args args) { return {Severity::error, code, span, std::move(args), {}}; }

}  // namespace

void DateEvidence::take(std::string_view cell, const Span& span) {
    while (!cell.empty()) {
        const auto end = std::min(cell.find_first_of(between), cell.size());
        const auto word = cell.substr(0, end);
        auto& seen = seen_[static_cast<std::size_t>(shape_of_date(word))];
        if (++seen.count == 1) {
            seen.text = word;
            seen.span = span;
        }
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

std::optional<Diagnostic> DateEvidence::mixed(const Seen& one, const Seen& other) const {
    const auto& later = is_before(one.span, other.span) ? other : one;
    const auto& earlier = &later == &one ? other : one;
    return fault(Code::dates_mixed, later.span, {later.text, earlier.text, earlier.span.line});
}

std::optional<Diagnostic> DateEvidence::against(DateOrder order) const {
    const auto &iso = seen(DateShape::iso), &days = seen(DateShape::day_first), &months = seen(DateShape::month_first),
               &either = seen(DateShape::either);
    if (days.count > 0 && months.count > 0) return mixed(days, months);
    const auto& shown = days.count > 0 ? days : months.count > 0 ? months : either;
    if (shown.count == 0) return std::nullopt;
    if (iso.count > 0) return mixed(iso, shown);
    const bool proven = &shown != &either;
    const auto truth = days.count > 0 ? DateOrder::dmy : DateOrder::mdy;
    if (order == DateOrder::ymd && !proven) return fault(Code::dates_unclear, shown.span, {shown.text});
    if (order == DateOrder::ymd)
        return fault(Code::dates_shown, shown.span, {name_of(truth), shown.count, shown.text, word_of(truth)});
    if (!proven || truth == order) return std::nullopt;
    return fault(Code::other_date_order, shown.span, {shown.text, name_of(order), word_of(truth)});
}

void Survey::take(const Row& row, const Columns& columns, const SourcePtr& source) {
    if (!row.is_empty()) ++taken_;
    // A row with too few or too many cells may be about the client whose id stands where ids stand.
    const auto at = *columns.at[static_cast<std::size_t>(Column::id)];
    if (row.fault || at >= row.cells.size()) return;
    const bool fits = row.cells.size() == columns.count;
    const auto dated = {Column::date, Column::observed};
    for (const auto column : dated)
        if (fits) dates_.take(columns.cell(row, column), {source, row.line, columns.number(column), 0});
    if (row.cells[at].empty()) return;
    auto id = folded(row.cells[at]);
    auto& known = rows_[id];
    if (++known.count == 1) known.first_line = row.line;
    if (known.count > 1) {
        auto& lines = several_[id];
        if (lines.empty()) lines.push_back(known.first_line);
        lines.push_back(row.line);
    }
    if (sessions_ == SessionRows::rows) join(row, columns, id);
}

void Survey::join(const Row& row, const Columns& columns, const std::string& id) {
    auto& joined = joined_[id];
    if (row.cells.size() != columns.count) {
        joined.differing = Arg{Term::number_of_cells};
        return;
    }
    smpcare::join(joined.dates, " ", columns.cell(row, Column::date));
    std::string others;
    const auto add = [&others](std::string_view cell) { (others += cell) += '\0'; };
    std::vector<std::string> names;
    for (std::size_t i = 0; i < column_count; ++i)
        if (Column{static_cast<int>(i)} != Column::date) {
            add(columns.cell(row, Column{static_cast<int>(i)}));
            names.emplace_back(name(Column{static_cast<int>(i)}));
        }
    for (const auto& [heading, cell] : columns.labels) {
        add(row.cells[cell]);
        names.push_back(heading);
    }
    if (joined.others.empty()) joined.others = others;
    if (joined.others == others || joined.differing) return;
    const auto differs = std::mismatch(others.begin(), others.end(), joined.others.begin(), joined.others.end()).first;
    joined.differing = names[static_cast<std::size_t>(std::count(others.begin(), differs, '\0'))];
}

const ClientRows* Survey::find(const std::string& id) const {
    const auto found = rows_.find(id);
    return found == rows_.end() ? nullptr : &found->second;
}

const std::vector<std::uint32_t>* Survey::lines_of(const std::string& id) const {
    const auto found = several_.find(id);
    return found == several_.end() ? nullptr : &found->second;
}

const Survey::Joined* Survey::joined(const std::string& id) const {
    const auto found = joined_.find(id);
    return found == joined_.end() ? nullptr : &found->second;
}

}  // namespace smpcare::batch
