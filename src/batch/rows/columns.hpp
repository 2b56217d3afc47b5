#pragma once

#include "batch/rows/row.hpp"

#include <smpcare/batch.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace smpcare::batch {

/// Our columns, in the order of `batch_columns`.
enum class Column { id, date, name, language, planned, facts, observed, set, reason, count_ };
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::count_);
std::string_view name(Column column);

/// Where each column of a file stands, and how its dates are written.
struct Columns {
    std::array<std::optional<std::size_t>, column_count> at;
    std::vector<std::pair<std::string, std::size_t>> labels;  ///< heading and cell
    DateOrder order = DateOrder::ymd;
    std::size_t count = 0;  ///< cells of a row

    [[nodiscard]] bool has(Column column) const { return at[static_cast<std::size_t>(column)].has_value(); }
    /// The number of the column's cell, from 1.
    [[nodiscard]] std::uint32_t number(Column column) const;
    /// The cell of a row; "" where the file has no such column.
    [[nodiscard]] std::string_view cell(const Row& row, Column column) const;
};

/// Reads the header, whose cells `delimiter` parts. Errors: invalid_utf8, unseen_character, unknown_column,
/// unknown_heading, duplicate_heading, missing_column, misspelt_heading. Notice: unused_columns.
std::optional<Columns> read_columns(const Row& header, char delimiter, const BatchRequest& request,
                                    const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace smpcare::batch
