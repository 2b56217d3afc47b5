#pragma once

#include "batch/rows/lines.hpp"

#include <smpcare/batch.hpp>

#include <optional>
#include <string>

namespace smpcare::batch {

/// What stands before the header of a file of clients, and between its cells.
struct Opening {
    char delimiter = ',';
    std::string first_line;  ///< `sep=;` with its end, as Excel writes it; else ""
};

/// Passes over what stands before the header. The delimiter is the one that `sep=` names, else that of `,` `;` and tab
/// under which the first line holds the headings that are needed. Errors: invalid_utf8, workbook; those of reading.
std::optional<Opening> open_rows(InputLines& lines, const BatchRequest& request, const SourcePtr& source,
                                 Diagnostics& diagnostics);

}  // namespace smpcare::batch
