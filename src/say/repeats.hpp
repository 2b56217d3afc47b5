#pragma once

/// What comes again after each of many sessions is told once: its first and its last time, and that it is the same
/// between.

#include "say/phrases.hpp"

#include <functional>
#include <string>
#include <vector>

namespace smpcare::say {

/// Where a stretch of days stands: so many days after a session. `what` tells stretches of different meaning apart.
struct Stand {
    int session, day, length;
    std::vector<std::size_t> what;
};

/// Calls `add` with the index of each stretch that is told, and puts a line between the first and last of those that
/// are not.
void tell_repeats(std::vector<std::string>& lines, const words::Words& words, const std::vector<Stand>& stands,
                  const std::function<void(std::size_t)>& add);

/// A line for each session, its name and its date; of many sessions one line.
struct SessionLine {
    std::string name, dates;
};
std::vector<SessionLine> session_lines(const Speaker& speaker);

}  // namespace smpcare::say
