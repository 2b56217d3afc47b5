#include "format/calendar/day.hpp"

#include "base/text.hpp"
#include "format/calendar/text.hpp"
#include "say/phrases.hpp"
#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

std::string with_note(const Walk& walk, const std::string& name, const std::string& note) {
    if (note.empty()) return name;
    std::string out;
    walk.prepared.patterns.noted.fill(out, {name, note});
    return out;
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
std::string kept_name(const Walk& walk, const Standing& standing) {
    const bool waits = standing.window->kind != walk.rule_of(*standing.item).kind;
    return with_note(walk, walk.name_of(*standing.item).escaped,
                     waits ? walk.texts_of(*standing.item).only_if : std::string());
}

bool begins_on(const Standing& standing, Date day) { return standing.window->start == day; }

void add_do(const Walk& walk, const std::vector<Standing>& does, Date day, bool all_new, std::string& out) {
    const auto& patterns = walk.prepared.patterns;
    NameLine from_today{all_new ? &patterns.do_today : &patterns.do_from_today}, go_on{&patterns.go_on};
    for (const auto& standing : does)
        (all_new || begins_on(standing, day) ? from_today : go_on).add(noted_name(walk, standing, day));
    if (from_today.names.empty()) go_on.label = &patterns.do_today;
    out += from_today.text(walk.prepared);
    out += go_on.text(walk.prepared);
}

/// By kind, then by end date, what has no end last.
void add_off(const Walk& walk, const std::vector<Standing>& standings, Kind kind, Date day, Body& body) {
    const auto& patterns = walk.prepared.patterns;
    const auto at = static_cast<std::size_t>(kind);
    auto sorted = standings;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Standing& a, const Standing& b) {
        return a.window->end && (!b.window->end || *a.window->end < *b.window->end);
    });
    NameLine names{&patterns.off[at]};
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto end = from->window->end;
        if (end && from == sorted.begin()) body.off += patterns.off_until[at];
        const auto to = std::find_if(from, sorted.end(), [&](const Standing& one) { return one.window->end != end; });
        NameLine line{&patterns.off_open[at]};
        for (; from != to; ++from) {
            line.add(noted_name(walk, *from, day));
            names.add(kept_name(walk, *from));
        }
        if (end)
            patterns.on_day.fill(body.off, {walk.date(*end, day), joined(line.names, patterns.separator)});
        else
            body.off += line.text(walk.prepared);
        if (end) body.off += newline;
    }
    body.off_names.push_back(std::move(names));
}

void add_allowed(const Walk& walk, const Step& step, Body& body) {
    const auto& patterns = walk.prepared.patterns;
    auto& allowed = body.allowed.emplace_back(NameLine{step.provisional ? &patterns.allowed_if : &patterns.allowed});
    for (const auto& [item, activities, whole] : step.allowed) {
        if (whole) allowed.add(walk.name_of(say::banned_as(walk.plan, walk.plan.items[item])).escaped);
        if (!whole)
            for (const auto activity : activities) allowed.add(walk.prepared.activities[activity].title.escaped);
    }
    for (const auto kind : restricting_kinds) {
        auto& held = body.allowed.emplace_back(NameLine{&patterns.held[static_cast<std::size_t>(kind)]});
        for (const auto& each : step.held)
            if (each.kind == kind) held.add(walk.name_of(walk.plan.items[each.item]).escaped);
    }
    auto& over = body.allowed.emplace_back(NameLine{&patterns.over});
    for (const auto each : step.over) over.add(walk.name_of(walk.plan.items[each]).escaped);
}

/// "With care from today: sunscreen (until Sat 5 Dec)"
void add_begins(const Walk& walk, const std::vector<Standing>& begun, Kind kind, Date day, Body& body) {
    NameLine line{&walk.prepared.patterns.from_today[static_cast<std::size_t>(kind)]};
    for (const auto& standing : begun) {
        std::string until;
        if (standing.window->end) walk.prepared.patterns.until_day.fill(until, {walk.date(*standing.window->end, day)});
        line.add(with_note(walk, noted_name(walk, standing, day), until));
    }
    body.begins += line.text(walk.prepared);
}

}  // namespace

std::string sign_lines(const Walk& walk, const std::vector<Standing>& signs) {
    const auto& prepared = walk.prepared;
    std::string out;
    const std::array<std::pair<Help, const Pattern*>, 3> order{std::pair{Help::emergency, &prepared.patterns.call_now},
                                                               {Help::doctor, &prepared.patterns.call_today},
                                                               {Help::practitioner, &prepared.patterns.call_soon}};
    for (const auto& [help, pattern] : order) {
        std::string listed;
        for (const auto& [item, window] : signs)
            if (walk.rule_of(*item).help.value_or(Help::practitioner) == help)
                join(listed, prepared.patterns.separator,
                     with_note(walk, walk.texts_of(*item).full.escaped, condition_of(walk, *item)));
        if (listed.empty()) {
            if (help == Help::emergency) out += prepared.emergency;
            continue;
        }
        if (help == Help::emergency)
            pattern->fill(out, {prepared.emergency_whom, listed});
        else
            pattern->fill(out, {listed});
        out += newline;
    }
    return out += prepared.call;
}

std::string noted_name(const Walk& walk, const Standing& standing, Date day) {
    const auto& item = *standing.item;
    const auto& separator = walk.prepared.patterns.separator;
    std::string note;
    if (standing.window->kind == Kind::do_) note = walk.texts_of(item).frequency;
    if (standing.window->kind == Kind::do_ || standing.window->kind == Kind::limit)
        join(note, separator, only_for(walk, item, day));
    join(note, separator, condition_of(walk, item));
    return with_note(walk, kept_name(walk, standing), note);
}

Body day_body(const Walk& walk, const InForceLists& lists, Date day, const Step* step) {
    const auto list = [&](Kind kind) -> const auto& { return lists[static_cast<std::size_t>(kind)]; };
    const bool is_session = walk.is_session(day);
    Body body;
    body.kept = sign_lines(walk, list(Kind::warn));
    add_do(walk, list(Kind::do_), day, is_session, body.kept);
    if (walk.plan.more_sessions == Truth::yes) body.kept += walk.prepared.sessions_to_come;
    if (step != nullptr) add_allowed(walk, *step, body);
    for (const auto kind : restricting_kinds) {
        std::vector<Standing> begun, going_on;
        for (const auto& standing : list(kind))
            (!is_session && begins_on(standing, day) ? begun : going_on).push_back(standing);
        add_begins(walk, begun, kind, day, body);
        add_off(walk, going_on, kind, day, body);
    }
    NameLine normal{&walk.prepared.patterns.normal};
    for (const auto& standing : list(Kind::expect)) normal.add(noted_name(walk, standing, day));
    body.normal = normal.text(walk.prepared);
    return body;
}

}  // namespace smpcare::calendar
