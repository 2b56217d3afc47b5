#include "say/dates.hpp"

#include "base/civil.hpp"

#include <smpcare/style.hpp>

namespace smpcare::say {

namespace {

struct Parts {
    std::size_t weekday, month;
    unsigned day;
    int year;
};

Parts parts_of(Date day) {
    const date::year_month_day civil{day};
    return {date::weekday{day}.c_encoding(), static_cast<unsigned>(civil.month()) - 1,
            static_cast<unsigned>(civil.day()), static_cast<int>(civil.year())};
}

/// Nearer dates are told apart by day and month alone.
constexpr int far = 300;

bool is_near(Date day, Date near) { return day < near + Days{far} && near < day + Days{far}; }

}  // namespace

std::string long_date(Date day, const words::Words& words) {
    const auto& calendar = words.calendar;
    const auto parts = parts_of(day);
    return words::fill(calendar.long_date, calendar.weekdays[parts.weekday], parts.day, calendar.months[parts.month],
                       parts.year);
}

std::string short_date(Date day, const words::Words& words) {
    const auto& calendar = words.calendar;
    const auto parts = parts_of(day);
    return words::fill(calendar.short_date, calendar.short_weekdays[parts.weekday], parts.day,
                       calendar.short_months[parts.month], parts.year);
}

std::string weekday_day_month(Date day, const words::Words& words) {
    const auto parts = parts_of(day);
    return words::fill(words.calendar.weekday_day_month, words.calendar.short_weekdays[parts.weekday], parts.day,
                       words.calendar.short_months[parts.month]);
}

std::string day_month(Date day, const words::Words& words) {
    const auto parts = parts_of(day);
    return words::fill(words.calendar.day_month, parts.day, words.calendar.short_months[parts.month]);
}

std::string day_month_year(Date day, const words::Words& words) {
    const auto parts = parts_of(day);
    return words::fill(words.calendar.day_month_year, parts.day, words.calendar.short_months[parts.month], parts.year);
}

int year_of(Date day) { return parts_of(day).year; }

std::string brief_date(Date day, Date near, const words::Words& words) {
    return is_near(day, near) ? day_month(day, words) : day_month_year(day, words);
}

}  // namespace smpcare::say

std::string smpcare::long_date(Date day, std::string_view language) { return say::long_date(day, words::of(language)); }
