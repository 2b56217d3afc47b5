#include "protocol/read/words_of_fields.hpp"

#include "base/typed.hpp"

#include <smpcare/nearest.hpp>

#include <array>
#include <charconv>

namespace smpcare::protocol {
namespace {

using namespace std::string_view_literals;

constexpr std::array kinds{"avoid"sv, "ask"sv, "limit"sv, "do"sv, "expect"sv, "visit"sv, "warn"sv};
constexpr std::array counts{"each"sv, "first"sv, "last"sv};
constexpr std::array evidences{"strong"sv, "some"sv, "weak"sv, "custom"sv};
constexpr std::array helps{"practitioner"sv, "doctor"sv, "emergency"sv};
constexpr std::array truths{"no"sv, "yes"sv, "unknown"sv};
static_assert(kinds.size() == all_kinds.size());

template <class E>
std::string_view word(E value) {
    return words_of<E>()[static_cast<std::size_t>(value)];
}

}  // namespace

template <>
std::span<const std::string_view> words_of<Kind>() {
    return kinds;
}
template <>
std::span<const std::string_view> words_of<CountFrom>() {
    return counts;
}
template <>
std::span<const std::string_view> words_of<Evidence>() {
    return evidences;
}
template <>
std::span<const std::string_view> words_of<Help>() {
    return helps;
}
template <>
std::span<const std::string_view> words_of<Truth>() {
    return truths;
}

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

namespace smpcare {

using protocol::word;

std::string_view name(Kind kind) { return word(kind); }
std::string_view name(CountFrom count_from) { return word(count_from); }
std::string_view name(Evidence evidence) { return word(evidence); }
std::string_view name(Help help) { return word(help); }
std::string_view name(Truth truth) { return word(truth); }
std::span<const FieldFacts> field_facts() { return protocol::fields::rows; }
std::string_view name(Field field) { return facts_of(field).name; }

}  // namespace smpcare
