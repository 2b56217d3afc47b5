#include "format/text/timeline.hpp"

#include "base/safe_text.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

constexpr int days_a_week = 7;
constexpr int narrow = 72;  // below this many columns a title stands on a line of its own

struct BarMarks {
    std::string_view avoid, ask, limit, do_, more, today;
};
constexpr BarMarks unicode_bars{"\u2588", "?", "\u2592", "\u00b7", ">", "^"};
constexpr BarMarks ascii_bars{"#", "?", "=", ".", ">", "^"};

/// Where days fall: `cell` days a column, `columns` columns from `start`.
struct Scale {
    Date start;
    int cell, columns;

    [[nodiscard]] int column_of(Date day) const { return day_number(start, day) / cell; }
    [[nodiscard]] Date last() const { return start + Days{cell * columns - 1}; }
};

/// One row of columns, each a symbol one column wide.
using Row = std::vector<std::string_view>;

struct Layout {
    int label, bar;  // columns; no label: titles stand above
};

Scale scale_for(Date first, Date last, int room) {
    const int days = day_number(first, last) + 1;
    int cell = (days + room - 1) / room;
    if (cell > days_a_week) cell = (cell + days_a_week - 1) / days_a_week * days_a_week;
    return {first, cell, (days + cell - 1) / cell};
}

std::string end_label(const words::Words& words, const Item& item) {
    const auto end = item.windows.back().end;
    if (!end) return std::string(words.phrases.no_end);
    return words::fill(words.plan.bar_until, say::day_month_year(*end, words));
}

/// Titles get what the bars can spare: at least three tenths of the width.
Layout layout_for(const Page& page, const say::Speaker& speaker, const std::vector<const Item*>& items, int days) {
    if (page.width() < narrow) return {0, page.width()};
    int longest = display_width(page.words().plan.sessions_row), end = 0;
    for (const auto* item : items) {
        longest = std::max(longest, display_width(one_line(speaker.rule(item->rule).title)));
        end = std::max(end, display_width(end_label(page.words(), *item)));
    }
    const int room = page.width() - end - 2;
    const int spare = room - std::max(days, room / 2);
    const int label = std::min(longest, std::max(spare, page.width() * 3 / 10));
    return {label, room - label};
}

std::string_view mark_of(const BarMarks& marks, Kind kind) {
    if (kind == Kind::avoid) return marks.avoid;
    if (kind == Kind::ask) return marks.ask;
    return kind == Kind::limit ? marks.limit : marks.do_;
}

/// A column of several days shows the strongest of them: doubt keeps a restriction here too.
Row bar_of(const Item& item, const Scale& scale, const BarMarks& marks) {
    Row row(static_cast<std::size_t>(scale.columns), " ");
    for (const Kind kind : {Kind::do_, Kind::limit, Kind::ask, Kind::avoid}) {
        for (const auto& window : item.windows) {
            if (window.kind != kind || window.start > scale.last()) continue;
            const auto end = std::min(window.end.value_or(scale.last()), scale.last());
            std::fill(row.begin() + scale.column_of(window.start), row.begin() + scale.column_of(end) + 1,
                      mark_of(marks, kind));
        }
    }
    const auto end = item.windows.back().end;
    if (!end || *end > scale.last()) row.back() = marks.more;
    return row;
}

std::string text_of(const Row& row) {
    std::string out;
    for (const auto mark : row) out += mark;
    return out;
}

/// Cuts or fills `text` to exactly `columns`; what was cut ends in "..".
std::string fitted(std::string_view text, int columns) {
    const bool cut = display_width(text) > columns;
    const auto kept = cut ? prefix_of_width(text, columns - 2) : text;
    std::string out(kept);
    if (cut) out += "..";
    out.append(static_cast<std::size_t>(columns - display_width(out)), ' ');
    return out;
}

/// The date of every n-th days_a_week where its label has room.
std::string week_row(const words::Words& words, const Scale& scale, int room) {
    std::string row;
    int used = 0;
    for (auto day = scale.start; day <= scale.last(); day += Days{days_a_week}) {
        const int column = scale.column_of(day);
        const auto label = say::day_month(day, words);
        const int width = display_width(label);
        const bool touches = used > 0 && column <= used;
        if (touches || column + width > room) continue;
        row.append(static_cast<std::size_t>(column - used), ' ');
        row += label;
        used = column + width;
    }
    return row;
}

std::string session_row(const say::Speaker& speaker, const Scale& scale, const BarMarks& marks,
                        std::optional<Date> today) {
    static constexpr std::string_view digits = "123456789";
    Row row(static_cast<std::size_t>(scale.columns), " ");
    const auto shows = [&](Date day) { return scale.start <= day && day <= scale.last(); };
    if (today && shows(*today)) row[static_cast<std::size_t>(scale.column_of(*today))] = marks.today;
    for (std::size_t i = 0; i < speaker.plan.sessions.size(); ++i) {
        const auto column = static_cast<std::size_t>(scale.column_of(speaker.plan.sessions[i]));
        row[column] = i < digits.size() ? digits.substr(i, 1) : "+";
    }
    return text_of(row);
}

/// What is beside the usual marks in a picture.
struct Shown {
    bool today = false;
    bool asks = false;
};

std::string legend(const words::Words& words, const Scale& scale, const BarMarks& marks, Shown shown) {
    const auto& plan = words.plan;
    std::string out = words::fill(plan.timeline_scale, say::days_phrase(words, scale.cell));
    const auto add = [&](std::string_view mark, std::string_view meaning) {
        out += words.common.separator;
        out.append(mark).append(" ").append(meaning);
    };
    add(marks.avoid, plan.legend_avoid);
    if (shown.asks) add(marks.ask, plan.legend_ask);
    add(marks.limit, plan.legend_limit);
    add(marks.do_, plan.legend_do);
    add(marks.more, plan.legend_more);
    add("1", plan.legend_session);
    if (shown.today) add(marks.today, plan.legend_today);
    return out;
}

void trim_right(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

void add_row(Page& page, const Layout& layout, std::string_view title, const std::string& bar, std::string_view end) {
    std::string line;
    if (layout.label > 0) line = fitted(title, layout.label) + " ";
    line += bar;
    if (!end.empty()) {
        line.append(static_cast<std::size_t>(std::max(0, layout.bar - display_width(bar))), ' ')
            .append(" ")
            .append(end);
    }
    trim_right(line);
    if (!line.empty()) page.raw(line);
}

}  // namespace

void add_timeline(Page& page, const say::Speaker& speaker, std::optional<Date> today) {
    const auto items = say::items_with_bars(speaker);
    if (items.empty()) return;
    page.heading(page.words().plan.timeline);
    add_bars(page, speaker, items, today);
}

void add_bars(Page& page, const say::Speaker& speaker, const std::vector<const Item*>& items,
              std::optional<Date> today) {
    const auto& words = page.words();
    const auto& marks = page.ascii() ? ascii_bars : unicode_bars;
    const auto first = speaker.plan.sessions.front();
    const auto last = say::last_bar_day(speaker.plan, items);
    auto layout = layout_for(page, speaker, items, day_number(first, last) + 1);
    const auto scale = scale_for(first, last, layout.bar);
    layout.bar = scale.columns;  // on a wide page, so that a bar's last day stands near it

    page.paragraph(legend(words, scale, marks, {today.has_value(), say::any_asks(items)}));
    add_row(page, layout, "", week_row(words, scale, page.width() - (layout.label > 0 ? layout.label + 1 : 0)), "");
    add_row(page, layout, words.plan.sessions_row, session_row(speaker, scale, marks, today), "");
    for (const auto* item : items) {
        const auto title = one_line(speaker.rule(item->rule).title);
        const auto end = end_label(words, *item);
        if (layout.label == 0) page.paragraph(words::fill(words.plan.bar_title, title, end), 0, 2);
        add_row(page, layout, title, text_of(bar_of(*item, scale, marks)), layout.label == 0 ? "" : end);
    }
}

}  // namespace smpcare::format
