#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "format/screen/groups.hpp"
#include "format/screen/screen.hpp"
#include "format/screen/step_list.hpp"
#include "format/text/calendar.hpp"
#include "format/text/parts.hpp"
#include "format/text/timeline.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

void add_lists(Page& page, const say::Speaker& speaker, const std::vector<Step>& all, Date from, const Style& style) {
    add_steps(page, speaker, all, from, style);
    if (style.details)
        add_details(page, speaker, from);
    else
        add_groups(page, speaker, from);
}

/// Of a single session the first line says the date.
void add_sessions(Page& page, const say::Speaker& speaker) {
    const auto& sessions = speaker.plan.sessions;
    const auto& words = page.words();
    if (sessions.size() < 2) return;
    const auto dates = joined(sessions, words.common.separator,
                              [&](Date session) { return kept_together(say::short_date(session, words)); });
    page.blank();
    page.paragraph(words::fill(words.common.labelled, words::fill(words.common.sessions, 1, sessions.size()), dates), 0,
                   2);
}

void add_notices(Page& page, const say::Speaker& speaker, const Style& style) {
    std::vector<std::string> lines;
    for (const auto& notice : speaker.plan.notices) {
        // The foot says it, here as everywhere.
        if (!says_what_was_freed(notice.code) && !is_for_practitioners(notice.code))
            lines.push_back(one_line(message(notice, style.language)));
    }
    for (auto& line : say::silent_changes(speaker)) lines.push_back(std::move(line));
    if (!lines.empty()) page.heading(page.words().plan.notices);
    for (const auto& line : lines) page.bullet(line);
}

}  // namespace

std::string plan_as_text(const Plan& plan, const Style& style) {
    Page page(style);
    const say::Speaker speaker{plan, page.words()};
    const say::AskedDay asked{style.today.value_or(plan.sessions.front()), style.today.has_value()};
    const auto from = std::max(asked.date, plan.sessions.front());
    const bool lists = style.view == View::lists;
    const auto all = steps(plan);
    const auto today = say::today_of(speaker, asked, all);
    page.append(lists ? screen_text(today, speaker, asked, style) : head_text(today, speaker, asked, style));
    if (lists) add_lists(page, speaker, all, from, style);
    if (style.view == View::timeline) add_timeline(page, speaker, style.today);
    if (style.view == View::calendar) add_calendar(page, speaker, style.today);
    add_sessions(page, speaker);
    add_notices(page, speaker, style);
    add_foot(page, speaker);
    return page.take();
}

}  // namespace smpcare::format
