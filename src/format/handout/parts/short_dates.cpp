#include "format/handout/parts/short_dates.hpp"

#include "base/civil.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"
#include "say/repeats.hpp"
#include "say/today.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

bool in_first_year(const say::Speaker& speaker, Date day) {
    return say::year_of(day) == say::year_of(speaker.plan.sessions.front());
}

std::string day_month(const say::Speaker& speaker, Date day) {
    return in_first_year(speaker, day) ? say::day_month(day, speaker.words) : say::day_month_year(day, speaker.words);
}

bool same_month(Date one, Date other) {
    const date::year_month_day a{one}, b{other};
    return a.year() == b.year() && a.month() == b.month();
}

/// Of several windows, without weekdays.
std::string among_others(const say::Speaker& speaker, const Window& window) {
    if (!window.end) return words::fill(speaker.words.handout.from, day_month(speaker, window.start));
    return date_range(speaker, window.start, *window.end);
}

std::string alone(const say::Speaker& speaker, const Window& window) {
    const auto& texts = speaker.words.handout;
    const bool from_start = window.start == speaker.plan.sessions.front();
    if (from_start && !window.end) return std::string(window.kind == Kind::ask ? texts.until_yes : texts.always);
    if (!window.end) return words::fill(texts.from, step_date(speaker, window.start));
    if (window.start == *window.end) return step_date(speaker, window.start);
    if (from_start) return words::fill(texts.until, step_date(speaker, *window.end));
    return date_range(speaker, window.start, *window.end);
}

say::Stand stand_of(const say::Speaker& speaker, const Item& item, const Window& window) {
    const int session = say::session_of_start(speaker.plan, item, window);
    const auto begun = speaker.plan.sessions[static_cast<std::size_t>(session - 1)];
    return {session, day_number(begun, window.start), window.end ? day_number(window.start, *window.end) : -1, {}};
}

}  // namespace

std::string step_date(const say::Speaker& speaker, Date day) {
    return say::date_near(day, speaker.plan.sessions.front(), speaker.words);
}

std::string date_range(const say::Speaker& speaker, Date first, Date last) {
    const auto& texts = speaker.words.handout;
    const auto end = day_month(speaker, last);
    if (first == last) return end;
    if (same_month(first, last)) {
        const auto day = static_cast<unsigned>(date::year_month_day{first}.day());
        return words::fill(texts.range, std::to_string(day), end);
    }
    // The year of both is that of the last.
    const bool one_year = say::year_of(first) == say::year_of(last);
    return words::fill(texts.range, one_year ? say::day_month(first, speaker.words) : day_month(speaker, first), end);
}

std::string short_dates(const say::Speaker& speaker, const Item& item, Kind kind) {
    std::vector<const Window*> windows;
    for (const auto& window : item.windows)
        if (window.kind == kind) windows.push_back(&window);
    if (windows.size() == 1) return alone(speaker, *windows.front());
    std::vector<say::Stand> stands;
    for (const auto* window : windows) stands.push_back(stand_of(speaker, item, *window));
    std::vector<std::string> lines;
    say::tell_repeats(lines, speaker.words, stands,
                      [&](std::size_t at) { lines.push_back(among_others(speaker, *windows[at])); });
    return joined(lines, ", ");
}

std::string sign_dates(const say::Speaker& speaker, const Item& item) {
    const auto& texts = speaker.words.handout;
    const auto& windows = item.windows;
    if (windows.front().start == speaker.plan.sessions.front()) return {};
    std::vector<say::Stand> stands;
    for (const auto& window : windows) stands.push_back(stand_of(speaker, item, window));
    std::vector<std::string> lines;
    say::tell_repeats(lines, speaker.words, stands, [&](std::size_t at) {
        const bool first = lines.empty();
        lines.push_back(words::fill(first ? texts.sign_from : texts.sign_again, step_date(speaker, windows[at].start)));
    });
    return joined(lines, ", ");
}

}  // namespace smpcare::format
