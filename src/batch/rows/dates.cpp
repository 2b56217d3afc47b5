#include "batch/rows/dates.hpp"

#include "batch/rows/hushed.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace smpcare::batch {
namespace {

/// Three numbers with the same sign between them, the last of four digits: `22.11.2026`, `1/5/2026`.
std::optional<std::array<unsigned, 3>> three_numbers(std::string_view text) {
    std::array<unsigned, 3> numbers{};
    char sign = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
        const bool fits = i == 2 ? digits == 4 : digits == 1 || digits == 2;
        if (!fits) return std::nullopt;
        std::from_chars(text.data(), text.data() + digits, numbers[i]);
        text.remove_prefix(digits);
        if (i == 2) break;
        const bool known = !text.empty() && std::string_view{"./-"}.find(text.front()) != std::string_view::npos;
        if (!known || (sign != 0 && text.front() != sign)) return std::nullopt;
        sign = text.front();
        text.remove_prefix(1);
    }
    return text.empty() ? std::optional{numbers} : std::nullopt;
}

date::year_month_day civil_of(unsigned year, unsigned month, unsigned day) {
    return {date::year{static_cast<int>(year)}, date::month{month}, date::day{day}};
}

}  // namespace

std::optional<Date> read_cell_date(std::string_view text, DateOrder order, const Span& span, Diagnostics& diagnostics) {
    const auto refuse = [&](Code code, std::string shown) -> std::optional<Date> {
        diagnostics.error(code, span, {std::move(shown)});
        return std::nullopt;
    };
    if (const auto date = parse_date(text)) return date;
    // A day that parse_date refuses all the same.
    if (const auto civil = parse_civil(text); civil && civil->ok())
        return refuse(Code::date_out_of_range, std::string{text});
    const auto numbers = three_numbers(text);
    if (!numbers) return refuse(Code::bad_date, hushed(text));
    const auto [first, second, year] = *numbers;
    const auto day_first = civil_of(year, second, first), month_first = civil_of(year, first, second);
    const auto meant = order == DateOrder::dmy ? day_first : month_first;
    if (!day_first.ok() && !month_first.ok()) return refuse(Code::bad_date, std::string{text});
    if (order == DateOrder::ymd || !meant.ok()) return refuse(Code::other_date_order, std::string{text});
    if (!in_range(Date{meant})) return refuse(Code::date_out_of_range, std::string{text});
    return Date{meant};
}

}  // namespace smpcare::batch
