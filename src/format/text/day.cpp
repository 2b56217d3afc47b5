#include "base/safe_text.hpp"
#include "format/renderers.hpp"
#include "format/text/parts.hpp"
#include "say/dates.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace smpcare::format {

namespace {

/// What changes stands between the lists of the day and the signs to call about.
constexpr std::array before_changes{Kind::avoid, Kind::ask, Kind::limit, Kind::do_, Kind::expect, Kind::visit};
constexpr std::array after_changes{Kind::warn};

void add_title(Page& page, const say::Speaker& speaker, const DayView& view) {
    const auto& words = page.words();
    if (view.session == 0) {
        page.title(say::not_started_line(speaker, view.date));
        return;
    }
    page.title(words::fill(words.day.title, view.session, say::told_day(speaker.protocol(), view.day),
                           say::long_date(view.date, words)));
}

void add_changes(Page& page, const say::Speaker& speaker, std::string_view heading,
                 const std::vector<Change>& changes) {
    if (changes.empty()) return;
    page.heading(heading);
    for (const auto& change : changes)
        page.bullet(say::noted_title(page.words(), change.kind, speaker.rule(change.rule)));
}

void add_in_force(Page& page, const say::Speaker& speaker, const DayView& view, std::span<const Kind> kinds) {
    const auto& headings = page.words().common.headings;
    for (const Kind kind : kinds) {
        const auto has = [&](const InForce& entry) { return entry.kind == kind; };
        if (std::none_of(view.in_force.begin(), view.in_force.end(), has)) continue;
        page.heading(headings[static_cast<std::size_t>(kind)], kind);
        add_by_end(page, speaker, view.in_force, kind);
    }
}

}  // namespace

std::string day_as_text(const Plan& plan, const DayView& view, const Style& style) {
    Page page(style);
    const say::Speaker speaker{plan, page.words()};
    add_title(page, speaker, view);
    add_client(page, speaker);
    add_clinic(page, *plan.protocol);
    if (view.in_force.empty()) {
        page.blank();
        page.paragraph(page.words().day.nothing);
    }
    add_in_force(page, speaker, view, before_changes);
    add_changes(page, speaker, page.words().day.ends, view.ends);
    add_changes(page, speaker, page.words().day.starts, view.starts);
    page.blank();
    add_next(page, speaker, view.next);
    add_in_force(page, speaker, view, after_changes);
    page.blank();
    add_sessions_to_come(page, plan);
    add_foot(page, *plan.protocol);
    return page.take();
}

}  // namespace smpcare::format
