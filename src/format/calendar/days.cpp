#include "base/text.hpp"
#include "format/calendar/day.hpp"
#include "format/calendar/text.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <array>

namespace smpcare::calendar {

namespace {

constexpr int title_room = 60;  // columns; month views show no more

/// A description that is too long is cut from its end, so what must not be lost comes first.
constexpr std::array told_first{Kind::warn, Kind::do_, Kind::avoid, Kind::ask, Kind::limit, Kind::expect, Kind::visit};
static_assert(told_first.size() == all_kinds.size());

/// What the two modes that have one event a day share.
class DayTeller {
public:
    DayTeller(Walk& walk, Events mode) : walk_(walk), mode_(mode), freedom_(walk) {}

    void tell(Date day, std::span<const Mark> marks, const Sink& sink) {
        const auto number = walk_.session_on(day);
        const auto since = day_number(walk_.plan.sessions[static_cast<std::size_t>(number - 1)], day);
        const auto session = std::to_string(number);
        event_.uid = walk_.uid({session, std::to_string(since)});
        event_.start = event_.last = day;
        event_.alarm = since > 0;
        const auto told = std::to_string(say::told_day(*walk_.plan.protocol, since));
        event_.head.clear();
        std::string title;
        if (walk_.prepared.style.discreet) {
            title = numbered(session, told, walk_.prepared.words.event.neutral_title);
        } else {
            title = title_of(day, session, told, marks);
            add_body(day, marks);
        }
        event_.title = title;
        walk_.prepared.patterns.day_place.fill(event_.head, {session, told, walk_.dates.long_date(day)});
        event_.head += newline;
        if (walk_.plan.more_sessions == Truth::yes && day >= walk_.plan.sessions.back())
            event_.head.append(walk_.prepared.sessions_to_come);
        event_.tail = walk_.prepared.foot;
        sink(event_);
    }

private:
    /// "Day 5: what", or "Session 2, day 5: what".
    std::string numbered(std::string_view session, std::string_view told, std::string_view what) {
        const auto& patterns = walk_.prepared.patterns;
        std::string title;
        (session == "1" ? patterns.day_title : patterns.session_day_title).fill(title, {session, told, what});
        return title;
    }

    std::string title_of(Date day, std::string_view session, std::string_view told, std::span<const Mark> marks) {
        if (walk_.is_session(day)) {
            std::string title;
            walk_.prepared.patterns.session_title.fill(title, {session});
            return title;
        }
        const int room = title_room - display_width(numbered(session, told, ""));
        const auto what = change_title(walk_, freedom_, marks, room);
        return numbered(session, told, what.empty() ? counts(day) : what);
    }

    void add_body(Date day, std::span<const Mark> marks) {
        const bool with_lists = mode_ == Events::days || walk_.is_session(day);
        Body body(walk_.prepared, event_.head);
        add_changes(body, walk_, freedom_, marks, !walk_.is_session(day));
        if (with_lists) add_lists(body, day);
    }

    std::array<std::vector<std::string>, all_kinds.size()> in_force(Date day) {
        std::array<std::vector<std::string>, all_kinds.size()> lists;
        for (const auto& item : walk_.plan.items) {
            if (walk_.plan.protocol->rules[item.rule].asked_only) continue;
            for (const auto& window : item.windows) {
                if (!window.covers(day)) continue;
                lists[static_cast<std::size_t>(window.kind)].push_back(noted(walk_, item, window, false));
                break;
            }
        }
        return lists;
    }

    void add_lists(Body& body, Date day) {
        const auto lists = in_force(day);
        const auto& headings = walk_.prepared.words.common.headings;
        for (const Kind kind : told_first) {
            const auto place = static_cast<std::size_t>(kind);
            body.line(headings[place], lists[place]);
        }
    }

    // "12 to avoid, 3 with care"
    std::string counts(Date day) {
        std::string out;
        const auto lists = in_force(day);
        for (std::size_t kind = 0; kind < lists.size(); ++kind) {
            if (lists[kind].empty()) continue;
            const auto part = words::fill(walk_.prepared.words.event.counts[kind], lists[kind].size());
            if (display_width(out) + display_width(part) + 2 > title_room - 10) break;
            join(out, ", ", part);
        }
        return out;
    }

    Walk& walk_;
    Events mode_;
    Freedom freedom_;
    Event event_;
};

std::span<const Mark> marks_on(const std::vector<Mark>& marks, Date day) {
    const auto before = [](const Mark& mark, Date limit) { return mark.day < limit; };
    const auto first = std::lower_bound(marks.begin(), marks.end(), day, before);
    const auto last = std::lower_bound(first, marks.end(), day + Days{1}, before);
    return {first, last};
}

}  // namespace

void change_events(Walk& walk, const Sink& sink) {
    const auto marks = marks_of(walk.plan);
    if (marks.empty()) return;
    std::vector<Date> days(walk.plan.sessions);
    for (const auto& mark : marks) days.push_back(mark.day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    DayTeller teller(walk, Events::changes);
    for (const auto day : days) teller.tell(day, marks_on(marks, day), sink);
}

namespace {

/// The end of the last `avoid`, `ask` or `limit` that ends: what goes on for ever would fill the calendar.
Date last_day_told(const Plan& plan) {
    Date last = plan.sessions.back();
    for (const auto& item : plan.items)
        for (const auto& window : item.windows)
            if (window.end && restricts(window.kind)) last = std::max(last, *window.end);
    return last;
}

}  // namespace

void day_events(Walk& walk, const Sink& sink) {
    const auto marks = marks_of(walk.plan);
    if (marks.empty()) return;
    const auto last = last_day_told(walk.plan);
    std::vector<std::pair<Date, Date>> covered;
    for (const auto session : walk.plan.sessions) covered.emplace_back(session, session);
    for (const auto& item : walk.plan.items) {
        if (walk.plan.protocol->rules[item.rule].asked_only) continue;
        for (const auto& window : item.windows) {
            covered.emplace_back(window.start, std::min(window.end.value_or(last), last));
            // A later appointment stands on its first day and its best, not on each of its days.
            if (window.kind != Kind::visit) continue;
            covered.emplace_back(window.start, window.start);
            if (window.target) covered.emplace_back(*window.target, *window.target);
        }
    }
    std::sort(covered.begin(), covered.end());
    DayTeller teller(walk, Events::days);
    auto day = covered.front().first;
    for (const auto& [start, end] : covered)
        for (day = std::max(day, start); day <= end; day += Days{1}) teller.tell(day, marks_on(marks, day), sink);
}

}  // namespace smpcare::calendar
