#include <smpcare/plan.hpp>

#include "plan/case.hpp"
#include "plan/cuts.hpp"
#include "plan/facts.hpp"
#include "plan/windows.hpp"

#include <algorithm>
#include <utility>

namespace smpcare {

using namespace plan;
namespace {

Timeline timeline_of(const std::vector<Session>& sorted, int gap, std::vector<std::vector<Date>> observed) {
    Timeline timeline;
    timeline.sessions.reserve(sorted.size());
    for (const Session& session : sorted) timeline.sessions.push_back(session.date);
    timeline.series = split(timeline.sessions, gap);
    timeline.observed = std::move(observed);
    return timeline;
}

int known_sessions(const Timeline& timeline) {
    const Series& latest = timeline.series.back();
    return static_cast<int>(latest.last - latest.first) + 1;
}

/// A rule that holds on no day but was overridden: the plan keeps it, to say so.
Item silent(std::size_t rule) { return {rule, {}, false, {}, {}, {}}; }

/// Every rule that applies or was overridden, with its windows before cuts. Fault: window_out_of_range.
std::vector<Item> items_of(const Protocol& protocol, const std::vector<Truth>& truths, const Timeline& timeline,
                           const std::vector<Session>& sorted, Diagnostics& diagnostics) {
    std::vector<Item> items;
    items.reserve(protocol.rules.size());
    Gathered room;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) {
        const Rule& rule = protocol.rules[i];
        if (!applies(rule, truths)) {
            if (!rule.changes.empty()) items.push_back(silent(i));
            continue;
        }
        Declared declared = declared_windows(protocol, rule, timeline, room);
        for (const std::size_t session : declared.outside)
            diagnostics.error(Code::window_out_of_range, sorted[session].span, {rule.id, sorted[session].date});
        items.push_back({i, unknown_conditions(rule, truths), false, std::move(declared.windows), {}, {}});
    }
    return items;
}

void keep_relevant(const Protocol& protocol, const std::vector<Truth>& truths, std::vector<Item>& items) {
    const auto left_out = [&](const Item& item) { return !relevant(protocol.rules[item.rule], truths); };
    std::erase_if(items, [&](const Item& item) { return left_out(item) && protocol.rules[item.rule].changes.empty(); });
    for (Item& item : items)
        if (left_out(item)) item = silent(item.rule);
}

/// An appointment that only more sessions bring is no less sure for them.
bool brought_by_sessions(const Protocol& protocol, const Rule& rule) {
    const auto fact = protocol.find_fact(more_sessions_fact);
    const auto names_it = [&](const std::vector<std::size_t>& facts) {
        return std::find(facts.begin(), facts.end(), fact) != facts.end();
    };
    return rule.kind == Kind::visit && fact && (names_it(rule.when) || names_it(rule.relevant_to));
}

void mark_provisional(const Protocol& protocol, std::vector<Item>& items) {
    for (Item& item : items) {
        const Rule& rule = protocol.rules[item.rule];
        item.provisional = rule.count_from == CountFrom::last && !brought_by_sessions(protocol, rule);
    }
}

std::vector<int> series_numbers(const std::vector<Series>& series) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < series.size(); ++i)
        numbers.insert(numbers.end(), series[i].last - series[i].first + 1, static_cast<int>(i) + 1);
    return numbers;
}

}  // namespace

std::optional<Plan> make_plan(const Protocol& protocol, const Case& client, Scope scope, Diagnostics& diagnostics) {
    Diagnostics found;
    const CaseSessions sessions = settle_sessions(client, found);
    Facts facts = settle_facts(protocol, client, found);
    auto observed = settle_observed(protocol, client, sessions, found);
    check_planned(client, found);

    Plan plan;
    if (sessions.complete) {
        Timeline timeline = timeline_of(sessions.sorted, protocol.series_gap, std::move(observed));
        const int known = known_sessions(timeline);
        check_planned(client, known, found);
        plan.more_sessions = settle_more_sessions(protocol, client.planned, known, facts);
        plan.items = items_of(protocol, facts.truths, timeline, sessions.sorted, found);
        if (plan.more_sessions == Truth::yes) mark_provisional(protocol, plan.items);
        plan.series = series_numbers(timeline.series);
        plan.sessions = std::move(timeline.sessions);
        plan.observed = std::move(timeline.observed);
    }
    if (found.has_errors()) {
        for (const Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
        return std::nullopt;
    }

    if (scope == Scope::listed) keep_relevant(protocol, facts.truths, plan.items);
    cut_all(protocol, plan.items);
    plan.protocol = &protocol;
    plan.client_id = client.id;
    plan.client_name = client.name;
    plan.labels = client.labels;
    plan.planned = client.planned;
    plan.facts = std::move(facts.truths);
    plan.answered = std::move(facts.answered);
    plan.notices = protocol.notices;
    note_close_sessions(protocol, sessions.sorted, plan.notices);
    return plan;
}

}  // namespace smpcare
