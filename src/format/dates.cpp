#include "format/dates.hpp"

#include <smpcare/format.hpp>

namespace smpcare {

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

std::string day_month(Date day, const words::Words& words) {
    const auto parts = parts_of(day);
    return words::fill(words.calendar.day_month, parts.day, words.calendar.short_months[parts.month]);
}

std::string day_month_year(Date day, const words::Words& words) {
    const auto parts = parts_of(day);
    return words::fill(words.calendar.day_month_year, parts.day, words.calendar.short_months[parts.month], parts.year);
}

std::string long_date(Date day, std::string_view language) { return long_date(day, words::of(language)); }

}  // namespace smpcare
