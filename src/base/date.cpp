#include <array>
#include <charconv>
#include <type_traits>

#include "base/civil.hpp"

namespace smpcare {

static_assert(std::is_same_v<Date, date::sys_days> && std::is_same_v<Days, date::days>);
static_assert(first_date == date::year{1900} / date::January / 1 &&
              last_date == date::year{2199} / date::December / 31);

namespace {

/// Reads all of `digits` as a number; the caller has made sure of the length.
bool read_digits(std::string_view digits, unsigned& value) {
    for (char c : digits)
        if (c < '0' || c > '9') return false;
    return std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc{};
}

void write_digits(char* end, unsigned value, int count) {
    for (; count > 0; --count, value /= 10) *--end = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> moved(Date day, long long days) {
    // Compared as counts, so that no sum can overflow.
    const long long count = day.time_since_epoch().count();
    const long long lowest = first_date.time_since_epoch().count();
    const long long highest = last_date.time_since_epoch().count();
    if (days > highest - count || days < lowest - count) return std::nullopt;
    return Date{Days{static_cast<int>(count + days)}};
}

std::optional<date::year_month_day> parse_civil(std::string_view text) {
    unsigned year = 0, month = 0, day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !read_digits(text.substr(0, 4), year) ||
        !read_digits(text.substr(5, 2), month) || !read_digits(text.substr(8, 2), day))
        return std::nullopt;
    return date::year_month_day{date::year{static_cast<int>(year)}, date::month{month}, date::day{day}};
}

std::optional<Date> parse_date(std::string_view text) {
    const auto civil = parse_civil(text);
    if (!civil || !civil->ok() || !in_range(Date{*civil})) return std::nullopt;
    return Date{*civil};
}

std::string iso(Date day) {
    const date::year_month_day civil{day};
    std::string text = "0000-00-00";
    char* const begin = text.data();
    write_digits(begin + 4, static_cast<unsigned>(static_cast<int>(civil.year())), 4);
    write_digits(begin + 7, static_cast<unsigned>(civil.month()), 2);
    write_digits(begin + 10, static_cast<unsigned>(civil.day()), 2);
    return text;
}

}  // namespace smpcare
