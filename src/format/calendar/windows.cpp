#include "base/safe_text.hpp"
#include "format/calendar/day.hpp"
#include "format/calendar/text.hpp"
#include "format/calendar/title/neutral.hpp"
#include "format/calendar/title/window.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace smpcare::calendar {

namespace {

/// "day 5"; "session 2, day 5" where there are several.
std::string place(const Walk& walk, int session, Date day) {
    const auto since = day_number(walk.plan.sessions[static_cast<std::size_t>(session - 1)], day);
    const auto number = std::to_string(walk.plan.protocol->told_day(since));
    std::string out;
    if (walk.plan.sessions.size() == 1)
        walk.prepared.patterns.day.fill(out, {number});
    else
        walk.prepared.patterns.session_day.fill(out, {std::to_string(session), number});
    return out;
}

/// Ends first: that is what people open an event for.
void add_dates(std::string& out, const Walk& walk, const Item& item, const Window& window) {
    const auto& patterns = walk.prepared.patterns;
    const auto add = [&](const Pattern& pattern, Date day, int session) {
        pattern.fill(out, {walk.date(day, window.start), place(walk, session, day)});
        out += newline;
    };
    const auto start_session = say::session_of_start(walk.plan, item, window);
    const auto behind = [&](Date day) { return say::session_behind(walk.plan, window, day); };
    if (window.target) add(patterns.best_on, *window.target, behind(*window.target));
    if (!window.end) return add(patterns.open, window.start, start_session);
    if (*window.end == window.start) return add(patterns.one_day, window.start, start_session);
    add(patterns.until, *window.end, behind(*window.end));
    if (window.target != window.start) add(patterns.begins, window.start, start_session);
}

void add_conditions(std::string& out, const Walk& walk, const Item& item, const Window& window) {
    const auto& words = walk.prepared.words;
    const auto& rule = walk.rule_of(item);
    const auto add = [&](std::string_view text) {
        if (!text.empty()) out.append(escaped(text)).append(newline);
    };
    if (window.kind != rule.kind && rule.until)
        add(words::fill(words.event.only_if, summary_text(walk.prepared.protocol.events[*rule.until].title)));
    if (rule.count_from == CountFrom::last && walk.plan.sessions.size() > 1 && !window.after_sessions.empty()) {
        walk.prepared.patterns.counts_from.fill(out, {std::to_string(window.after_sessions.back())});
        out += newline;
    }
    if (item.provisional || waits_for_sessions(walk.plan, window)) add(words.event.provisional);
    if (!item.unknown.empty()) add(summary_text(say::condition_phrase({walk.plan, words}, rule, item.unknown)));
    if (const auto& frequency = walk.texts_of(item).frequency; !frequency.empty())
        out.append(frequency).append(newline);
}

/// Numbers the windows of one rule and kind that begin with the same session, so that no date enters an identity.
std::ptrdiff_t ordinal(const Item& item, const Window& window) {
    const auto same = [&](const Window& other) {
        return other.kind == window.kind && other.after_sessions.front() == window.after_sessions.front();
    };
    return std::count_if(item.windows.data(), &window, same) + 1;
}

/// What one description after another is made on.
struct Paper {
    Body body;
    Fitted fitted;
    InForceLists lists;
    std::vector<Why> others{};  ///< beside the window's own; what is told of them is asked of `tells`
    std::size_t own_whys = 0;

    /// Whether the description had room for one of the others' sentences.
    [[nodiscard]] bool tells(std::size_t which) const {
        return std::find(fitted.whys.begin(), fitted.whys.end(), own_whys + which) != fitted.whys.end();
    }
};

/// The event has its title; a long name stands here in full.
void describe(const Walk& walk, const Item& item, const Window& window, Paper& paper, Event& event) {
    event.description.clear();
    if (walk.prepared.style.discreet) return event.description.push_back({walk.prepared.neutral, {}});
    auto& [body, fitted, lists, others, own_whys] = paper;
    body.clear();
    walk.find_in_force(window.start, lists);
    add_signs(walk, lists[static_cast<std::size_t>(Kind::warn)], body);
    const auto& name = walk.texts_of(item).full;
    if (event.title.find(name.plain) == std::string_view::npos) body.kept.append(name.escaped).append(newline);
    add_dates(body.kept, walk, item, window);
    add_conditions(body.kept, walk, item, window);
    if (const auto& why = walk.texts_of(item).why; why.size > 0) body.whys.push_back({&why});
    own_whys = body.whys.size();
    body.whys.insert(body.whys.end(), others.begin(), others.end());
    body.foot = &walk.prepared.foot;
    fit(walk.prepared, body, fitted);
    std::swap(event.description, fitted.blocks);
}

/// "what to do, 2 of 3": tells apart what goes by one title.
std::string numbered(const Walk& walk, const Window& window) {
    const auto& words = walk.prepared.words.event;
    const std::string_view what = words.neutral_kinds[static_cast<std::size_t>(window.kind)];
    int number = 0, count = 0;
    for (const auto& item : walk.plan.items)
        for (const auto& other : item.windows) {
            if (other.kind != window.kind || other.start != window.start || other.end != window.end) continue;
            ++count;
            if (&other == &window) number = count;
        }
    return count > 1 ? words::fill(words.neutral_of, what, number, count) : std::string(what);
}

/// "Days 4 to 7: what to do (see your plan)", of the session that the window begins after.
std::string neutral_window_title(const Walk& walk, const Item& item, const Window& window) {
    const auto& words = walk.prepared.words.event;
    const int session = say::session_of_start(walk.plan, item, window);
    const auto told = [&](Date day) {
        return walk.plan.protocol->told_day(day_number(walk.plan.sessions[static_cast<std::size_t>(session - 1)], day));
    };
    const auto first = told(window.start), last = told(window.end.value_or(window.start));
    const bool is_first = session == 1, is_day = window.end && first == last;
    return neutral_title(walk.prepared, numbered(walk, window), [&](std::string_view about) {
        if (is_day && is_first) return words::fill(words.neutral_day, first, about);
        if (is_day) return words::fill(words.neutral_session_day, session, first, about);
        if (window.end && is_first) return words::fill(words.neutral_days, first, last, about);
        if (window.end) return words::fill(words.neutral_session_days, session, first, last, about);
        if (is_first) return words::fill(words.neutral_from, first, about);
        return words::fill(words.neutral_session_from, session, first, about);
    });
}

/// Whether what begins is only so if no other session comes before.
bool waits_for_none(const Walk& walk, const Item& item, const Window& window) {
    const auto& rule = walk.rule_of(item);
    const bool waits = walk.may_follow_session(window.start);
    if (window.kind == Kind::warn) return waits && help_of(rule) == Help::practitioner;
    return waits && (window.kind == Kind::do_ || !walk.asks_to_act(item, window));
}

/// Those of a title that every client's events share are made already.
void add_title(const Walk& walk, const Item& item, const Window& window, Event& event) {
    const auto& rule = walk.rule_of(item);
    const auto& texts = walk.texts_of(item);
    const bool waits = waits_for_none(walk, item, window), is_own = window.kind == rule.kind;
    const bool unsure = window.kind == Kind::do_ && !item.unknown.empty();
    event.title_lines = event.alarm_lines = {};
    if (waits || unsure) {
        event.title = window_title(walk.prepared, texts, rule, {window.kind, !window.end, unsure, waits});
        return;
    }
    const auto& made =
        is_own ? (window.end ? texts.own : texts.own_open) : (window.end ? texts.limit : texts.limit_open);
    event.title = made.title;
    event.title_lines = made.title_lines;
    event.alarm_lines = made.alarm_lines;
}

void fill_window(const Walk& walk, const Item& item, const Window& window, Event& event) {
    event.uid = walk.uid({walk.rule_of(item).id, name(window.kind), std::to_string(window.after_sessions.front()),
                          std::to_string(ordinal(item, window))});
    event.start = window.start;
    event.last = window.end.value_or(window.start);
    if (walk.prepared.style.discreet)
        event.title = neutral_window_title(walk, item, window);
    else
        add_title(walk, item, window, event);
    event.alarm = !walk.is_session(window.start) && walk.asks_to_act(item, window);
}

std::string visit_title(const Walk& walk, const Item& item, const Window& window) {
    const auto& prepared = walk.prepared;
    if (prepared.style.discreet) return neutral_window_title(walk, item, window);
    const bool waits = item.provisional || waits_for_sessions(walk.plan, window);
    const auto& patterns = waits ? prepared.patterns.visit_if : prepared.patterns.visit;
    const auto titled = [&](std::string_view name, const std::function<std::string(Date)>& date) {
        std::string out;
        if (window.target)
            patterns.best.fill(out, {name, date(*window.target)});
        else if (!window.end)
            patterns.open.fill(out, {name});
        else if (*window.end != window.start)
            patterns.span.fill(out, {name, date(window.start), date(*window.end)});
        else
            patterns.day.fill(out, {name});
        return out;
    };
    // As if the date were the longest, so that each client's title is cut alike.
    const auto longest = [&](Date) { return std::string(prepared.gap_size, 'x'); };
    const int room = title_room - display_width(titled("", longest));
    const auto& [brief, full] = std::tie(walk.texts_of(item).brief.plain, walk.texts_of(item).full.plain);
    // Seen a year ahead, in a list of all that is to come.
    return titled(cut_end(display_width(full) > room ? brief : full, room, "…"),
                  [&](Date day) { return walk.date(day, walk.plan.sessions.front()); });
}

bool is_sign_for(Help help, const Rule& rule) { return rule.kind == Kind::warn && help_of(rule) == help; }

}  // namespace

Untold window_events(const Walk& walk, const Sink& sink) {
    Paper paper;
    Event event;
    const auto tell = [&](const Item& item) {
        for (const auto& window : item.windows) {
            if (window.kind == Kind::visit) continue;
            fill_window(walk, item, window, event);
            describe(walk, item, window, paper, event);
            sink(event);
        }
    };
    // Programs that keep the order of a file for what is on one day show first what is urgent.
    for (const auto help : {Help::emergency, Help::doctor, Help::practitioner})
        for (const auto& item : walk.plan.items)
            if (is_sign_for(help, walk.rule_of(item))) tell(item);
    for (const auto& item : walk.plan.items)
        if (walk.rule_of(item).kind != Kind::warn) tell(item);
    return {};
}

namespace {

/// Why all of it matters, for which the days of a session have no room, and what had none on the days before.
std::vector<Why> other_whys(const Walk& walk, const Untold& untold, bool is_first) {
    std::vector<Why> whys;
    if (const auto& summary = walk.prepared.summary; is_first && summary.size > 0) whys.push_back({&summary});
    for (const auto* const item : untold) whys.push_back({&walk.texts_of(*item).why});
    return whys;
}

/// Those in force on the day, taken out of `untold`, and those that are over by then.
Untold take_due(const Walk& walk, Untold& untold, Date day) {
    if (walk.prepared.style.discreet) return {};
    const auto is_to_come = [&](const Window& window) { return window.start > day; };
    const auto covers = [&](const Window& window) { return window.covers(day); };
    const auto rest = std::stable_partition(untold.begin(), untold.end(), [&](const Item* item) {
        return std::none_of(item->windows.begin(), item->windows.end(), covers) &&
               std::any_of(item->windows.begin(), item->windows.end(), is_to_come);
    });
    Untold taken(rest, untold.end());
    untold.erase(rest, untold.end());
    // What ends soonest first: the rest can be told later.
    const auto end = [&](const Item* item) {
        const auto window = std::find_if(item->windows.begin(), item->windows.end(), covers);
        return window == item->windows.end() ? Date::max() : window->end.value_or(Date::max());
    };
    std::stable_sort(taken.begin(), taken.end(), [&](const Item* a, const Item* b) { return end(a) < end(b); });
    return taken;
}

}  // namespace

void visit_events(const Walk& walk, Untold untold, const Sink& sink) {
    Paper paper;
    Event event;
    event.visit = true;
    bool is_first = true;
    for (const auto& item : walk.plan.items) {
        for (const auto& window : item.windows) {
            if (window.kind != Kind::visit) continue;
            event.uid = walk.shared_uid({walk.rule_of(item).id, std::to_string(window.after_sessions.front())});
            event.start = window.start;
            event.last = window.end.value_or(window.start);
            event.title = visit_title(walk, item, window);
            event.alarm = !walk.is_session(window.start);
            const auto taken = take_due(walk, untold, window.start);
            paper.others = other_whys(walk, taken, std::exchange(is_first, false));
            describe(walk, item, window, paper, event);
            for (std::size_t i = 0; i < taken.size(); ++i)
                if (!paper.tells(paper.others.size() - taken.size() + i)) untold.push_back(taken[i]);
            sink(event);
        }
    }
}

}  // namespace smpcare::calendar
