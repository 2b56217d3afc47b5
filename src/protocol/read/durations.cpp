#include "protocol/read/durations.hpp"

#include "base/typed.hpp"

#include <smpcare/nearest.hpp>

#include <charconv>

namespace smpcare::protocol {
namespace {

struct Unit {
    std::string_view name;
    int times;    ///< days in one unit, or
    int divisor;  ///< units in one day
};

constexpr Unit units[] = {{"days", 1, 1}, {"day", 1, 1},    {"weeks", 7, 1},
                          {"week", 7, 1}, {"hours", 1, 24}, {"hour", 1, 24}};

/// The leading digits of `text`.
std::string_view digits_of(std::string_view text) { return text.substr(0, text.find_first_not_of(decimal_digits)); }

std::optional<int> days_in(std::string_view digits, const Unit& unit) {
    long long count = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (read.ec == std::errc::invalid_argument) return std::nullopt;
    // More digits than fit are as far above the limit as anything needs to be.
    if (read.ec != std::errc{} || count > 1'000'000) return days_limit + 1;
    return static_cast<int>((count * unit.times + unit.divisor - 1) / unit.divisor);
}

}  // namespace

std::optional<Boundary> parse_duration(std::string_view text) {
    if (text == "open") return Boundary{Boundary::Base::open, 0, {}};
    const auto digits = digits_of(text);
    const auto rest = text.substr(digits.size());
    for (const auto& unit : units) {
        if (rest.empty() || rest.front() != ' ' || rest.substr(1) != unit.name) continue;
        if (const auto days = days_in(digits, unit)) return Boundary{Boundary::Base::day, *days, {}};
    }
    return std::nullopt;
}

std::string nearest_duration(std::string_view text) {
    const auto digits = digits_of(text);
    if (digits.empty()) return nearest(text, {"open"});
    auto rest = text.substr(digits.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.size() == 1) {  // "10d", "2w", "48h"
        for (const auto& unit : units)
            if (unit.name.front() == rest.front()) return std::string{digits} + ' ' + std::string{unit.name};
    }
    const auto unit = nearest(rest, {"days", "day", "weeks", "week", "hours", "hour"});
    return unit.empty() ? std::string{} : std::string{digits} + ' ' + unit;
}

}  // namespace smpcare::protocol
