#include "cli/options/dates.hpp"

#include "base/typed.hpp"

#include <utility>

namespace smpcare::cli {
namespace {

std::optional<int> small_number(std::string_view text) { return number_in(text, 0, 99'999); }

/// `+3d`, `-2w`, or nothing at all: days.
std::optional<int> read_offset(std::string_view text) {
    if (text.empty()) return 0;
    if (text.size() < 3 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    const int unit = text.back() == 'd' ? 1 : text.back() == 'w' ? 7 : 0;
    const auto count = small_number(text.substr(1, text.size() - 2));
    if (unit == 0 || !count) return std::nullopt;
    return (text.front() == '-' ? -1 : 1) * unit * *count;
}

/// Days from today that a word such as `tomorrow+2w` means.
std::optional<int> read_relative(std::string_view text) {
    constexpr std::pair<std::string_view, int> words[] = {{"today", 0}, {"tomorrow", 1}, {"yesterday", -1}};
    for (const auto& [word, days] : words)
        if (text.starts_with(word))
            if (const auto offset = read_offset(text.substr(word.size()))) return days + *offset;
    return std::nullopt;
}

struct Parts {
    int year, month, day;
};

/// Three numbers with the same mark between them, in the order written.
std::optional<Parts> three_numbers(std::string_view text) {
    const auto first = text.find_first_of("-/.");
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto a = small_number(text.substr(0, first));
    const auto b = small_number(text.substr(first + 1, second - first - 1));
    const auto c = small_number(text.substr(second + 1));
    if (!a || !b || !c) return std::nullopt;
    return Parts{*a, *b, *c};
}

std::optional<Date> civil(int year, int month, int day) {
    if (year > 9999 || month > 12 || day > 31) return std::nullopt;
    date::year_month_day const ymd = date::year{year} / month / day;
    if (!ymd.ok() || !in_range(Date{ymd})) return std::nullopt;
    return Date{ymd};
}

/// The ISO form of what was probably meant, where only one reading is possible: `22/11/2026`, never `03/04/2026`.
std::string only_reading(std::string_view text) {
    const auto parts = three_numbers(text);
    if (!parts) return {};
    const auto [a, b, c] = *parts;
    if (const auto day = civil(a, b, c); day && a >= 1900) return iso(*day);
    const auto day_first = civil(c, b, a), month_first = civil(c, a, b);
    if (day_first && month_first && day_first != month_first) return {};
    if (const auto day = day_first ? day_first : month_first; day && c >= 1900) return iso(*day);
    return {};
}

/// Ten characters of the right shape can still name a day that its month lacks, or a year we do not speak of.
void explain_iso(std::string_view text, const date::year_month_day& civil, const Span& span, Diagnostics& diagnostics) {
    std::string const written{text};
    const auto month_of_year = civil.year() / civil.month();
    if (!month_of_year.ok() || civil.day() == date::day{0}) {
        diagnostics.error(Code::bad_date, span, {written});
        return;
    }
    const auto length = static_cast<unsigned>((month_of_year / date::last).day());
    if (static_cast<unsigned>(civil.day()) > length)
        diagnostics.error(Code::no_such_day, span, {written, std::to_string(length)});
    else
        diagnostics.error(Code::date_out_of_range, span, {written});
}

}  // namespace

std::optional<Date> read_date(std::string_view text, const Today& today, const Span& span, Diagnostics& diagnostics) {
    if (const auto day = parse_date(text)) return day;
    if (const auto written = parse_civil(text)) {
        explain_iso(text, *written, span, diagnostics);
        return std::nullopt;
    }
    if (const auto days = read_relative(text)) {
        const auto day = moved(today(), *days);
        if (!day) diagnostics.error(Code::date_out_of_range, span, {std::string{text}});
        return day;
    }
    diagnostics.error(Code::bad_date, span, {std::string{text}}, only_reading(text));
    return std::nullopt;
}

std::optional<DateRange> read_range(std::string_view text, const Today& today, const Span& span,
                                    Diagnostics& diagnostics) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto day = read_date(text, today, span, diagnostics);
        return day ? std::optional(DateRange{*day, *day}) : std::nullopt;
    }
    const auto from = read_date(text.substr(0, dots), today, span, diagnostics);
    const auto to = read_date(text.substr(dots + 2), today, span, diagnostics);
    if (!from || !to) return std::nullopt;
    if (*to < *from) {
        diagnostics.error(Code::bad_range, span, {std::string{text}});
        return std::nullopt;
    }
    return DateRange{*from, *to};
}

}  // namespace smpcare::cli
