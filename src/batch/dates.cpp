#include "batch/dates.hpp"

#include "batch/hushed.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace smpcare {
namespace {

/// Three numbers with the same sign between them, the last of four digits: `22.11.2026`, `1/5/2026`.
std::optional<std::array<unsigned, 3>> three_numbers(std::string_view text) {
    std::array<unsigned, 3> numbers{};
    char sign = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
        bool const fits = i == 2 ? digits == 4 : digits == 1 || digits == 2;
        if (!fits) return std::nullopt;
        std::from_chars(text.data(), text.data() + digits, numbers[i]);
        text.remove_prefix(digits);
        if (i == 2) break;
        bool const known = !text.empty() && std::string_view{"./-"}.find(text.front()) != std::string_view::npos;
        if (!known || (sign != 0 && text.front() != sign)) return std::nullopt;
        sign = text.front();
        text.remove_prefix(1);
    }
    return text.empty() ? std::optional{numbers} : std::nullopt;
}

bool looks_iso(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                      [](char c, char wanted) { return wanted == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

bool is_day(unsigned year, unsigned month, unsigned day) {
    return date::year_month_day{date::year{static_cast<int>(year)}, date::month{month}, date::day{day}}.ok();
}

bool is_iso_day(std::string_view text) {
    if (!looks_iso(text)) return false;
    auto const number = [&](std::size_t at, std::size_t size) {
        unsigned value = 0;
        std::from_chars(text.data() + at, text.data() + at + size, value);
        return value;
    };
    return is_day(number(0, 4), number(5, 2), number(8, 2));
}

}  // namespace

std::optional<Date> read_cell_date(std::string_view text, DateOrder order, const Span& span, Diagnostics& diagnostics) {
    if (auto const date = parse_date(text)) return date;
    auto const numbers = looks_iso(text) ? std::nullopt : three_numbers(text);
    if (!numbers) {
        // What parse_date refuses and is a day all the same lies outside the range.
        auto const code = is_iso_day(text) ? Code::date_out_of_range : Code::bad_date;
        diagnostics.error(code, span, {code == Code::bad_date ? hushed(text) : std::string{text}});
        return std::nullopt;
    }
    auto const [first, second, year] = *numbers;
    date::year_month_day const civil{date::year{static_cast<int>(year)},
                                     date::month{order == DateOrder::dmy ? second : first},
                                     date::day{order == DateOrder::dmy ? first : second}};
    bool const in_some_order = is_day(year, first, second) || is_day(year, second, first);
    if (in_some_order && (order == DateOrder::ymd || !civil.ok()))
        diagnostics.error(Code::other_date_order, span, {std::string{text}});
    else if (!civil.ok())
        diagnostics.error(Code::bad_date, span, {std::string{text}});
    else if (in_range(Date{civil}))
        return Date{civil};
    else
        diagnostics.error(Code::date_out_of_range, span, {std::string{text}});
    return std::nullopt;
}

}  // namespace smpcare
