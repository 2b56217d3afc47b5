#pragma once

/// The parts of an answer.

#include "base/stretch.hpp"

#include <smpcare/ask.hpp>

#include <optional>
#include <vector>

namespace smpcare::ask {

/// One window, and the days on which it restricts the activity asked about.
struct Restriction {
    const Item* item;
    const Window* window;
    std::vector<Stretch> days;
};

/// What holds from `from` on, stretch after stretch; on `silent` days the plan says nothing.
std::vector<RoadStretch> road_of(const std::vector<Restriction>& restrictions, const Stretch& silent, Date from);

/// The days of `item` that one is told of: its window in force on `day`, else the next one, else the last.
std::optional<RuleDays> days_told(const Item& item, Date day, bool (*wanted)(Kind));

SignAnswer answer_sign(const Plan& plan, std::size_t sign, const Stretch& asked);

}  // namespace smpcare::ask
