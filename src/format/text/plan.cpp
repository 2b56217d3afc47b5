#include "base/safe_text.hpp"
#include "format/renderers.hpp"
#include "format/text/calendar.hpp"
#include "format/text/parts.hpp"
#include "format/text/timeline.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"
#include "say/repeats.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

/// "What is normal" and "call if" belong side by side.
constexpr std::array order{Kind::avoid, Kind::ask, Kind::limit, Kind::do_, Kind::expect, Kind::warn, Kind::visit};

void add_head(Page& page, const say::Speaker& speaker) {
    page.title(one_line(speaker.protocol().title));
    add_client(page, speaker);
    const auto& words = page.words();
    for (const auto& line : say::session_lines(speaker))
        page.paragraph(words::fill(words.common.labelled, line.name, line.dates), 0, 2);
    add_sessions_to_come(page, speaker.plan);
    add_clinic(page, speaker.protocol());
}

void add_today(Page& page, const say::Speaker& speaker, Date today) {
    const auto view = day_view(speaker.plan, today);
    const auto& words = page.words();
    page.blank();
    page.emphasise({});
    if (view.session == 0) {
        page.paragraph(words::fill(words.plan.today_not_started, say::not_started_line(speaker, today)));
    } else {
        page.paragraph(words::fill(words.plan.today, say::long_date(today, words), view.session,
                                   say::told_day(speaker.protocol(), view.day)));
    }
    page.plain();
    bool free = true;
    for (const Kind kind : restricting_kinds) {
        const auto has = [&](const InForce& entry) { return entry.kind == kind; };
        if (std::none_of(view.in_force.begin(), view.in_force.end(), has)) continue;
        free = false;
        page.emphasise(kind);
        page.paragraph(words.common.headings[static_cast<std::size_t>(kind)]);
        page.plain();
        add_by_end(page, speaker, view.in_force, kind);
    }
    if (free && view.session > 0) page.paragraph(words.plan.today_free);
    add_next(page, speaker, view.next);
}

void add_item(Page& page, const say::Speaker& speaker, const Item& item) {
    const auto& rule = speaker.rule(item.rule);
    const auto& phrases = page.words().phrases;
    page.bullet(one_line(rule.title));
    if (rule.help) page.paragraph(phrases.help[static_cast<std::size_t>(*rule.help)], 2, 4);
    page.paragraph(say::frequency_phrase(page.words(), rule), 2, 4);
    for (const auto& line : say::date_lines(speaker, item)) page.paragraph(line, 2, 4);
    for (const auto& line : say::note_lines(speaker, item)) page.paragraph(line, 2, 4);
    page.paragraph(safe_text(rule.detail), 2, 2);
}

void add_lists(Page& page, const say::Speaker& speaker) {
    for (const Kind kind : order) {
        const auto items = say::items_of(speaker, kind);
        if (items.empty()) continue;
        page.heading(page.words().common.headings[static_cast<std::size_t>(kind)], kind);
        for (const auto* item : items) add_item(page, speaker, *item);
    }
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
    const bool has_today = style.today && say::is_within(speaker.plan, *style.today);
    const auto today = has_today ? style.today : std::nullopt;
    add_head(page, speaker);
    if (today) add_today(page, speaker, *today);
    if (style.view == View::calendar) {
        add_calendar(page, speaker, today);
    } else {
        add_lists(page, speaker);
        add_timeline(page, speaker, today);
    }
    add_notices(page, speaker, style);
    add_foot(page, speaker.protocol());
    return page.take();
}

}  // namespace smpcare::format
