#pragma once

/// What a step of a plan says: a label and the names of what it is about.

#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <string>
#include <vector>

namespace smpcare::say {

/// A rule's name in a list of several: its `short`, else its title.
std::string listed_name(const Rule& rule);

enum class StepLabel {
    session,
    avoid,
    ask,
    do_,
    limit,
    allowed,
    still_avoid,
    still_ask,
    still_limit,
    over,
    visit,
    warn
};

/// Names that share a label and a condition. A name stands once, whatever the number of its rules.
struct StepLine {
    StepLabel label;
    std::string text;                ///< the label in words: "avoid", "allowed again"
    std::vector<std::string> names;  ///< in file order; none for a session
    std::string note;                ///< "only if no scab remains", "if: Hair is kept long"; or ""
};

/// In the order of StepLabel.
std::vector<StepLine> step_lines(const Speaker& speaker, const Step& step);

}  // namespace smpcare::say
