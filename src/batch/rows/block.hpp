#pragma once

#include "batch/rows/row.hpp"

#include <smpcare/batch.hpp>
#include <smpcare/plan.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::batch {

/// What came of one row.
struct RowResult {
    std::vector<Diagnostic> said;
    bool good = false;
    bool fatal = false;  ///< the next row would fail as well
    std::size_t written = 0, unchanged = 0;
    std::vector<BatchFile> files;
    std::size_t output_end = 0;  ///< of a stream: where the row's part of the block's output ends
    std::string fingerprint;
    std::optional<Plan> plan;                  ///< of a combined document
    std::shared_ptr<const Protocol> protocol;  ///< that the plan refers to
};

/// Rows on their way, each with what came of it.
struct Block {
    std::vector<Row> rows;
    std::vector<RowResult> results;
    std::size_t size = 0;  ///< rows of it that are in use; the others keep their memory
    std::string output;    ///< of a stream, all rows together
};

}  // namespace smpcare::batch
