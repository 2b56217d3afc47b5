#include "format/text/calendar.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"

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

/// A day on which something begins or ends, or a session is.
struct Event {
    Date date;
    std::optional<int> session;
    std::vector<Change> starts, ends;
};

std::vector<Event> events_of(const Plan& plan) {
    std::vector<Event> events;
    for (auto view = day_view(plan, plan.sessions.front() - Days{1}); view.next; view = day_view(plan, view.next->date))
        events.push_back({view.next->date, {}, std::move(view.next->starts), std::move(view.next->ends)});
    for (std::size_t i = 0; i < plan.sessions.size(); ++i) {
        const auto before = [](const Event& event, Date day) { return event.date < day; };
        auto at = std::lower_bound(events.begin(), events.end(), plan.sessions[i], before);
        if (at == events.end() || at->date != plan.sessions[i]) at = events.insert(at, {plan.sessions[i], {}, {}, {}});
        at->session = static_cast<int>(i + 1);
    }
    return events;
}

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
void add_grid(Page& page, date::year_month month, const std::vector<Event>& events, std::optional<Date> today) {
    const auto& marks = page.ascii() ? ascii_marks : unicode_marks;
    const Date first{month / date::day{1}}, last{month / date::last};
    const auto offset = static_cast<int>(date::weekday{first}.iso_encoding()) - 1;
    page.raw(weekday_row(page.words()));
    std::string row(static_cast<std::size_t>(offset * cell_width), ' ');
    for (auto day = first; day <= last; day += Days{1}) {
        const auto event =
            std::find_if(events.begin(), events.end(), [&](const Event& one) { return one.date == day; });
        const int number = day_number(first, day) + 1;
        row += today == day ? marks.today : " ";
        words::append(row, "{:2}", number);
        row += event == events.end() ? " " : event->session ? marks.session : marks.change;
        if ((offset + number) % week != 0 && day != last) continue;
        row.erase(row.find_last_not_of(' ') + 1);
        page.raw(row);
        row.clear();
    }
}

void add_event(Page& page, const say::Speaker& speaker, const Event& event) {
    const auto& words = page.words();
    const auto view = day_view(speaker.plan, event.date);
    const int number = say::told_day(speaker.protocol(), view.day);
    const auto place = words::fill(words.common.session_day, view.session, number);
    page.emphasise({});
    page.paragraph(words::fill(words.common.noted, say::short_date(event.date, words), place));
    page.plain();
    if (!event.ends.empty())
        page.paragraph(words::fill(words.day.next_ends, say::titles_of(speaker, event.ends)), 2, 4);
    if (!event.starts.empty())
        page.paragraph(words::fill(words.day.next_starts, say::titles_of(speaker, event.starts)), 2, 4);
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
    const auto events = events_of(speaker.plan);
    const bool has_room = page.width() >= cell_width * week;
    page.blank();
    if (has_room) page.paragraph(legend(page, today.has_value()));
    for (auto event = events.begin(); event != events.end();) {
        const auto month = month_of(event->date);
        page.heading(month_title(month, page.words()));
        if (has_room) add_grid(page, month, events, today);
        if (has_room) page.blank();
        for (; event != events.end() && month_of(event->date) == month; ++event) add_event(page, speaker, *event);
    }
}

}  // namespace smpcare::format
