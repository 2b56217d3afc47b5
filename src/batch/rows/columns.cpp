#include "batch/rows/columns.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>

namespace smpcare::batch {
namespace {

constexpr std::array<std::string_view, column_count> names{"id",    "date",     "name", "language", "planned",
                                                           "facts", "observed", "set",  "reason"};

/// Shorter names are too near to words of their own: `Sex` is no slip of `set`.
constexpr std::size_t shortest_slip = 4;

class HeaderReader {
public:
    HeaderReader(const Row& header, char delimiter, const SourcePtr& source, Diagnostics& diagnostics)
        : header_(header),
          delimiter_(delimiter),
          source_(source),
          diagnostics_(diagnostics),
          used_(header.cells.size(), false) {
        columns_.count = header.cells.size();
    }

    Columns read(const BatchRequest& request) {
        for (const auto& renamed : request.columns) place_renamed(renamed);
        for (std::size_t i = 0; i < column_count; ++i)
            if (!named_[i]) place(i, find(names[i]));
        for (const auto& label : request.labels) place_label(label);
        check_needed(Column::id);
        check_needed(Column::date);
        check_rest();
        columns_.order = request.order;
        return std::move(columns_);
    }

private:
    [[nodiscard]] Span span(std::size_t cell) const {
        return {source_, header_.line, static_cast<std::uint32_t>(cell) + 1, 0};
    }

    /// The one cell with this heading, letter case aside.
    std::optional<std::size_t> find(std::string_view heading) {
        std::optional<std::size_t> found;
        const auto wanted = ascii_lower(heading);
        for (std::size_t i = 0; i < header_.cells.size(); ++i) {
            if (ascii_lower(header_.cells[i]) != wanted) continue;
            if (found) diagnostics_.error(Code::duplicate_heading, span(i), {header_.cells[i]});
            if (!found) found = i;
        }
        return found;
    }

    std::optional<std::size_t> find_named(const std::string& heading, const Span& from) {
        const auto found = find(heading);
        if (!found)
            diagnostics_.error(Code::unknown_heading, from, {heading},
                               nearest(heading, {header_.cells.begin(), header_.cells.end()}));
        return found;
    }

    void place(std::size_t column, std::optional<std::size_t> cell) {
        columns_.at[column] = cell;
        if (cell) used_[*cell] = true;
    }

    void place_renamed(const ColumnName& renamed) {
        const auto* const known = std::find(names.begin(), names.end(), renamed.column);
        if (known == names.end()) {
            diagnostics_.error(Code::unknown_column, renamed.span, {renamed.column},
                               nearest(renamed.column, {names.begin(), names.end()}));
            return;
        }
        const auto column = static_cast<std::size_t>(known - names.begin());
        named_[column] = true;
        place(column, find_named(renamed.heading, renamed.span));
    }

    void place_label(const LabelColumn& label) {
        const auto cell = find_named(label.heading, label.span);
        if (!cell) return;
        used_[*cell] = true;
        columns_.labels.emplace_back(header_.cells[*cell], *cell);
    }

    void check_needed(Column column) {
        if (columns_.has(column) || named_[static_cast<std::size_t>(column)]) return;
        const auto delimiter =
            delimiter_ == '\t' ? Arg{Term::separator_tab} : Arg{Term::separator, {std::string(1, delimiter_)}};
        const auto headings = joined(header_.cells, ", ", [](const auto& cell) { return '\'' + cell + '\''; });
        diagnostics_.error(Code::missing_column, {source_, header_.line, 1, 0}, {name(column), headings, delimiter},
                           nearest(name(column), {header_.cells.begin(), header_.cells.end()}));
    }

    /// Names the headings that nothing reads; one that is nearly ours is a slip.
    void check_rest() {
        std::vector<std::string_view> absent;
        for (std::size_t i = static_cast<std::size_t>(Column::name); i < column_count; ++i)
            if (!columns_.at[i] && names[i].size() >= shortest_slip) absent.push_back(names[i]);
        std::string unused;
        for (std::size_t i = 0; i < header_.cells.size(); ++i) {
            const auto& heading = header_.cells[i];
            if (used_[i] || heading.empty()) continue;
            if (const auto meant = nearest(heading, absent); !meant.empty())
                diagnostics_.error(Code::misspelt_heading, span(i), {heading, meant});
            join(unused, ", ", heading);
        }
        if (!unused.empty() && !diagnostics_.has_errors())
            diagnostics_.notice(Code::unused_columns, {source_, header_.line, 1, 0}, {unused});
    }

    const Row& header_;
    char delimiter_;
    const SourcePtr& source_;
    Diagnostics& diagnostics_;
    Columns columns_;
    std::vector<bool> used_;
    std::array<bool, column_count> named_{};
};

}  // namespace

std::string_view name(Column column) { return names[static_cast<std::size_t>(column)]; }

std::uint32_t Columns::number(Column column) const {
    return static_cast<std::uint32_t>(at[static_cast<std::size_t>(column)].value_or(0)) + 1;
}

std::string_view Columns::cell(const Row& row, Column column) const {
    const auto cell = at[static_cast<std::size_t>(column)];
    return cell ? std::string_view{row.cells[*cell]} : std::string_view{};
}

std::optional<Columns> read_columns(const Row& header, char delimiter, const BatchRequest& request,
                                    const SourcePtr& source, Diagnostics& diagnostics) {
    const Span place{source, header.line, std::max(1U, header.fault_cell), 0};
    if (header.fault) diagnostics.error(*header.fault, place, {row_limit});
    for (const auto& cell : header.cells)
        if (invalid_utf8_at(cell)) diagnostics.error(Code::invalid_utf8, place, {encoding_of(cell)});
    for (std::size_t i = 0; i < header.cells.size(); ++i)
        if (const auto unseen = find_unseen(header.cells[i]); unseen && unseen->kind == UnseenKind::nothing)
            diagnostics.error(Code::unseen_character, {source, header.line, static_cast<std::uint32_t>(i) + 1, 0},
                              {header.cells[i], unseen->name});
    if (diagnostics.has_errors()) return std::nullopt;
    auto columns = HeaderReader{header, delimiter, source, diagnostics}.read(request);
    if (diagnostics.has_errors()) return std::nullopt;
    return columns;
}

}  // namespace smpcare::batch

namespace smpcare {

std::span<const std::string_view> batch_columns() { return batch::names; }

}  // namespace smpcare
