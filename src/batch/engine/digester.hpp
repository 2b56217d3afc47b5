#pragma once

#include "batch/rows/block.hpp"

#include <optional>
#include <string>

namespace smpcare::batch {

/// Digests the files of a block, two at a time. Results stay where they are until `finish`.
class Digester {
public:
    /// Forgets a block that was not finished.
    void begin() { waiting_.reset(); }
    /// The digest of `bytes` is to stand with the last file of `result`. Takes the bytes; what is left is of no use.
    void take(std::string& bytes, RowResult& result);
    void finish();

private:
    struct Place {
        RowResult* result;
        std::size_t file;
    };
    std::optional<Place> waiting_;  ///< of `bytes_`, for another file to be digested beside it
    std::string bytes_;
};

}  // namespace smpcare::batch
