#pragma once

/// The sessions of one case in order, split into series, with what was observed after them.

#include <smpcare/plan.hpp>

#include <optional>
#include <vector>

namespace smpcare::plan {

/// Indexes of the first and last session that belong together.
struct Series {
    std::size_t first, last;

    bool operator==(const Series&) const = default;
};

struct Timeline {
    std::vector<Date> sessions;               ///< ascending
    std::vector<Series> series;               ///< ascending; every session in exactly one
    std::vector<std::vector<Date>> observed;  ///< for each event its dates, ascending
};

/// A session more than `gap` days after the one before begins a new series.
std::vector<Series> split(const std::vector<Date>& sessions, int gap);

/// The latest session strictly before `day`: the one to which an observation of that day belongs.
std::optional<std::size_t> session_before(const std::vector<Date>& sessions, Date day);

/// The latest observation of `event` that belongs to `session`.
std::optional<Date> observation_of(const Timeline& timeline, std::size_t event, std::size_t session);

}  // namespace smpcare::plan
