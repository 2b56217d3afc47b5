#pragma once

/// Runs of days, and the sets of sessions behind them: all the arithmetic that windows, cuts and answers need.

#include <smpcare/date.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace smpcare {

/// The end of what nothing ends, 9999-12-31. Later than every date we speak of, early enough that a day may be added.
inline constexpr Date open_end{Days{2932896}};

/// Bit n stands for session n, counted from 0.
using SessionSet = std::uint64_t;

inline constexpr SessionSet session_bit(std::size_t session) { return SessionSet{1} << session; }
SessionSet session_bits(std::size_t first, std::size_t last);

/// Days `start` to `end`, both inclusive.
struct Stretch {
    Date start;
    Date end = open_end;
    SessionSet sessions = 0;

    bool operator==(const Stretch&) const = default;
};

inline bool covers(const Stretch& stretch, Date day) { return stretch.start <= day && day <= stretch.end; }
inline bool overlap(const Stretch& a, const Stretch& b) { return a.start <= b.end && b.start <= a.end; }

/// The days of anything with a first day, and a last one or none.
template <class Window>
Stretch days_of(const Window& window) {
    return {window.start, window.end.value_or(open_end), 0};
}
inline std::optional<Date> end_or_none(Date end) { return end == open_end ? std::nullopt : std::optional{end}; }

enum class Joining { touching, overlapping };

/// Sorted by start; stretches that overlap (or touch) become one, with the sessions of all.
std::vector<Stretch> merged(std::vector<Stretch> stretches, Joining joining);

/// What of `stretches` lies in none of `holes`, which are sorted and disjoint. Every piece keeps its sessions.
std::vector<Stretch> without(const std::vector<Stretch>& stretches, const std::vector<Stretch>& holes);

}  // namespace smpcare
