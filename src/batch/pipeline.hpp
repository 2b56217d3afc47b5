#pragma once

#include "batch/worker.hpp"

#include <exception>
#include <functional>
#include <vector>

namespace smpcare {

/// Rows on their way, each with what came of it.
struct Block {
    std::vector<Row> rows;
    std::vector<RowResult> results;
    std::size_t size = 0;  ///< rows of it that are in use; the others keep their memory
    bool done = false;
    std::exception_ptr fault{};  ///< what a worker could not bear
};

/// Fills the next block; false at the end.
using Fill = std::function<bool(Block&)>;
/// Takes a block that is done, in the order of the rows; false ends the run.
using Collect = std::function<bool(Block&)>;

/// Reads, works and collects: with one worker in turn, with more each in a thread of its own while the calling thread
/// reads and collects. Only a few blocks are on their way at a time.
void run_pipeline(std::vector<std::unique_ptr<Worker>>& workers, const Fill& fill, const Collect& collect);

}  // namespace smpcare
