#pragma once

/// The words for days in English questions.

#include <smpcare/date.hpp>

#include <array>
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
inline constexpr std::array<std::string_view, 10> before_days{"on",  "at",   "from", "between", "starting",
                                                              "the", "this", "for",  "of",      "during"};
/// What joins the first and the last day.
inline constexpr std::array<std::string_view, 9> between_days{"to", "until", "till",   "through", "and",
                                                              "or", "-",     "\u2013", ".."};
/// What makes a span from today of the day that follows.
inline constexpr std::array<std::string_view, 5> up_to_days{"until", "till", "before", "by", "within"};

}  // namespace smpcare::ask
