#include "batch/rows/dates.hpp"

#include "base/date_text.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"
#include "batch/rows/hushed.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

using Texts = std::vector<std::string>;

std::vector<std::string_view> split(std::string_view text, std::string_view ends) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(ends), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool is_date(std::string_view text, DateOrder order) {
    return std::holds_alternative<Date>(read_date_text(text, order));
}

/// The month with this name in one of the languages, whole or short, 1 to 12; 0 where none has it.
int month_named(std::string_view text) {
    const auto wanted = ascii_lower(text.ends_with('.') ? text.substr(0, text.size() - 1) : text);
    for (const auto language : words::languages()) {
        const auto& months = words::of(language).calendar;
        for (std::size_t i = 0; i < months.months.size(); ++i)
            if (wanted == ascii_lower(std::string_view{months.months[i]}) ||
                wanted == ascii_lower(std::string_view{months.short_months[i]}))
                return static_cast<int>(i) + 1;
    }
    return 0;
}

/// `22`, `Nov` and `2026`, or `Nov`, `22` and `2026`, as 2026-11-22: with the month in words there is one way to read
/// it.
std::optional<std::string> with_month_name(std::string_view one, std::string_view two, std::string_view year) {
    if (year.size() != 4 || !is_digits(year)) return std::nullopt;
    const bool day_first = !one.empty() && is_digits(one.substr(0, 1));
    const auto day = number_in(trimmed(day_first ? one : two, ",."), 1, 31);
    const auto month = month_named(day_first ? two : one);
    if (!day || month == 0) return std::nullopt;
    return smpcare::fill("{}-{:02}-{:02}", year, month, *day);
}

enum class Clock { none, midnight, other };

/// What time of day a text says: `00:00`, `0:00:00.000`, `14:30`.
Clock clock_of(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    const auto parts = split(text, ":.");
    const bool digits = std::all_of(parts.begin(), parts.end(), is_digits);
    if (parts.size() < 2 || !digits || text.find(':') > 2) return Clock::none;
    const bool zero = text.find_first_not_of("0:.") == std::string_view::npos;
    return zero ? Clock::midnight : Clock::other;
}

/// The words of a cell made dates, as far as they have another form.
class Words {
public:
    Words(std::string_view cell, DateOrder order) : order_(order), words_(split(cell, " \t\r\n")) {}

    std::optional<Texts> read() {
        for (at_ = 0; at_ < words_.size();)
            if (!read_one()) return std::nullopt;
        return made_;
    }
    [[nodiscard]] bool has_time() const { return has_time_; }

private:
    [[nodiscard]] std::string_view word(std::size_t ahead) const {
        return at_ + ahead < words_.size() ? words_[at_ + ahead] : std::string_view{};
    }
    void take(std::string text, std::size_t count) {
        made_.push_back(std::move(text));
        at_ += count;
    }

    bool read_one() {
        const auto first = word(0);
        if (const auto parts = split(first, "-/."); parts.size() == 3)
            if (auto named = with_month_name(parts[0], parts[1], parts[2]))
                return take(std::move(*named), 1), skip_time();
        if (auto named = with_month_name(first, word(1), word(2))) return take(std::move(*named), 3), skip_time();
        if (is_date(first, order_)) return take(std::string{first}, 1), skip_time();
        const auto day = first.substr(0, std::min(first.find('T'), first.size()));
        if (day.size() == first.size() || !is_date(day, order_)) return false;
        return take(std::string{day}, 1), is_midnight(first.substr(day.size() + 1), word(0));
    }

    bool skip_time() {
        if (clock_of(word(0)) == Clock::none) return true;
        const auto time = word(0);
        ++at_;
        return is_midnight(time, word(0));
    }

    /// `half`: AM or PM, which may follow.
    bool is_midnight(std::string_view time, std::string_view half) {
        const auto lower = ascii_lower(half);
        const bool before_noon = lower == "am", after_noon = lower == "pm";
        if (before_noon || after_noon) ++at_;
        const bool twelve =
            before_noon && time.starts_with("12") && time.find_first_not_of("0:.", 2) == std::string_view::npos;
        const bool midnight = twelve || (clock_of(time) == Clock::midnight && !after_noon);
        has_time_ = has_time_ || !midnight;
        return midnight;
    }

    DateOrder order_;
    std::vector<std::string_view> words_;
    std::size_t at_ = 0;
    Texts made_;
    bool has_time_ = false;
};

bool has_digit(std::string_view text) { return text.find_first_of(decimal_digits) != std::string_view::npos; }

/// Whether the cell holds several dates with something else than blanks between them: a sign, or a word such as `and`.
bool is_parted_otherwise(std::string_view cell) {
    const auto dates_in = [cell](std::string_view ends) {
        const auto parts = split(cell, ends);
        return std::count_if(parts.begin(), parts.end(),
                             [](auto part) { return shape_of_date(trimmed(part)) != DateShape::none; });
    };
    const auto words = split(cell, " \t\r\n");
    const bool has_word = std::any_of(words.begin(), words.end(), [](auto word) { return !has_digit(word); });
    if (dates_in("/") > 1) return true;
    return dates_in(" \t\r\n,;+&|") > 1 && (has_word || cell.find_first_of(",;+&|") != std::string_view::npos);
}

/// The fault of a cell of which `words` are not all dates.
void refuse(std::string_view cell, const std::vector<std::string_view>& words, DateOrder order, const Span& span,
            Diagnostics& diagnostics) {
    if (is_parted_otherwise(cell)) return diagnostics.error(Code::several_dates, span, {hushed(cell)});
    const auto is_no_date = [order](std::string_view word) { return !is_date(word, order); };
    const auto bad = std::count_if(words.begin(), words.end(), is_no_date);
    // Of several words that are no dates, one date may have been made: `22. 11. 2026`.
    if (bad == 1)
        read_cell_date(*std::find_if(words.begin(), words.end(), is_no_date), order, span, diagnostics);
    else
        diagnostics.error(Code::bad_date, span, {hushed(cell)});
}

}  // namespace

std::optional<Date> read_cell_date(std::string_view text, DateOrder order, const Span& span, Diagnostics& diagnostics) {
    const auto result = read_date_text(text, order);
    if (const auto* const day = std::get_if<Date>(&result)) return *day;
    const auto& fault = std::get<DateFault>(result);
    // That the order is another is known of the whole file, before any row.
    const auto code = fault.code == Code::other_date_order ? Code::bad_date : fault.code;
    diagnostics.error(code, span, fault.arguments(hushed(text)));
    return std::nullopt;
}

std::vector<std::string> read_dates(std::string_view cell, DateOrder order, const Span& span,
                                    Diagnostics& diagnostics) {
    const auto words = split(cell, " \t\r\n");
    // As nearly all are.
    if (std::all_of(words.begin(), words.end(), [order](auto word) { return is_date(word, order); }))
        return {words.begin(), words.end()};
    Words reading{cell, order};
    if (auto made = reading.read()) return *made;
    if (reading.has_time())
        diagnostics.error(Code::time_of_day, span, {hushed(cell)});
    else
        refuse(cell, words, order, span, diagnostics);
    return {};
}

}  // namespace smpcare::batch
