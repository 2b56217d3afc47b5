#include "format/renderers.hpp"
#include "format/screen/groups.hpp"
#include "format/screen/screen.hpp"
#include "format/text/parts.hpp"
#include "say/steps.hpp"
#include "say/today.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

/// The next step after the day that the screen tells of last.
void add_next(Page& page, const say::Speaker& speaker, const std::vector<Step>& all, Date told) {
    const auto& words = page.words();
    const auto next = std::find_if(all.begin(), all.end(), [&](const Step& step) { return step.date > told; });
    page.blank();
    if (next == all.end()) {
        page.paragraph(words.screen.no_steps);
        return;
    }
    page.emphasise({});
    page.paragraph(words::fill(words.day.next, say::date_near(next->date, told, words)));
    page.plain();
    page.paragraph(say::lines_text(say::step_lines(speaker, *next), words), 2, 2);
}

}  // namespace

std::string day_as_text(const Plan& plan, const DayView& view, const Style& style) {
    Page page(style);
    const say::Speaker speaker{plan, page.words()};
    const auto shown = std::max(view.date, plan.sessions.front());
    const say::AskedDay asked{view.date, style.today == view.date};
    const auto all = steps(plan);
    page.append(screen_text(say::today_of(speaker, asked, all), speaker, asked, style));
    add_next(page, speaker, all, shown + Days{1});
    if (plan.more_sessions == Truth::unknown) page.paragraph(page.words().common.starts_again);
    if (style.details) add_details_on(page, speaker, shown);
    add_foot(page, speaker, style.details);
    return page.take();
}

}  // namespace smpcare::format
