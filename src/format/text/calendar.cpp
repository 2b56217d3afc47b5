#include "format/text/calendar.hpp"

#include "base/civil.hpp"
#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"
#include "say/steps.hpp"
#include "say/today.hpp"

#include <smpcare/ask.hpp>

#include <algorithm>
#include <vector>

namespace smpcare::format {

namespace {

constexpr int cell_width = 4;  // a mark for today, two digits, a mark for what happens
constexpr int week = 7;

struct Marks {
    std::string_view session, change, today;
};
constexpr Marks unicode_marks{"\u25a0", "*", ">"};
constexpr Marks ascii_marks{"#", "*", ">"};

date::year_month month_of(Date day) {
    const date::year_month_day civil{day};
    return civil.year() / civil.month();
}

std::string month_title(date::year_month month, const words::Words& words) {
    return words::fill(words.months.month, words.calendar.months[static_cast<unsigned>(month.month()) - 1],
                       static_cast<int>(month.year()));
}

std::string weekday_row(const words::Words& words) {
    std::string row;
    for (std::size_t i = 1; i <= week; ++i) {
        const auto name = prefix_of_width(words.calendar.short_weekdays[i % week], cell_width - 1);
        row.append(static_cast<std::size_t>(cell_width - display_width(name)), ' ').append(name);
    }
    return row;
}

/// Weeks from Monday, one a line.
void add_grid(Page& page, date::year_month month, const std::vector<Step>& steps, std::optional<Date> today) {
    const auto& marks = page.ascii() ? ascii_marks : unicode_marks;
    const Date first{month / date::day{1}}, last{month / date::last};
    const auto offset = static_cast<int>(date::weekday{first}.iso_encoding()) - 1;
    page.raw(weekday_row(page.words()));
    std::string row(static_cast<std::size_t>(offset * cell_width), ' ');
    for (auto day = first; day <= last; day += Days{1}) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const Step& one) { return one.date == day; });
        const int number = day_number(first, day) + 1;
        row += today == day ? marks.today : " ";
        words::append(row, "{:2}", number);
        row += step == steps.end() ? " " : step->session > 0 ? marks.session : marks.change;
        if ((offset + number) % week != 0 && day != last) continue;
        row.erase(row.find_last_not_of(' ') + 1);
        page.raw(row);
        row.clear();
    }
}

/// The usual days of the visits that may be made from this day on.
std::vector<std::string> best_days(const say::Speaker& speaker, const Step& step) {
    std::vector<std::string> lines;
    for (const auto& begin : step.begins) {
        const auto& item = speaker.plan.items[begin.item];
        const auto& target = item.windows[begin.window].target;
        if (!target) continue;
        const auto best = words::fill(speaker.words.today.best_on, say::short_date(*target, speaker.words));
        lines.push_back(words::fill(speaker.words.common.labelled, say::listed_name(speaker.rule(item.rule)), best));
    }
    return lines;
}

void add_step_of_day(Page& page, const say::Speaker& speaker, const Step& step) {
    const auto& words = page.words();
    const auto view = day_view(speaker.plan, step.date);
    const int number = speaker.protocol().told_day(view.day);
    const auto place = words::fill(words.common.session_day, view.session, number);
    page.emphasise({});
    page.paragraph(words::fill(words.common.noted, say::short_date(step.date, words), place));
    page.plain();
    for (const auto& line : say::step_lines(speaker, step)) page.paragraph(say::lines_text({line}, words), 2, 4);
    for (const auto& line : best_days(speaker, step)) page.paragraph(line, 2, 4);
}

std::string legend(const Page& page, bool has_today) {
    const auto& marks = page.ascii() ? ascii_marks : unicode_marks;
    const auto& texts = page.words().months;
    std::string out;
    const auto add = [&](std::string_view mark, std::string_view meaning) {
        join(out, page.words().common.separator, mark);
        out.append(" ").append(meaning);
    };
    add(marks.session, texts.legend_session);
    add(marks.change, texts.legend_change);
    if (has_today) add(marks.today, texts.legend_today);
    return out;
}

}  // namespace

void add_calendar(Page& page, const say::Speaker& speaker, std::optional<Date> today) {
    const auto all = steps(speaker.plan);
    const bool has_room = page.width() >= cell_width * week;
    page.blank();
    if (has_room) page.paragraph(legend(page, today.has_value()));
    for (auto step = all.begin(); step != all.end();) {
        const auto month = month_of(step->date);
        page.heading(month_title(month, page.words()));
        if (has_room) add_grid(page, month, all, today);
        if (has_room) page.blank();
        for (; step != all.end() && month_of(step->date) == month; ++step) add_step_of_day(page, speaker, *step);
    }
}

}  // namespace smpcare::format
