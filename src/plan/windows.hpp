#pragma once

/// One rule and the sessions it counts from → its windows before cuts: the table of WINDOWS in smpcare-rules(5).

#include "base/stretch.hpp"
#include "plan/timeline.hpp"

#include <vector>

namespace smpcare::plan {

struct Declared {
    std::vector<Window> windows;       ///< by start
    std::vector<std::size_t> outside;  ///< sessions whose window leaves the calendar, ascending
};

/// Stretches of one rule while they are gathered: its own, and the tails that wait for its event. Room that is used
/// again for the next rule.
struct Gathered {
    std::vector<Stretch> own, tails;
};

/// `rule` applies and has not vanished; `timeline` has a session.
Declared declared_windows(const Protocol& protocol, const Rule& rule, const Timeline& timeline, Gathered& room);

}  // namespace smpcare::plan
