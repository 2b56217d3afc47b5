#pragma once

#include "batch/engine/worker.hpp"

#include <functional>
#include <vector>

namespace smpcare::batch {

/// Fills the next block; false at the end.
using Fill = std::function<bool(Block&)>;
/// Takes a block that is done, in the order of the rows; false ends the run.
using Collect = std::function<bool(Block&)>;

/// Reads, works and collects. The first worker is the calling thread's, which works where it could only wait; each
/// further one has a thread of its own. Only a few blocks are on their way at a time. What a worker throws is thrown
/// when its block's turn to be collected comes; no later block is.
void run_pipeline(std::vector<std::unique_ptr<Worker>>& workers, const Fill& fill, const Collect& collect);

}  // namespace smpcare::batch
