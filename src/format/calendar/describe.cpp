#include "format/calendar/day.hpp"

#include "base/text.hpp"
#include "format/calendar/text.hpp"
#include "say/phrases.hpp"
#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

std::string_view with_note(const Walk& walk, std::string_view name, std::string_view note, Body& body) {
    if (note.empty()) return name;
    return body.keep(walk.prepared.patterns.noted, {name, note});
}

/// "only for: Dab with a damp cloth", where stronger rules hold the rest.
std::string only_for(const Walk& walk, const Item& item, Date day) {
    const auto& named = walk.rule_of(item).activities;
    if (named.size() < 2) return {};
    const auto left = activities_on(walk.plan, item, day);
    if (left.size() == named.size()) return {};
    const auto titles =
        joined(left, ", ", [&](std::size_t activity) { return walk.prepared.activities[activity].title.plain; });
    return escaped(words::fill(walk.prepared.words.phrases.only_for, titles));
}

std::string condition_of(const Walk& walk, const Item& item) {
    if (item.unknown.empty()) return {};
    return escaped(
        summary_text(say::condition_phrase({walk.plan, walk.prepared.words}, walk.rule_of(item), item.unknown)));
}

/// A limit that waits for an event is never named without it.
std::string_view kept_name(const Walk& walk, const Standing& standing, Body& body) {
    const auto& name = walk.name_of(*standing.item).escaped;
    const bool waits = standing.window->kind != walk.rule_of(*standing.item).kind;
    return waits ? with_note(walk, name, walk.texts_of(*standing.item).only_if, body) : name;
}

/// What people call the rule, with what limits it that day: conditions, the activities it speaks for, how often.
std::string_view noted_name(const Walk& walk, const Standing& standing, Date day, Body& body) {
    const auto& item = *standing.item;
    const auto& separator = walk.prepared.patterns.separator;
    std::string note;
    if (standing.window->kind == Kind::do_) note = walk.texts_of(item).frequency;
    if (standing.window->kind == Kind::do_ || standing.window->kind == Kind::limit)
        join(note, separator, only_for(walk, item, day));
    join(note, separator, condition_of(walk, item));
    return with_note(walk, kept_name(walk, standing, body), note, body);
}

bool begins_on(const Standing& standing, Date day) { return standing.window->start == day; }

void add_do(const Walk& walk, const std::vector<Standing>& does, Date day, bool all_new, Body& body) {
    const auto& patterns = walk.prepared.patterns;
    auto from_today = body.line(all_new ? patterns.do_today : patterns.do_from_today),
         go_on = body.line(patterns.go_on);
    for (const auto& standing : does)
        (all_new || begins_on(standing, day) ? from_today : go_on).add(noted_name(walk, standing, day, body));
    if (from_today.names.empty()) go_on.label = &patterns.do_today;
    from_today.add_to(body.kept, walk.prepared);
    go_on.add_to(body.kept, walk.prepared);
}

/// By kind, then by end date, what has no end last.
void add_off(const Walk& walk, std::vector<Standing>& standings, Kind kind, Date day, Body& body) {
    const auto& patterns = walk.prepared.patterns;
    const auto at = static_cast<std::size_t>(kind);
    std::stable_sort(standings.begin(), standings.end(), [](const Standing& a, const Standing& b) {
        return a.window->end && (!b.window->end || *a.window->end < *b.window->end);
    });
    auto names = body.line(patterns.off[at]);
    for (auto from = standings.begin(); from != standings.end();) {
        const auto end = from->window->end;
        if (end && from == standings.begin()) body.off += patterns.off_until[at];
        const auto to =
            std::find_if(from, standings.end(), [&](const Standing& one) { return one.window->end != end; });
        auto line = body.line(patterns.off_open[at]);
        for (; from != to; ++from) {
            line.add(noted_name(walk, *from, day, body));
            names.add(kept_name(walk, *from, body));
        }
        if (end)
            patterns.on_day.fill(body.off, {walk.date(*end, day), joined(line.names, patterns.separator)});
        else
            line.add_to(body.off, walk.prepared);
        if (end) body.off += newline;
    }
    body.off_names.push_back(std::move(names));
}

void add_allowed(const Walk& walk, const Step& step, Body& body) {
    const auto& patterns = walk.prepared.patterns;
    auto allowed = body.line(step.provisional ? patterns.allowed_if : patterns.allowed);
    for (const auto& [item, activities, whole] : step.allowed) {
        if (whole) allowed.add(walk.name_of(say::banned_as(walk.plan, walk.plan.items[item])).escaped);
        if (!whole)
            for (const auto activity : activities) allowed.add(walk.prepared.activities[activity].title.escaped);
    }
    body.allowed.push_back(std::move(allowed));
    for (const auto kind : restricting_kinds) {
        auto held = body.line(patterns.held[static_cast<std::size_t>(kind)]);
        for (const auto& each : step.held)
            if (each.kind == kind) held.add(walk.name_of(walk.plan.items[each.item]).escaped);
        body.allowed.push_back(std::move(held));
    }
    auto over = body.line(patterns.over);
    for (const auto each : step.over) over.add(walk.name_of(walk.plan.items[each]).escaped);
    body.allowed.push_back(std::move(over));
}

/// "With care from today: sunscreen (until Sat 5 Dec)"
void add_begins(const Walk& walk, const std::vector<Standing>& begun, Kind kind, Date day, Body& body) {
    auto line = body.line(walk.prepared.patterns.from_today[static_cast<std::size_t>(kind)]);
    for (const auto& standing : begun) {
        std::string until;
        if (standing.window->end) walk.prepared.patterns.until_day.fill(until, {walk.date(*standing.window->end, day)});
        line.add(with_note(walk, noted_name(walk, standing, day, body), until, body));
    }
    line.add_to(body.begins, walk.prepared);
}

}  // namespace

void add_signs(const Walk& walk, const std::vector<Standing>& signs, Body& body) {
    const auto& prepared = walk.prepared;
    const std::array<std::pair<Help, const Pattern*>, 3> order{std::pair{Help::emergency, &prepared.patterns.call_now},
                                                               {Help::doctor, &prepared.patterns.call_today},
                                                               {Help::practitioner, &prepared.patterns.call_soon}};
    for (const auto& [help, pattern] : order) {
        std::string listed;
        for (const auto& [item, window] : signs)
            if (help_of(walk.rule_of(*item)) == help)
                join(listed, prepared.patterns.separator,
                     with_note(walk, walk.texts_of(*item).full.escaped, condition_of(walk, *item), body));
        if (listed.empty()) {
            if (help == Help::emergency) body.kept += prepared.emergency;
            continue;
        }
        if (help == Help::emergency)
            pattern->fill(body.kept, {prepared.emergency_whom, listed});
        else
            pattern->fill(body.kept, {listed});
        body.kept += newline;
    }
    body.kept += prepared.call;
}

void describe_day(const Walk& walk, const InForceLists& lists, Date day, const Step* step, Body& body) {
    const auto list = [&](Kind kind) -> const auto& { return lists[static_cast<std::size_t>(kind)]; };
    const bool is_session = walk.is_session(day);
    add_signs(walk, list(Kind::warn), body);
    add_do(walk, list(Kind::do_), day, is_session, body);
    if (const int session = walk.session_on(day); session > 1 && !is_session) {
        walk.prepared.patterns.counts_from.fill(body.kept, {std::to_string(session)});
        body.kept += newline;
    }
    if (walk.plan.more_sessions == Truth::yes) body.kept += walk.prepared.sessions_to_come;
    if (step != nullptr) add_allowed(walk, *step, body);
    for (const auto kind : restricting_kinds) {
        std::vector<Standing> begun, going_on;
        going_on.reserve(list(kind).size());
        for (const auto& standing : list(kind))
            (!is_session && begins_on(standing, day) ? begun : going_on).push_back(standing);
        add_begins(walk, begun, kind, day, body);
        add_off(walk, going_on, kind, day, body);
    }
    auto normal = body.line(walk.prepared.patterns.normal);
    for (const auto& standing : list(Kind::expect)) normal.add(noted_name(walk, standing, day, body));
    normal.add_to(body.normal, walk.prepared);
}

}  // namespace smpcare::calendar
