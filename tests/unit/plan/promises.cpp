#include <smpcare/ask.hpp>

#include "unit/effort.hpp"
#include "unit/plan/builders.hpp"
#include "unit/plan/model.hpp"
#include "unit/plan/property.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

// --- The plan against the model ---

template <typename Range>
auto covering(const Range& range, Date date) {
    return std::find_if(range.begin(), range.end(),
                        [&](const auto& days) { return days.start <= date && (!days.end || date <= *days.end); });
}

std::string wrong_day(const Item& item, const ModelDay& wanted, Date date) {
    const auto declared = covering(item.declared, date);
    const auto window = covering(item.windows, date);
    const auto cut = covering(item.cuts, date);
    const auto at = [&](std::string_view what) { return fmt::format("rule {} on {}: {}", item.rule, iso(date), what); };
    if ((declared != item.declared.end()) != wanted.kind.has_value()) return at("declared");
    if ((window != item.windows.end()) != wanted.remains()) return at("in force");
    if ((cut != item.cuts.end()) != !wanted.by.empty()) return at("cut");
    if (!wanted.kind) return "";
    if (declared->kind != *wanted.kind) return at("kind");
    const auto after = numbers_of(wanted.after);
    if (declared->after_sessions != after) return at("sessions");
    if (cut != item.cuts.end()) {
        const std::vector<std::size_t> by(wanted.by.begin(), wanted.by.end());
        return cut->by == by ? "" : at("cut by");
    }
    if (window->kind != *wanted.kind || window->after_sessions != after) return at("window");
    return "";
}

/// Windows must begin and end where the model's do, not only cover the same days.
std::string wrong_borders(const Item& item, const ModelRule& wanted, const Model& model) {
    const auto begins = [](const auto& list, Date date) {
        return std::count_if(list.begin(), list.end(), [&](const auto& days) { return days.start == date; });
    };
    for (std::size_t i = 1; i < model.size(); ++i) {
        const ModelDay& before = wanted.days[i - 1];
        const ModelDay& today = wanted.days[i];
        const bool declared = today.kind && !before.joined_to_next;
        const bool window = today.remains() && !(before.joined_to_next && before.remains());
        const bool cut = !today.by.empty() && !(before.joined_to_next && before.by == today.by);
        if (begins(item.declared, model.date(i)) != (declared ? 1 : 0)) return "declared begins " + iso(model.date(i));
        if (begins(item.windows, model.date(i)) != (window ? 1 : 0)) return "window begins " + iso(model.date(i));
        if (begins(item.cuts, model.date(i)) != (cut ? 1 : 0)) return "cut begins " + iso(model.date(i));
    }
    const bool open = wanted.days.back().remains();
    const bool any_open =
        std::any_of(item.windows.begin(), item.windows.end(), [](const Window& window) { return !window.end; });
    return open == any_open ? "" : "open end";
}

std::string wrong_targets(const Item& item, const Rule& rule, const Model& model) {
    for (const Window& window : item.windows) {
        const auto latest = static_cast<std::size_t>(window.after_sessions.back()) - 1;
        const auto wanted = rule.target ? std::optional{model.sessions[latest] + Days{*rule.target}} : std::nullopt;
        if (window.target != wanted) return "target of " + rule.id;
    }
    return "";
}

std::string wrong_item(const Plan& plan, const Item& item, const Model& model) {
    const ModelRule& wanted = model.rules[item.rule];
    const Rule& rule = plan.protocol->rules[item.rule];
    std::vector<std::size_t> unknown = item.unknown;
    std::sort(unknown.begin(), unknown.end());
    if (unknown != wanted.unknown) return "conditions of " + rule.id;
    if (item.provisional != wanted.provisional) return "provisional " + rule.id;
    for (std::size_t i = 0; i < model.size(); ++i) {
        const ModelDay& day_wanted = wanted.days[i];
        if (auto wrong = wrong_day(item, day_wanted, model.date(i)); !wrong.empty()) return wrong;
        if (day_wanted.remains() && activities_on(plan, item, model.date(i)) != day_wanted.activities)
            return fmt::format("activities of {} on {}", rule.id, iso(model.date(i)));
    }
    if (auto wrong = wrong_borders(item, wanted, model); !wrong.empty()) return rule.id + ": " + wrong;
    return wrong_targets(item, rule, model);
}

std::string wrong_plan(const Plan& plan, const Model& model) {
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < model.rules.size(); ++i)
        if (model.rules[i].in_plan) wanted.push_back(i);
    std::vector<std::size_t> items;
    for (const Item& item : plan.items) items.push_back(item.rule);
    if (items != wanted) return fmt::format("items {} for {}", fmt::join(items, " "), fmt::join(wanted, " "));
    for (const Item& item : plan.items)
        if (auto wrong = wrong_item(plan, item, model); !wrong.empty()) return wrong;
    return "";
}

// --- Shapes that every plan has ---

template <typename Range>
bool sorted_and_disjoint(const Range& range) {
    for (std::size_t i = 0; i < range.size(); ++i) {
        if (range[i].end && *range[i].end < range[i].start) return false;
        if (i > 0 && (!range[i - 1].end || *range[i - 1].end >= range[i].start)) return false;
    }
    return true;
}

/// Days of all of `range` that lie up to `last`.
template <typename Range>
int days_of_all(const Range& range, Date last) {
    int days = 0;
    for (const auto& part : range)
        days += std::max(0, day_number(part.start, std::min(part.end.value_or(last), last)) + 1);
    return days;
}

std::string wrong_shape(const Plan& plan) {
    for (const Item& item : plan.items) {
        const std::string& id = plan.protocol->rules[item.rule].id;
        if (item.declared.empty()) return id + " is an item without days";
        if (!sorted_and_disjoint(item.declared) || !sorted_and_disjoint(item.windows) ||
            !sorted_and_disjoint(item.cuts))
            return id + " is not sorted and disjoint";
        const int declared = days_of_all(item.declared, last_date);
        if (days_of_all(item.windows, last_date) + days_of_all(item.cuts, last_date) != declared)
            return id + ": windows and cuts are not what was declared";
        for (const Window& window : item.windows)
            if (window.after_sessions.empty()) return id + " names no session";
        for (const Cut& cut : item.cuts)
            if (cut.by.empty() || !std::is_sorted(cut.by.begin(), cut.by.end())) return id + " is cut by nobody";
    }
    return "";
}

// --- Freeing a day ---

/// A day and activity for which `after` is less strict than `before`, in words.
std::string freed_day(const Plan& before, const Plan& after) {
    for (std::size_t activity = 0; activity < before.protocol->activities.size(); ++activity)
        for (Date date = before.sessions.front(); date <= before.sessions.back() + Days{70}; date += Days{1}) {
            const Verdict now = answer(after, "", {activity}, {date, date}).verdict;
            const Answer was = answer(before, "", {activity}, {date, date});
            // What waited for sessions to come may be told once they are known.
            if (now < was.verdict && !was.provisional)
                return fmt::format("activity {} became '{}' on {}", activity, name(now), iso(date));
        }
    return "";
}

}  // namespace

TEST_CASE("the planner agrees with the day by day model") {
    std::size_t triples = 0;
    for_random_cases(15000, [&](const RandomCase& given, Dice&) -> std::string {
        for (const Scope scope : {Scope::all, Scope::listed}) {
            const Plan plan = sound_plan(given.protocol, given.client, scope);
            const Model model = model_of(given.protocol, given.client, scope);
            triples += model.size();
            if (auto wrong = wrong_plan(plan, model); !wrong.empty()) return wrong;
            if (auto wrong = wrong_shape(plan); !wrong.empty()) return wrong;
        }
        return "";
    });
    CHECK(triples >= static_cast<std::size_t>(effort(500'000)));
}

TEST_CASE("not knowing never frees a day") {
    for_random_cases(1500, [](const RandomCase& given, Dice& dice) -> std::string {
        Case doubtful = given.client;
        if (doubtful.facts.empty()) return "";
        const auto which = static_cast<std::size_t>(dice.from_to(0, static_cast<int>(doubtful.facts.size()) - 1));
        if (dice.one_in(2))
            doubtful.facts[which].truth = Truth::unknown;
        else
            doubtful.facts.erase(doubtful.facts.begin() + static_cast<std::ptrdiff_t>(which));
        return freed_day(sound_plan(given.protocol, given.client, Scope::all),
                         sound_plan(given.protocol, doubtful, Scope::all));
    });
}

TEST_CASE("not knowing how many sessions are planned never frees a day") {
    for_random_cases(1500, [](const RandomCase& given, Dice&) -> std::string {
        RandomCase planned = given;
        std::erase_if(planned.client.facts, [](const FactAnswer& answer) { return answer.fact == "more-sessions"; });
        Case unplanned = planned.client;
        unplanned.planned.reset();
        return freed_day(sound_plan(given.protocol, planned.client, Scope::all),
                         sound_plan(given.protocol, unplanned, Scope::all));
    });
}

// Rules that count from the first session are left out: a session in between can join two series, and the second's
// first session is then none. So are observations, which may come to belong to the new session.
TEST_CASE("one more session never frees a day") {
    for_random_cases(1500, [](const RandomCase& given, Dice& dice) -> std::string {
        RandomCase fewer = given;
        fewer.client.observed.clear();
        fewer.client.planned.reset();
        std::erase_if(fewer.protocol.rules, [](const Rule& rule) { return rule.count_from == CountFrom::first; });
        Case more = fewer.client;
        more.sessions.push_back(random_session(dice, fewer.client));
        return freed_day(sound_plan(fewer.protocol, fewer.client, Scope::all),
                         sound_plan(fewer.protocol, more, Scope::all));
    });
}

TEST_CASE("the same case gives the same plan, in whatever order its sessions stand") {
    for_random_cases(1500, [](const RandomCase& given, Dice&) -> std::string {
        RandomCase turned = given;
        std::reverse(turned.client.sessions.begin(), turned.client.sessions.end());
        std::reverse(turned.client.observed.begin(), turned.client.observed.end());
        const auto lines = plan_lines(sound_plan(given.protocol, given.client, Scope::all));
        if (lines != plan_lines(sound_plan(given.protocol, given.client, Scope::all))) return "twice";
        return lines == plan_lines(sound_plan(turned.protocol, turned.client, Scope::all)) ? "" : "reversed";
    });
}
