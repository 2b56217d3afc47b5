#pragma once

namespace smpcare::cli {

/// The exit statuses of smpcare(1); scripts rely on them.
enum class ExitStatus {
    done = 0,       ///< done, or the answer is yes
    negative = 1,   ///< the answer is no or limited, faults were found, nothing to write
    bad_input = 2,  ///< wrong usage or bad input
    bad_io = 3,     ///< could not read or write
};

}  // namespace smpcare::cli
