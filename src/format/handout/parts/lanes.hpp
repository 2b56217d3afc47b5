#pragma once

/// The weeks as a picture: one lane for all things that are to be avoided on the same days; only where nothing is, for
/// those that ask for care on the same days.

#include "say/phrases.hpp"

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

/// Days of a lane; no `end`: nothing ends them.
struct Stretch {
    Date start;
    std::optional<Date> end;

    bool operator==(const Stretch&) const = default;
};

struct Lane {
    std::vector<std::string> names;
    std::string dates;          ///< "until Thu 26 Nov"
    bool avoid = true;          ///< false: with care, or to ask about
    std::vector<Stretch> days;  ///< by start
};

/// What lasts longest comes first: it does most harm. Rules that are `asked_only` have no lane.
std::vector<Lane> lanes_of(const say::Speaker& speaker);

/// "Sun; self-tan; sauna, hot tub"
std::string names_of(const Lane& lane);

/// The last day that a picture of `lanes` shows; longer ones go on past its edge.
Date last_shown_day(const Plan& plan, const std::vector<Lane>& lanes);

}  // namespace smpcare::format
