#pragma once

#include <smpcare/batch.hpp>
#include <smpcare/diagnostics.hpp>
#include <smpcare/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::batch {

/// A row longer than this is refused, so that no file can take all memory.
inline constexpr std::size_t row_limit = std::size_t{1} << 16;

/// One row of a CSV file.
struct Row {
    std::uint32_t line = 0;          ///< of its first byte, from 1
    std::string raw;                 ///< as it stands there, with its line end
    std::vector<std::string> cells;  ///< of a row without a fault
    std::optional<Code> fault;       ///< open_quote, stray_quote, row_too_long; duplicate_client, file_name_twice
    std::uint32_t fault_cell = 0;    ///< number of the cell that it is in, from 1
    Args fault_args;                 ///< what its message says, where that is more than the limit of a row
    bool is_silent = false;          ///< refused, and told of with an earlier row
    bool is_joined = false;  ///< its date stands with the client's first row, and what becomes of that becomes of it
    [[nodiscard]] bool is_empty() const;
    /// Whether `raw` is all of it: of a row that is too long, only the first `row_limit` bytes were kept.
    [[nodiscard]] bool is_whole() const { return fault != Code::row_too_long; }
};

/// What came of one row.
struct RowResult {
    std::vector<Diagnostic> said;
    bool good = false;
    bool fatal = false;  ///< the next row would fail as well
    std::size_t written = 0, unchanged = 0;
    std::vector<BatchFile> files;
    std::size_t output_end = 0;  ///< of a stream: where the row's part of the block's output ends
    std::string fingerprint;
    std::shared_ptr<const Protocol> protocol;  ///< the rules that the row was read with
    std::optional<Plan> plan;                  ///< of a combined document; it refers to `protocol`
};

/// Rows on their way, each with what came of it.
struct Block {
    std::vector<Row> rows;
    std::vector<RowResult> results;
    std::size_t size = 0;  ///< rows of it that are in use; the others keep their memory
    std::string output;    ///< of a stream, all rows together
};

}  // namespace smpcare::batch
