#pragma once

#include "batch/rows/columns.hpp"

#include <smpcare/overrides.hpp>
#include <smpcare/plan.hpp>

#include <string_view>
#include <vector>

namespace smpcare::batch {

/// One row read: who, when, and what is special.
struct Client {
    Case about;
    std::string_view language;  ///< "" where the row says none
    std::string_view set, reason;
    Span set_span;
};

/// What is wrong with the row's form and its cells as texts. Errors: those of `Row::fault`, wrong_cell_count,
/// invalid_utf8, control_character, formula, empty_cell.
bool check_cells(const Row& row, const Columns& columns, const SourcePtr& source, Diagnostics& diagnostics);

/// Errors: those of read_case_text and read_cell_date, unknown_language, reasons_without_pair. The row must outlive the
/// client.
bool read_client(const Row& row, const Columns& columns, const SourcePtr& source, Client& client,
                 Diagnostics& diagnostics);

/// The settings of a row, `;` between them, with their reasons. Errors: bad_setting, reasons_without_pair.
std::optional<std::vector<Setting>> read_settings(const Client& client, Diagnostics& diagnostics);

/// What is told of a row, as far as it may be: what is no fact's id can be somebody's name.
std::vector<Diagnostic> without_names(std::vector<Diagnostic> told);

}  // namespace smpcare::batch
