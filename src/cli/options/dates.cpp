#include "cli/options/dates.hpp"

#include "base/date_text.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"

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

}  // namespace

std::optional<Date> read_date(std::string_view text, const Today& today, const Span& span, Diagnostics& diagnostics) {
    if (const auto days = read_relative(text)) {
        const auto day = moved(today(), *days);
        if (!day) diagnostics.error(Code::date_out_of_range, span, {std::string{text}});
        return day;
    }
    if (const auto unseen = find_unseen(text, UnseenKind::dash)) {
        diagnostics.error(Code::unseen_character, span, {std::string{text}, unseen->name});
        return std::nullopt;
    }
    const auto result = read_date_text(text, DateOrder::ymd);
    if (const auto* const day = std::get_if<Date>(&result)) return *day;
    const auto& fault = std::get<DateFault>(result);
    // No option says another order here.
    const auto code = fault.code == Code::other_date_order ? Code::bad_date : fault.code;
    diagnostics.error(code, span, fault.arguments(std::string{text}), fault.meant);
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
