#include "unit/plan/random.hpp"

#include "base/civil.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace smpcare::testing {
namespace {

std::vector<std::size_t> some_of(Dice& dice, std::size_t size, int one_in) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < size; ++i)
        if (dice.one_in(one_in)) chosen.push_back(i);
    return chosen;
}

Rule random_rule(Dice& dice, const Protocol& protocol, int number) {
    Rule rule;
    rule.id = rule.title = "r" + std::to_string(number);
    rule.kind = all_kinds[static_cast<std::size_t>(dice.one_in(3) ? dice.from_to(0, 6) : dice.from_to(0, 3))];
    rule.activities = some_of(dice, protocol.activities.size(), 2);
    rule.from = dice.one_in(2) ? 0 : dice.from_to(0, 14);
    rule.through = rule.from + dice.from_to(0, dice.one_in(3) ? 40 : 10);
    rule.count_from = dice.one_in(2) ? CountFrom::each : dice.one_in(2) ? CountFrom::first : CountFrom::last;
    if (dice.one_in(2)) rule.when = some_of(dice, protocol.facts.size(), 4);
    if (dice.one_in(2)) rule.unless = some_of(dice, protocol.facts.size(), 5);
    if (dice.one_in(3)) rule.relevant_to = some_of(dice, protocol.facts.size(), 3);
    const bool may_wait = rule.kind == Kind::avoid || rule.kind == Kind::limit;
    if (may_wait && dice.one_in(2)) rule.until = static_cast<std::size_t>(dice.from_to(0, 1));
    if (!rule.until && dice.one_in(10)) rule.through.reset();
    if (rule.kind == Kind::visit && dice.one_in(2)) rule.target = rule.from;
    return rule;
}

Protocol random_protocol(Dice& dice) {
    Protocol protocol;
    for (const auto* id : {"a", "b", "c"}) protocol.activities.push_back({id, id, {}, {}});
    for (const auto* id : {"f", "g", "more-sessions"}) protocol.facts.push_back({id, id, {}});
    for (const auto* id : {"gone", "healed"}) {
        const int from = dice.from_to(0, 5);
        protocol.events.push_back({id, id, from, from + dice.from_to(0, 50), {}});
    }
    protocol.series_gap = dice.one_in(6) ? dice.from_to(0, 3) : dice.from_to(5, 60);
    const int rules = dice.from_to(1, 7);
    for (int i = 0; i < rules; ++i) protocol.rules.push_back(random_rule(dice, protocol, i));
    return protocol;
}

int random_gap(Dice& dice) {
    if (dice.one_in(3)) return dice.from_to(1, 5);
    return dice.one_in(4) ? dice.from_to(1, 90) : dice.from_to(1, 30);
}

/// Sessions in order; the number of those in the latest series.
int add_sessions(Dice& dice, int series_gap, Case& client) {
    Date date = Date{date::year{1950} / 1 / 1} + Days{dice.from_to(0, 80000)};
    int known = 1;
    const int sessions = dice.from_to(1, 6);
    client.sessions.push_back({date, {}});
    for (int i = 1; i < sessions; ++i) {
        const int gap = random_gap(dice);
        date += Days{gap};
        known = gap > series_gap ? 1 : known + 1;
        client.sessions.push_back({date, {}});
    }
    return known;
}

void add_observations(Dice& dice, const Protocol& protocol, Case& client) {
    const int tries = dice.from_to(0, 4);
    for (int i = 0; i < tries; ++i) {
        const Event& event = protocol.events[static_cast<std::size_t>(dice.from_to(0, 1))];
        const int session = dice.from_to(0, static_cast<int>(client.sessions.size()) - 1);
        const Date seen = client.sessions[static_cast<std::size_t>(session)].date + Days{dice.from_to(1, 40)};
        Date owner = client.sessions.front().date;
        for (const Session& candidate : client.sessions)
            if (candidate.date < seen) owner = candidate.date;
        if (day_number(owner, seen) >= event.from) client.observed.push_back({event.id, seen, {}});
    }
}

}  // namespace

RandomCase random_case(Dice& dice) {
    RandomCase result{random_protocol(dice), {}};
    Case& client = result.client;
    const int known = add_sessions(dice, result.protocol.series_gap, client);
    add_observations(dice, result.protocol, client);
    for (const Fact& fact : result.protocol.facts)
        if (!dice.one_in(3)) client.facts.push_back({fact.id, static_cast<Truth>(dice.from_to(0, 2)), {}});
    if (dice.one_in(3)) client.planned = known + dice.from_to(0, 2);
    for (std::size_t i = client.sessions.size(); i > 1; --i)
        std::swap(client.sessions[i - 1],
                  client.sessions[static_cast<std::size_t>(dice.from_to(0, static_cast<int>(i) - 1))]);
    return result;
}

Session random_session(Dice& dice, const Case& client) {
    for (;;) {
        const Date date = client.sessions.front().date + Days{dice.from_to(-60, 90)};
        const bool known = std::any_of(client.sessions.begin(), client.sessions.end(),
                                       [&](const Session& session) { return session.date == date; });
        if (!known) return {date, {}};
    }
}

}  // namespace smpcare::testing
