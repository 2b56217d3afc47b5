#pragma once

/// The words for days in English questions.

#include "base/typed.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace smpcare::ask {

struct Unit {
    std::string_view name;
    int days;
};
inline constexpr std::array<Unit, 7> units{
    {{"day", 1}, {"days", 1}, {"week", 7}, {"weeks", 7}, {"fortnight", 14}, {"month", 30}, {"months", 30}}};

inline constexpr std::array<std::string_view, 13> number_words{
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};

/// Monday first, as weeks are counted here.
inline constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                          "friday", "saturday", "sunday"};
/// `sun` is the sun.
inline constexpr std::array<std::string_view, 7> short_weekdays{"mon", "tue", "wed", "thu", "fri", "sat", ""};

inline constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};
inline constexpr std::array<std::string_view, 12> short_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};

inline constexpr std::array<std::string_view, 5> day_parts{"morning", "afternoon", "evening", "night", "lunchtime"};
inline constexpr std::array<std::string_view, 8> session_words{"session",     "procedure",         "treatment", "smp",
                                                               "appointment", "micropigmentation", "tattoo",    "op"};
/// What may stand before a day and says nothing.
inline constexpr std::array<std::string_view, 11> before_days{"on",  "at",   "from", "between", "starting", "over",
                                                              "the", "this", "for",  "of",      "during"};
/// What joins the first and the last day.
inline constexpr std::array<std::string_view, 9> between_days{"to", "until", "till",   "through", "and",
                                                              "or", "-",     "\u2013", ".."};
/// What makes a span from today of the day that follows.
inline constexpr std::array<std::string_view, 5> up_to_days{"until", "till", "before", "by", "within"};

/// A day, or a few, that has a name and the same date each year; a longer name before one that begins it.
struct Feast {
    std::string_view name;
    unsigned month, day;
    int days = 1;
};
inline constexpr std::array<Feast, 11> feasts{{{"christmas eve", 12, 24},
                                               {"xmas eve", 12, 24},
                                               {"christmas day", 12, 25},
                                               {"xmas day", 12, 25},
                                               {"christmas", 12, 24, 3},
                                               {"xmas", 12, 24, 3},
                                               {"boxing day", 12, 26},
                                               {"new years eve", 12, 31},
                                               {"new years day", 1, 1},
                                               {"halloween", 10, 31},
                                               {"valentines day", 2, 14}}};

template <std::size_t size>
std::optional<std::size_t> index_in(const std::array<std::string_view, size>& list, std::string_view word) {
    const auto found = std::find(list.begin(), list.end(), word);
    if (word.empty() || found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& list, std::string_view word) {
    return index_in(list, word).has_value();
}

inline std::optional<int> number_of(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    if (const auto index = index_in(number_words, word)) return static_cast<int>(*index);
    return number_in(word, 0, 9999);
}

/// 5, 5th, 22nd: a day of a month.
inline std::optional<unsigned> month_day_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.ends_with(ending) && word.size() > 2) word.remove_suffix(2);
    return number_in(word, 1U, 31U);
}

inline std::optional<int> unit_of(std::string_view word) {
    for (const auto& unit : units)
        if (unit.name == word) return unit.days;
    return std::nullopt;
}

/// The month's number from 1; "may" and "mar" are other words too, and so count only beside a number or "in".
inline std::optional<unsigned> month_of(std::string_view word) {
    auto index = index_in(months, word);
    if (!index) index = index_in(short_months, word);
    return index ? std::optional(static_cast<unsigned>(*index) + 1) : std::nullopt;
}

}  // namespace smpcare::ask
