#include "format/calendar/gap.hpp"

#include "base/civil.hpp"
#include "base/code_points.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace smpcare::calendar {

namespace {

/// Control characters, which the filters let into no text.
constexpr char gap_opens = '\x01';
constexpr char gap_closes = '\x02';
constexpr char gap_parts = ':';  // which no text escapes
constexpr char filling = '_';

template <class Names>
std::string_view longest(const Names& names) {
    return *std::max_element(names.begin(), names.end(),
                             [](std::string_view a, std::string_view b) { return code_points(a) < code_points(b); });
}

}  // namespace

std::string gap_text(DateGap gap, std::size_t size) {
    std::array<char, 2 * std::numeric_limits<int>::digits10 + 8> made{gap_opens};
    auto* const last = made.data() + made.size();
    auto* end = std::to_chars(made.data() + 1, last, gap.days).ptr;
    *end++ = gap_parts;
    end = std::to_chars(end, last, gap.near).ptr;
    const std::string_view parts(made.data(), static_cast<std::size_t>(end - made.data()));
    std::string text(std::max(size, parts.size() + 1), filling);
    std::copy(parts.begin(), parts.end(), text.begin());
    text.back() = gap_closes;
    return text;
}

std::optional<FoundGap> find_gap(std::string_view text) {
    FoundGap found;
    found.at = text.find(gap_opens);
    if (found.at == std::string_view::npos) return std::nullopt;
    found.end = text.find(gap_closes, found.at) + 1;
    const auto* const end = text.data() + found.end;
    const auto days = std::from_chars(text.data() + found.at + 1, end, found.gap.days);
    std::from_chars(days.ptr + 1, end, found.gap.near);
    return found;
}

std::size_t gap_size(const words::Words& words) {
    const auto& calendar = words.calendar;
    constexpr std::size_t widest_gap = 16;  // three digits of years in days, twice, and what is around them
    const auto date =
        fill(calendar.short_date, longest(calendar.short_weekdays), "28", longest(calendar.short_months), "2026");
    return std::max(widest_gap, code_points(date));
}

void add_gap_date(std::string& out, const words::Words& words, Date first, DateGap gap) {
    const auto& calendar = words.calendar;
    const date::year_month_day civil{first + Days{gap.days}};
    const auto& weekday = calendar.short_weekdays[date::weekday{first + Days{gap.days}}.c_encoding()];
    const auto& month = calendar.short_months[static_cast<unsigned>(civil.month()) - 1];
    const auto day = static_cast<unsigned>(civil.day());
    if (civil.year() == date::year_month_day{first + Days{gap.near}}.year())
        append(out, calendar.weekday_day_month, weekday, day, month);
    else
        append(out, calendar.short_date, weekday, day, month, static_cast<int>(civil.year()));
}

void add_without_gaps(std::string& out, std::string_view text, const words::Words& words, Date first) {
    for (auto found = find_gap(text); found; found = find_gap(text)) {
        out += text.substr(0, found->at);
        add_gap_date(out, words, first, found->gap);
        text.remove_prefix(found->end);
    }
    out += text;
}

std::string without_gaps(std::string_view text, const words::Words& words, Date first) {
    std::string out;
    add_without_gaps(out, text, words, first);
    return out;
}

}  // namespace smpcare::calendar
