#include "format/screen/short_days.hpp"

#include "base/civil.hpp"
#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"

#include <algorithm>
#include <optional>

namespace smpcare::format {

namespace {

std::string date_of(Date day, Date near, const words::Words& words) {
    return say::year_of(day) == say::year_of(near) ? say::day_month(day, words) : say::day_month_year(day, words);
}

/// Of a stretch's first day what its last day does not say: "2", "30 Nov", "22 Dec 2026".
std::string first_of_two(Date first, Date last, Date near, const words::Words& words) {
    const date::year_month_day one{first}, other{last};
    if (one.year() != other.year()) return date_of(first, near, words);
    if (one.month() != other.month()) return say::day_month(first, words);
    return std::to_string(static_cast<unsigned>(one.day()));
}

/// What has begun on `from`, or follows at once on what is told before it, needs no first day.
std::string days_of_window(const words::Words& words, const Window& window, Date from, bool follows) {
    const auto& texts = words.screen;
    const auto date = [&](Date day) { return date_of(day, from, words); };
    const bool begun = window.start <= from || follows;
    const bool asks = window.kind == Kind::ask;  // a day on which nobody says yes is no end
    if (begun && (!window.end || asks))
        return std::string(words.today.without_end[static_cast<std::size_t>(window.kind)]);
    if (!window.end || asks) return words::fill(texts.from, date(window.start));
    if (begun) return words::fill(texts.until, date(*window.end));
    if (window.start == *window.end) return words::fill(texts.only_on, date(window.start));
    return words::fill(texts.from_to, first_of_two(window.start, *window.end, from, words), date(*window.end));
}

/// What stands before a window: its list's kind, and no window.
struct Before {
    Kind kind;
    Date next = Date::max();  ///< the day after its end
};

/// A tail says what it waits for, and a window of another kind than the one before it which one.
std::string days_of(const say::Speaker& speaker, const Rule& rule, const Window& window, const Before& before,
                    Date from) {
    const auto& words = speaker.words;
    auto days = days_of_window(words, window, from, window.start == before.next);
    if (rule.until && window.kind != rule.kind)
        join(days, ", ", words::fill(words.phrases.only_if, one_line(speaker.protocol().events[*rule.until].title)));
    if (window.kind == before.kind) return days;
    return words::fill(words.screen.then, words.common.notes[static_cast<std::size_t>(window.kind)], days);
}

}  // namespace

ShortDays parted_days(const say::Speaker& speaker, const Item& item, const ListedFrom& list) {
    const auto& words = speaker.words;
    const auto& rule = speaker.rule(item.rule);
    const bool names_session = rule.count_from == CountFrom::last && speaker.plan.sessions.size() > 1;
    std::vector<std::string> told;
    Before before{list.kind};
    for (const auto& window : item.windows) {
        if (window.end && *window.end < list.date) continue;
        auto days = days_of(speaker, rule, window, before, list.date);
        before = {window.kind, window.end ? *window.end + Days{1} : Date::max()};
        if (window.target)
            join(days, ", ", words::fill(words.screen.best, date_of(*window.target, *window.end, words)));
        if (names_session && !window.after_sessions.empty())
            days = words::fill(words.screen.after_session, days, window.after_sessions.back());
        told.push_back(std::move(days));
    }
    const bool has_tail = told.size() == 2 && before.kind != list.kind;
    if (has_tail) return {told.front(), told.back()};
    return {joined(told, ", "), {}};
}

std::string short_days(const say::Speaker& speaker, const Item& item, const ListedFrom& list) {
    auto parted = parted_days(speaker, item, list);
    join(parted.days, ", ", parted.tail);
    return std::move(parted.days);
}

std::vector<std::string> instead_of(const say::Speaker& speaker, const Item& item, Date from) {
    std::vector<std::string> told;
    for (const auto index : speaker.rule(item.rule).instead) {
        const auto& items = speaker.plan.items;
        const auto of_rule = [&](const Item& other) { return other.rule == index; };
        const auto found = std::find_if(items.begin(), items.end(), of_rule);
        if (found == items.end() || found->windows.empty()) continue;
        const auto days = short_days(speaker, *found, {speaker.rule(index).kind, from});
        if (!days.empty())
            told.push_back(
                words::fill(speaker.words.common.noted, say::advised_title(speaker.words, speaker.rule(index)), days));
    }
    return told;
}

}  // namespace smpcare::format
