#pragma once

/// One rule and the sessions it counts from → its windows before cuts: the table of WINDOWS in smpcare-rules(5).

#include "plan/timeline.hpp"

#include <vector>

namespace smpcare::plan {

struct Declared {
    std::vector<Window> windows;       ///< by start
    std::vector<std::size_t> outside;  ///< sessions whose window leaves the calendar, ascending
};

/// `rule` applies and has not vanished; `timeline` has a session.
Declared declared_windows(const Protocol& protocol, const Rule& rule, const Timeline& timeline);

}  // namespace smpcare::plan
