#include "format/dates.hpp"
#include "format/renderers.hpp"
#include "format/safe_text.hpp"
#include "format/text_parts.hpp"
#include "format/text_timeline.hpp"

#include <algorithm>
#include <array>

namespace smpcare {

namespace {

// "What is normal" and "call if" belong side by side.
constexpr std::array order{Kind::avoid, Kind::limit, Kind::do_, Kind::expect, Kind::warn, Kind::visit};

constexpr Days shown_before_start{14};

// The list that an item stands in: that of its rule, or of its tail where cuts left nothing else.
Kind list_of(const Speaker& speaker, const Item& item) {
    const auto kind = speaker.rule(item.rule).kind;
    const auto same = [&](const Window& window) { return window.kind == kind; };
    const bool own = std::any_of(item.windows.begin(), item.windows.end(), same);
    return own ? kind : item.windows.front().kind;
}

std::optional<Date> end_of(const Item& item, Kind kind) {
    std::optional<Date> end;
    for (const auto& window : item.windows) {
        if (window.kind == kind) end = window.end;
    }
    return end;
}

// Signs that need the most urgent help come first; then what ends first; then file order.
std::vector<const Item*> items_of(const Speaker& speaker, Kind kind) {
    std::vector<const Item*> items;
    for (const auto& item : speaker.plan.items) {
        if (!item.windows.empty() && list_of(speaker, item) == kind) items.push_back(&item);
    }
    const auto key = [&](const Item* item) {
        const auto help = speaker.rule(item->rule).help;
        const auto end = end_of(*item, kind);
        return std::tuple(help ? -static_cast<int>(*help) : 1, end.value_or(Date::max()));
    };
    std::stable_sort(items.begin(), items.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
    return items;
}

void add_head(Page& page, const Speaker& speaker) {
    page.title(one_line(speaker.protocol().title));
    add_client(page, speaker);
    const auto& words = page.words();
    for (std::size_t i = 0; i < speaker.plan.sessions.size(); ++i) {
        page.paragraph(words::fill(words.common.session_line, i + 1, long_date(speaker.plan.sessions[i], words)), 0, 2);
    }
    add_clinic(page, speaker.protocol());
}

std::optional<Date> last_bounded_day(const Plan& plan) {
    std::optional<Date> last;
    for (const auto& item : plan.items) {
        for (const auto& window : item.windows) {
            if (window.end) last = std::max(last.value_or(*window.end), *window.end);
        }
    }
    return last;
}

bool is_within(const Plan& plan, Date today) {
    const auto last = last_bounded_day(plan);
    return plan.sessions.front() - shown_before_start <= today && last && today <= *last;
}

void add_today(Page& page, const Speaker& speaker, Date today) {
    const auto view = day_view(speaker.plan, today);
    const auto& words = page.words();
    page.blank();
    page.emphasise({});
    if (view.session == 0) {
        page.paragraph(words::fill(words.plan.today_not_started, not_started_line(speaker, today)));
    } else {
        page.paragraph(words::fill(words.plan.today, long_date(today, words), view.session,
                                   told_day(speaker.protocol(), view.day)));
    }
    page.plain();
    bool free = true;
    for (const Kind kind : {Kind::avoid, Kind::limit}) {
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

void add_windows(Page& page, const Speaker& speaker, const Item& item) {
    const auto& rule = speaker.rule(item.rule);
    const auto& phrases = page.words().phrases;
    for (const auto& window : item.windows) {
        auto line = window_phrase(speaker, item, window);
        if (window.kind != rule.kind && rule.until) {
            line = words::fill(phrases.tail, line, one_line(speaker.protocol().events[*rule.until].title));
        }
        page.paragraph(line, 2, 4);
        if (!window.target) continue;
        const auto place = place_in(speaker, window, *window.target);
        page.paragraph(words::fill(phrases.best_on, short_date(*window.target, page.words()), place), 2, 4);
    }
}

// Days taken from between two windows; what is cut at either end needs no word.
void add_pauses(Page& page, const Speaker& speaker, const Item& item) {
    const auto& words = page.words();
    const auto last = item.windows.back().start;
    for (const auto& cut : item.cuts) {
        if (!cut.end || cut.start < item.windows.front().start || last < *cut.end) continue;
        std::string titles;
        for (const auto rule : cut.by) {
            if (!titles.empty()) titles += words.common.separator;
            titles += noted_title(words, speaker.rule(rule).kind, speaker.rule(rule));
        }
        const auto start = short_date(cut.start, words);
        page.paragraph(cut.start == *cut.end
                           ? words::fill(words.phrases.pause_one_day, start, titles)
                           : words::fill(words.phrases.pause, start, short_date(*cut.end, words), titles),
                       2, 4);
    }
}

// Which session a "last" rule counts from: the last of those behind each of its windows.
void add_counted_from(Page& page, const Speaker& speaker, const Item& item) {
    if (speaker.rule(item.rule).count_from != CountFrom::last) return;
    std::vector<int> told;
    for (const auto& window : item.windows) {
        if (window.after_sessions.empty()) continue;
        const int session = window.after_sessions.back();
        if (std::find(told.begin(), told.end(), session) != told.end()) continue;
        told.push_back(session);
        page.paragraph(words::fill(page.words().phrases.counts_from, session), 2, 4);
    }
}

void add_item(Page& page, const Speaker& speaker, const Item& item) {
    const auto& rule = speaker.rule(item.rule);
    const auto& phrases = page.words().phrases;
    page.bullet(one_line(rule.title));
    if (rule.help) page.paragraph(phrases.help[static_cast<std::size_t>(*rule.help)], 2, 4);
    page.paragraph(frequency_phrase(page.words(), rule), 2, 4);
    add_windows(page, speaker, item);
    add_pauses(page, speaker, item);
    add_counted_from(page, speaker, item);
    page.paragraph(condition_phrase(speaker, rule, item.unknown), 2, 4);
    if (item.provisional) page.paragraph(phrases.provisional, 2, 4);
    page.paragraph(safe_text(rule.detail), 2, 2);
}

void add_lists(Page& page, const Speaker& speaker) {
    for (const Kind kind : order) {
        const auto items = items_of(speaker, kind);
        if (items.empty()) continue;
        page.heading(page.words().common.headings[static_cast<std::size_t>(kind)], kind);
        for (const auto* item : items) add_item(page, speaker, *item);
    }
}

void add_bars(Page& page, const Speaker& speaker, std::optional<Date> today) {
    std::vector<const Item*> items;
    for (const Kind kind : {Kind::avoid, Kind::limit, Kind::do_}) {
        const auto more = items_of(speaker, kind);
        items.insert(items.end(), more.begin(), more.end());
    }
    add_timeline(page, speaker, items, today);
}

void add_notices(Page& page, const Speaker& speaker, const Style& style) {
    if (speaker.plan.notices.empty()) return;
    page.heading(page.words().plan.notices);
    for (const auto& notice : speaker.plan.notices) page.bullet(one_line(message(notice, style.language)));
}

}  // namespace

std::string plan_as_text(const Plan& plan, const Style& style) {
    Page page(style);
    const Speaker speaker{plan, page.words()};
    const bool has_today = style.today && is_within(plan, *style.today);
    const auto today = has_today ? style.today : std::nullopt;
    add_head(page, speaker);
    if (today) add_today(page, speaker, *today);
    add_lists(page, speaker);
    add_bars(page, speaker, today);
    add_notices(page, speaker, style);
    add_foot(page, *plan.protocol);
    return page.take();
}

}  // namespace smpcare
