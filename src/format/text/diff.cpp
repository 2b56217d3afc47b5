#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "format/text/page.hpp"
#include "say/dates.hpp"
#include "say/phrases.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

/// What the lines of one difference need; dates far from `near` are told with their year.
struct Telling {
    const words::Words& words;
    Date near;

    [[nodiscard]] std::string date(Date day) const { return say::plain_date(day, near, words); }
};

std::string window_text(const Telling& telling, const Window& window) {
    const auto& texts = telling.words.diff;
    const auto start = telling.date(window.start);
    if (!window.end) return words::fill(texts.window_open, start);
    if (*window.end == window.start) return words::fill(texts.window_one_day, start);
    return words::fill(texts.window, start, telling.date(*window.end));
}

std::string windows_text(const Telling& telling, const std::vector<Window>& windows) {
    const auto text_of = [&](const Window& window) { return window_text(telling, window); };
    return joined(windows, telling.words.diff.separator, text_of);
}

/// Windows that begin alike and of which there is one each: only the end is told.
std::string end_line(const Telling& telling, const std::string& title, const Window& now, const Window& was) {
    const auto& texts = telling.words.diff;
    if (now.end && was.end) return words::fill(texts.until, title, telling.date(*now.end), telling.date(*was.end));
    if (was.end) return words::fill(texts.until_open, title, telling.date(*was.end));
    return words::fill(texts.until_closed, title, telling.date(*now.end));
}

std::string days_line(const Telling& telling, const std::string& title, const RuleDifference& difference) {
    const auto& texts = telling.words.diff;
    const bool alone = difference.now.size() == 1 && difference.was.size() == 1;
    if (alone && difference.now.front().start == difference.was.front().start)
        return end_line(telling, title, difference.now.front(), difference.was.front());
    if (alone && difference.now.front().end == difference.was.front().end) {
        return words::fill(texts.from, title, telling.date(difference.now.front().start),
                           telling.date(difference.was.front().start));
    }
    return words::fill(texts.now_was, title, windows_text(telling, difference.now),
                       windows_text(telling, difference.was));
}

std::string line_of(const Telling& telling, const RuleDifference& difference) {
    const auto& texts = telling.words.diff;
    auto title = one_line(difference.title);
    if (difference.kind != difference.rule_kind) {
        const auto& note = telling.words.common.notes[static_cast<std::size_t>(difference.kind)];
        title = words::fill(telling.words.common.noted, title, note);
    }
    switch (difference.move) {
        case Move::new_:
            return words::fill(texts.new_, title, windows_text(telling, difference.now));
        case Move::gone:
            return words::fill(texts.gone, title, windows_text(telling, difference.was));
        case Move::text:
            return difference.old_title.empty()
                       ? words::fill(texts.text, title)
                       : words::fill(texts.title_changed, title, one_line(difference.old_title));
        default:
            return days_line(telling, title, difference);
    }
}

std::string dates_text(const Telling& telling, const std::vector<Date>& dates) {
    return joined(dates, ", ", [&](Date day) { return telling.date(day); });
}

}  // namespace

std::string difference_as_text(const Difference& difference, const Style& style) {
    Page page(style);
    const Telling telling{page.words(), std::min(difference.sessions.front(), difference.old_sessions.front())};
    const auto& texts = page.words().diff;
    const auto add_floor_lines = [&] {
        for (const auto& line : difference.floors) page.paragraph(one_line(line), 0, 2);
    };
    if (!difference.any()) {
        page.paragraph(texts.same);
        add_floor_lines();
        return page.take();
    }
    page.title(texts.title);
    if (difference.sessions != difference.old_sessions) {
        page.paragraph(words::fill(texts.sessions, dates_text(telling, difference.sessions),
                                   dates_text(telling, difference.old_sessions)),
                       0, 2);
    }
    for (const auto move : {Move::longer, Move::shorter, Move::moved, Move::new_, Move::gone, Move::text}) {
        const auto has = [move](const RuleDifference& one) { return one.move == move; };
        if (std::none_of(difference.rules.begin(), difference.rules.end(), has)) continue;
        page.heading(texts.headings[static_cast<std::size_t>(move)]);
        for (const auto& one : difference.rules)
            if (has(one)) page.bullet(line_of(telling, one));
    }
    page.blank();
    add_floor_lines();
    page.paragraph(page.words().common.not_advice);
    return page.take();
}

}  // namespace smpcare::format
