#include "say/lists.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"
#include "say/repeats.hpp"

#include <algorithm>
#include <tuple>

namespace smpcare::say {

namespace {

constexpr Days shown_before_start{14};
constexpr Days shown_after_last{42};
constexpr std::size_t most_mixed = 8;

/// The list that an item stands in: that of its rule, or of its tail where cuts left nothing else.
Kind list_of(const Speaker& speaker, const Item& item) {
    const auto kind = speaker.rule(item.rule).kind;
    const auto same = [&](const Window& window) { return window.kind == kind; };
    const bool own = std::any_of(item.windows.begin(), item.windows.end(), same);
    return own ? kind : item.windows.front().kind;
}

std::optional<Date> end_of(const Item& item, Kind kind) {
    std::optional<Date> end;
    for (const auto& window : item.windows)
        if (window.kind == kind) end = window.end;
    return end;
}

std::optional<Date> last_bounded_day(const Plan& plan) {
    std::optional<Date> last;
    for (const auto& item : plan.items) {
        for (const auto& window : item.windows)
            if (window.end) last = std::max(last.value_or(*window.end), *window.end);
    }
    return last;
}

std::string pause_phrase(const Speaker& speaker, const Cut& cut) {
    const auto& words = speaker.words;
    const auto title = [&](std::size_t rule) {
        return noted_title(words, speaker.rule(rule).kind, speaker.rule(rule));
    };
    const auto titles = joined(cut.by, words.common.separator, title);
    const auto start = short_date(cut.start, words);
    if (cut.start == *cut.end) return words::fill(words.phrases.pause_one_day, start, titles);
    return words::fill(words.phrases.pause, start, short_date(*cut.end, words), titles);
}

/// Days taken from between two windows; what is cut at either end needs no word.
void add_pauses(std::vector<std::string>& lines, const Speaker& speaker, const Item& item) {
    const auto& words = speaker.words;
    const auto& sessions = speaker.plan.sessions;
    const auto last = item.windows.back().start;
    std::vector<const Cut*> cuts;
    std::vector<Stand> stands;
    for (const auto& cut : item.cuts) {
        if (!cut.end || cut.start < item.windows.front().start || last < *cut.end) continue;
        const auto session = std::upper_bound(sessions.begin(), sessions.end(), cut.start) - sessions.begin();
        const auto begun = sessions[static_cast<std::size_t>(std::max<std::ptrdiff_t>(session, 1) - 1)];
        cuts.push_back(&cut);
        stands.push_back(
            {static_cast<int>(session), day_number(begun, cut.start), day_number(cut.start, *cut.end), cut.by});
    }
    tell_repeats(lines, words, stands, [&](std::size_t at) { lines.push_back(pause_phrase(speaker, *cuts[at])); });
}

/// Which session a "last" rule counts from: the last of those behind each of its windows.
void add_counted_from(std::vector<std::string>& lines, const Speaker& speaker, const Item& item) {
    if (speaker.rule(item.rule).count_from != CountFrom::last) return;
    std::vector<int> told;
    for (const auto& window : item.windows) {
        if (window.after_sessions.empty()) continue;
        const int session = window.after_sessions.back();
        if (std::find(told.begin(), told.end(), session) != told.end()) continue;
        told.push_back(session);
        lines.push_back(words::fill(speaker.words.phrases.counts_from, session));
    }
}

void add_window(std::vector<std::string>& lines, const Speaker& speaker, const Item& item, const Window& window) {
    const auto& rule = speaker.rule(item.rule);
    const auto& phrases = speaker.words.phrases;
    auto line = window_phrase(speaker, item, window);
    if (window.kind != rule.kind && rule.until)
        line = words::fill(phrases.tail, line, one_line(speaker.protocol().events[*rule.until].title));
    lines.push_back(std::move(line));
    if (!window.target) return;
    const auto place = place_in(speaker, window, *window.target);
    lines.push_back(words::fill(phrases.best_on, short_date(*window.target, speaker.words), place));
}

bool ends_before(const EndGroup& a, const EndGroup& b) { return a.end && (!b.end || *a.end < *b.end); }

}  // namespace

std::vector<const Item*> items_of(const Speaker& speaker, Kind kind) {
    std::vector<const Item*> items;
    for (const auto& item : speaker.plan.items)
        if (!item.windows.empty() && list_of(speaker, item) == kind) items.push_back(&item);
    const auto key = [&](const Item* item) {
        const auto help = speaker.rule(item->rule).help;
        const auto end = end_of(*item, kind);
        return std::tuple(help ? -static_cast<int>(*help) : 1, end.value_or(Date::max()));
    };
    std::stable_sort(items.begin(), items.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
    return items;
}

std::vector<const Item*> items_with_bars(const Speaker& speaker) {
    std::vector<const Item*> items;
    for (const Kind kind : {Kind::avoid, Kind::ask, Kind::limit, Kind::do_}) {
        const auto more = items_of(speaker, kind);
        items.insert(items.end(), more.begin(), more.end());
    }
    return items;
}

bool any_asks(const std::vector<const Item*>& items) {
    return std::any_of(items.begin(), items.end(), [](const Item* item) {
        return std::any_of(item->windows.begin(), item->windows.end(),
                           [](const Window& window) { return window.kind == Kind::ask; });
    });
}

Date last_bar_day(const Plan& plan, const std::vector<const Item*>& items) {
    auto last = plan.sessions.back() + Days{6};
    for (const auto* item : items)
        for (const auto& window : item->windows) last = std::max(last, window.end.value_or(window.start));
    return std::min(last, plan.sessions.back() + shown_after_last);
}

std::vector<std::string> date_lines(const Speaker& speaker, const Item& item) {
    std::vector<const Window*> windows;
    for (const auto& window : item.windows) windows.push_back(&window);
    // Windows and their tails alternate; many of each are told one kind after the other.
    const auto own = speaker.rule(item.rule).kind;
    if (windows.size() > most_mixed)
        std::stable_partition(windows.begin(), windows.end(), [&](auto* window) { return window->kind == own; });
    std::vector<Stand> stands;
    for (const auto* window : windows) {
        const int session = session_of_start(speaker.plan, item, *window);
        const auto begun = speaker.plan.sessions[static_cast<std::size_t>(session - 1)];
        stands.push_back({session,
                          day_number(begun, window->start),
                          window->end ? day_number(window->start, *window->end) : -1,
                          {static_cast<std::size_t>(window->kind)}});
    }
    std::vector<std::string> lines;
    tell_repeats(lines, speaker.words, stands, [&](std::size_t at) { add_window(lines, speaker, item, *windows[at]); });
    return lines;
}

std::vector<std::string> note_lines(const Speaker& speaker, const Item& item) {
    std::vector<std::string> lines;
    add_pauses(lines, speaker, item);
    add_counted_from(lines, speaker, item);
    auto condition = condition_phrase(speaker, speaker.rule(item.rule), item.unknown);
    if (!condition.empty()) lines.push_back(std::move(condition));
    if (item.provisional) lines.emplace_back(speaker.words.phrases.provisional);
    for (auto& line : own_advice_lines(speaker.protocol(), speaker.rule(item.rule), speaker.words))
        lines.push_back(std::move(line));
    return lines;
}

std::vector<std::string> silent_changes(const Speaker& speaker) {
    std::vector<std::string> lines;
    for (const auto& item : speaker.plan.items) {
        if (!item.windows.empty()) continue;
        const auto& rule = speaker.rule(item.rule);
        const auto advice = own_advice(speaker.protocol(), rule);
        if (!advice.changed) continue;
        auto text = one_line(rule.title);
        if (!advice.reasons.empty())
            text =
                words::fill(speaker.words.common.noted, text, joined(advice.reasons, speaker.words.common.separator));
        const auto& screen = speaker.words.screen;
        lines.push_back(words::fill(advice.dropped ? screen.left_out : screen.own_advice, text));
    }
    return lines;
}

std::vector<EndGroup> by_end(const Speaker& speaker, const std::vector<InForce>& in_force, Kind kind) {
    std::vector<EndGroup> groups;
    for (const auto& entry : in_force) {
        if (entry.kind != kind) continue;
        const auto notes = in_force_notes(speaker, entry);
        const auto same = [&](const EndGroup& group) { return group.end == entry.end && group.notes == notes; };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) group = groups.insert(group, {entry.end, notes, {}});
        group->entries.push_back(&entry);
    }
    std::stable_sort(groups.begin(), groups.end(), ends_before);
    return groups;
}

std::string end_phrase(const words::Words& words, const EndGroup& group) {
    const auto until = until_phrase(words, group.end);
    return group.notes.empty() ? until : words::fill(words.common.noted, until, group.notes);
}

std::string titles_of(const Speaker& speaker, const std::vector<Change>& changes) {
    return joined(changes, speaker.words.common.separator, [&](const Change& change) {
        return noted_title(speaker.words, change.kind, speaker.rule(change.rule));
    });
}

bool is_within(const Plan& plan, Date day) {
    const auto last = last_bounded_day(plan);
    return plan.sessions.front() - shown_before_start <= day && last && day <= *last;
}

}  // namespace smpcare::say
