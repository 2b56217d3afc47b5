#include "format/calendar/text.hpp"
#include "format/calendar/walk.hpp"
#include "say/phrases.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

std::string place(const Walk& walk, int session, Date day) {
    const auto since = day_number(walk.plan.sessions[static_cast<std::size_t>(session - 1)], day);
    std::string out;
    walk.prepared.patterns.place.fill(
        out, {std::to_string(session), std::to_string(say::told_day(*walk.plan.protocol, since))});
    return out;
}

/// Ends first: that is what people open an event for.
void add_dates(std::string& out, Walk& walk, const Item& item, const Window& window) {
    const auto& patterns = walk.prepared.patterns;
    auto& dates = walk.dates;
    const auto start_place = place(walk, say::session_of_start(walk.plan, item, window), window.start);
    const auto place_in = [&](Date day) { return place(walk, say::session_behind(walk.plan, window, day), day); };
    if (!window.end) {
        patterns.open.fill(out, {dates.long_date(window.start), start_place});
    } else if (*window.end == window.start) {
        patterns.one_day.fill(out, {dates.long_date(window.start), start_place});
    } else {
        patterns.until.fill(out, {dates.long_date(*window.end), place_in(*window.end)});
        out += newline;
        patterns.begins.fill(out, {dates.long_date(window.start), start_place});
    }
    out += newline;
    if (!window.target) return;
    patterns.best_on.fill(out, {dates.long_date(*window.target), place_in(*window.target)});
    out += newline;
}

void add_conditions(std::string& out, const Walk& walk, const Item& item, const Window& window) {
    const auto& words = walk.prepared.words;
    const auto& rule = walk.plan.protocol->rules[item.rule];
    const auto add = [&](std::string_view text) {
        if (!text.empty()) out.append(text).append(newline);
    };
    add(walk.prepared.texts(item.rule, window.kind).only_if);
    if (rule.count_from == CountFrom::last && !window.after_sessions.empty()) {
        walk.prepared.patterns.counts_from.fill(out, {std::to_string(window.after_sessions.back())});
        out += newline;
    }
    if (item.provisional || waits_for_sessions(walk.plan, window)) add(escaped(words.event.provisional));
    if (!item.unknown.empty())
        add(escaped(summary_text(say::condition_phrase({walk.plan, words}, rule, item.unknown))));
}

/// Numbers the windows of one rule and kind that begin with the same session, so that no date enters an identity.
std::ptrdiff_t ordinal(const Item& item, const Window& window) {
    const auto same = [&](const Window& other) {
        return other.kind == window.kind && other.after_sessions.front() == window.after_sessions.front();
    };
    return std::count_if(item.windows.data(), &window, same) + 1;
}

void fill(Event& event, Walk& walk, const Item& item, const Window& window) {
    const auto& texts = walk.prepared.texts(item.rule, window.kind);
    event.uid = walk.uid({walk.plan.protocol->rules[item.rule].id, name(window.kind),
                          std::to_string(window.after_sessions.front()), std::to_string(ordinal(item, window))});
    event.start = window.start;
    event.last = window.end.value_or(window.start);
    event.title = texts.title;
    event.title_lines = texts.title_lines;
    event.alarm_lines = texts.alarm_lines;
    event.alarm = !walk.is_session(window.start);
    event.head.clear();
    add_dates(event.head, walk, item, window);
    if (!walk.prepared.style.discreet) add_conditions(event.head, walk, item, window);
    event.tail = texts.tail;
}

}  // namespace

void window_events(Walk& walk, const Sink& sink) {
    Event event;
    for (const auto& item : walk.plan.items) {
        for (const auto& window : item.windows) {
            fill(event, walk, item, window);
            sink(event);
        }
    }
}

}  // namespace smpcare::calendar
