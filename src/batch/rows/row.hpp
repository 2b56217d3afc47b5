#pragma once

#include <smpcare/diagnostics.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::batch {

/// One row of a CSV file.
struct Row {
    std::uint32_t line = 0;          ///< of its first byte, from 1
    std::string raw;                 ///< as it stands there, with its line end
    std::vector<std::string> cells;  ///< of a row without a fault
    std::optional<Code> fault;       ///< open_quote, stray_quote, row_too_long; duplicate_client, file_name_twice
    std::uint32_t fault_cell = 0;    ///< number of the cell that it is in, from 1
    std::string fault_text;          ///< the id that is there twice
    [[nodiscard]] bool is_empty() const;
};

/// A row longer than this is refused, so that no file can take all memory.
inline constexpr std::size_t row_limit = std::size_t{1} << 16;

}  // namespace smpcare::batch
