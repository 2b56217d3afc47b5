#include "base/date_text.hpp"

#include "base/civil.hpp"
#include "base/typed.hpp"

#include <algorithm>

namespace smpcare {
namespace {

struct Numbers {
    int first, second, third;
    std::size_t digits[3];

    /// `1/5/26`
    [[nodiscard]] bool are_short() const { return digits[0] <= 2 && digits[1] <= 2 && digits[2] == 2; }
    /// `1/5/2026`
    [[nodiscard]] bool end_in_a_year() const { return digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4; }
};

/// Three numbers with the same sign between them.
std::optional<Numbers> three_numbers(std::string_view text) {
    const auto first = text.find_first_of("-/.");
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const std::string_view parts[] = {text.substr(0, first), text.substr(first + 1, second - first - 1),
                                      text.substr(second + 1)};
    const auto number = [&](std::size_t i) { return number_in(parts[i], 0, 99'999); };
    const auto a = number(0), b = number(1), c = number(2);
    if (!a || !b || !c) return std::nullopt;
    return Numbers{*a, *b, *c, {parts[0].size(), parts[1].size(), parts[2].size()}};
}

date::year_month_day civil_of(int year, int month, int day) {
    return date::year{year} / date::month{static_cast<unsigned>(month)} / date::day{static_cast<unsigned>(day)};
}

std::optional<Date> date_of(int year, int month, int day) {
    if (year > 9999 || month > 12 || day > 31) return std::nullopt;
    const auto civil = civil_of(year, month, day);
    if (!civil.ok() || !in_range(Date{civil})) return std::nullopt;
    return Date{civil};
}

/// `22/11/2026` and `2026/1/5` can be read in one way alone, `03/04/2026` in two.
std::string only_reading(const Numbers& numbers) {
    const auto [a, b, c, digits] = numbers;
    if (const auto day = date_of(a, b, c)) return iso(*day);
    const auto day_first = date_of(c, b, a), month_first = date_of(c, a, b);
    if (day_first && month_first && day_first != month_first) return {};
    if (const auto day = day_first ? day_first : month_first) return iso(*day);
    return {};
}

/// What is wrong with a day of the right form.
std::variant<Date, DateFault> judged(const date::year_month_day& civil) {
    const auto month = civil.year() / civil.month();
    if (!month.ok() || civil.day() == date::day{0}) return DateFault{};
    const auto length = (month / date::last).day();
    if (civil.day() > length) return DateFault{Code::no_such_day, static_cast<int>(static_cast<unsigned>(length))};
    if (!in_range(Date{civil})) return DateFault{Code::date_out_of_range};
    return Date{civil};
}

/// What a spreadsheet holds for a day: 1 is the first day of 1900, and a time is a fraction. Five digits are the years
/// from 1927.
bool is_day_number(std::string_view text) {
    const auto point = std::min(text.find_first_of(".,"), text.size());
    if (!number_in(text.substr(0, point), 10'000, 99'999) || point != 5) return false;
    return point == text.size() || is_digits(text.substr(point + 1));
}

}  // namespace

Args DateFault::arguments(std::string shown) const {
    Args arguments{std::move(shown)};
    if (code == Code::no_such_day) arguments.push_back(month_length);
    return arguments;
}

DateShape shape_of_date(std::string_view text) {
    if (parse_civil(text)) return DateShape::iso;
    const auto numbers = three_numbers(text);
    if (!numbers || !numbers->end_in_a_year()) return DateShape::none;
    const auto is_month = [](int number) { return 1 <= number && number <= 12; };
    const auto is_day = [](int number) { return 1 <= number && number <= 31; };
    const bool day_first = is_day(numbers->first) && is_month(numbers->second);
    const bool month_first = is_month(numbers->first) && is_day(numbers->second);
    if (day_first && month_first) return DateShape::either;
    if (day_first) return DateShape::day_first;
    return month_first ? DateShape::month_first : DateShape::none;
}

std::variant<Date, DateFault> read_date_text(std::string_view text, DateOrder order) {
    if (const auto civil = parse_civil(text)) return judged(*civil);
    if (is_day_number(text)) return DateFault{Code::day_number};
    const auto numbers = three_numbers(text);
    if (!numbers) return DateFault{};
    if (numbers->are_short()) return DateFault{Code::short_year};
    DateFault fault{Code::bad_date, 0, only_reading(*numbers)};
    const auto [first, second, year, digits] = *numbers;
    if (!numbers->end_in_a_year()) return fault;
    const auto day_first = civil_of(year, second, first), month_first = civil_of(year, first, second);
    const auto shape = shape_of_date(text);
    if (shape == DateShape::none) return fault;
    if (order == DateOrder::dmy && shape != DateShape::month_first) return judged(day_first);
    if (order == DateOrder::mdy && shape != DateShape::day_first) return judged(month_first);
    if (day_first.ok() || month_first.ok()) fault.code = Code::other_date_order;
    return fault;
}

}  // namespace smpcare
