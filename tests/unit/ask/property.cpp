#include <smpcare/ask.hpp>

#include "unit/plan/model.hpp"
#include "unit/plan/property.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

// --- Answers against the model ---

bool names(const Protocol& protocol, std::size_t activity) {
    for (const Rule& rule : protocol.rules)
        for (const std::size_t one : rule.activities)
            if (one == activity && !rule.vanished) return true;
    return false;
}

Verdict verdict_on(const Model& model, const Protocol& protocol, std::size_t activity, std::size_t day) {
    const bool silent = model.date(day) < model.sessions.front() || !names(protocol, activity);
    Verdict verdict = silent ? Verdict::ask : Verdict::yes;
    for (const ModelRule& rule : model.rules) {
        const ModelDay& state = rule.days[day];
        const auto& left = state.activities;
        if (!state.remains() || std::find(left.begin(), left.end(), activity) == left.end()) continue;
        if (*state.kind == Kind::avoid) verdict = Verdict::no;
        if (*state.kind == Kind::ask) verdict = std::max(verdict, Verdict::ask);
        if (*state.kind == Kind::limit) verdict = std::max(verdict, Verdict::limited);
    }
    return verdict;
}

/// `because` of a model: pairs of rule and kind, in order.
std::vector<std::pair<std::size_t, Kind>> reasons_in(const Model& model, std::size_t activity, std::size_t from,
                                                     std::size_t to) {
    std::vector<std::pair<std::size_t, Kind>> reasons;
    for (std::size_t rule = 0; rule < model.rules.size(); ++rule)
        for (const Kind kind : restricting_kinds)
            for (std::size_t day = from; day <= to; ++day) {
                const ModelDay& state = model.rules[rule].days[day];
                const auto& left = state.activities;
                if (state.kind != kind || !state.remains()) continue;
                if (std::find(left.begin(), left.end(), activity) == left.end()) continue;
                reasons.emplace_back(rule, kind);
                break;
            }
    return reasons;
}

std::string wrong_free_days(const ActivityAnswer& given, const Model& model, const Protocol& protocol,
                            std::size_t from) {
    const auto free = [&](std::size_t day) { return verdict_on(model, protocol, given.activity, day) == Verdict::yes; };
    std::optional<Date> free_from, free_through;
    std::size_t day = from;
    while (day < model.size() && !free(day)) ++day;
    if (day < model.size()) free_from = model.date(day);
    while (day < model.size() && free(day)) ++day;
    if (day < model.size()) free_through = model.date(day - 1);
    if (given.free_from != free_from) return "free_from";
    return given.free_through == free_through ? "" : "free_through";
}

/// The end of the window of that rule and kind that reaches furthest among those that hit the days asked.
std::optional<Date> end_in(const Model& model, const Reason& reason, std::size_t activity, std::size_t from,
                           std::size_t to) {
    const auto& days = model.rules[reason.rule].days;
    std::size_t last = from;
    for (std::size_t day = from; day <= to; ++day) {
        const auto& left = days[day].activities;
        if (days[day].remains() && days[day].kind == reason.kind &&
            std::find(left.begin(), left.end(), activity) != left.end())
            last = day;
    }
    while (last + 1 < days.size() && days[last].joined_to_next && days[last + 1].remains()) ++last;
    if (last + 1 == days.size()) return std::nullopt;
    return model.date(last);
}

std::string wrong_answer(const Plan& plan, const Model& model, std::size_t activity, std::size_t from, std::size_t to) {
    const Answer given = answer(plan, "x", {activity}, {model.date(from), model.date(to)});
    const ActivityAnswer& one = given.activities.front();
    const auto at = [&](std::string_view what) {
        return fmt::format("answer for {} on {}..{}: {}", activity, iso(given.from), iso(given.to), what);
    };
    Verdict verdict = Verdict::yes;
    for (std::size_t day = from; day <= to; ++day)
        verdict = std::max(verdict, verdict_on(model, *plan.protocol, activity, day));
    const bool waits = verdict == Verdict::yes && plan.more_sessions == Truth::yes && given.to > plan.sessions.back();
    if (waits) verdict = Verdict::limited;
    if (one.provisional != waits || given.provisional != waits) return at("provisional");
    if (one.verdict != verdict || given.verdict != verdict) return at("verdict");
    std::vector<std::pair<std::size_t, Kind>> reasons;
    for (const Reason& reason : one.because) {
        reasons.emplace_back(reason.rule, reason.kind);
        if (reason.end != end_in(model, reason, activity, from, to)) return at("end of a reason");
        if (reason.provisional != model.rules[reason.rule].provisional) return at("provisional");
    }
    if (reasons != reasons_in(model, activity, from, to)) return at("because");
    const auto wrong = wrong_free_days(one, model, *plan.protocol, from);
    return wrong.empty() ? "" : at(wrong);
}

std::string wrong_answers(const Plan& plan, const Model& model, Dice& dice) {
    const int last = static_cast<int>(model.size()) - 1;
    for (std::size_t activity = 0; activity < plan.protocol->activities.size(); ++activity)
        for (int i = 0; i < 25; ++i) {
            const int from = dice.from_to(0, last);
            const int to = dice.one_in(2) ? from : std::min(last, from + dice.from_to(0, 20));
            auto wrong =
                wrong_answer(plan, model, activity, static_cast<std::size_t>(from), static_cast<std::size_t>(to));
            if (!wrong.empty()) return wrong;
        }
    return "";
}

// --- The day view against the model ---

struct Marks {
    std::vector<std::pair<std::size_t, Kind>> starts, ends;
    bool operator==(const Marks&) const = default;
};

/// What begins and what has its last day; the last day of the model is no end.
Marks marks_on(const Model& model, std::size_t day) {
    Marks marks;
    for (std::size_t rule = 0; rule < model.rules.size(); ++rule) {
        const auto& days = model.rules[rule].days;
        if (!days[day].remains()) continue;
        const bool goes_on_from = day > 0 && days[day - 1].remains() && days[day - 1].joined_to_next;
        const bool goes_on_to = day + 1 == days.size() || (days[day].joined_to_next && days[day + 1].remains());
        if (!goes_on_from) marks.starts.emplace_back(rule, *days[day].kind);
        if (!goes_on_to) marks.ends.emplace_back(rule, *days[day].kind);
    }
    return marks;
}

Marks marks_of(const std::vector<Change>& starts, const std::vector<Change>& ends) {
    Marks marks;
    for (const Change& change : starts) marks.starts.emplace_back(change.rule, change.kind);
    for (const Change& change : ends) marks.ends.emplace_back(change.rule, change.kind);
    return marks;
}

std::string wrong_next(const DayView& view, const Model& model, std::size_t day) {
    for (std::size_t later = day + 1; later < model.size(); ++later) {
        const Marks wanted = marks_on(model, later);
        if (wanted == Marks{}) continue;
        if (!view.next || view.next->date != model.date(later)) return "date of next";
        return marks_of(view.next->starts, view.next->ends) == wanted ? "" : "next";
    }
    return view.next ? "next where nothing follows" : "";
}

std::string wrong_in_force(const DayView& view, const Model& model, std::size_t day) {
    std::size_t seen = 0;
    for (const Kind kind : all_kinds)
        for (std::size_t rule = 0; rule < model.rules.size(); ++rule) {
            const ModelDay& state = model.rules[rule].days[day];
            if (!state.remains() || state.kind != kind) continue;
            if (seen == view.in_force.size()) return "too little in force";
            const InForce& given = view.in_force[seen++];
            const auto after = numbers_of(state.after);
            if (given.rule != rule || given.kind != kind || given.activities != state.activities) return "in force";
            if (given.after_sessions != after || given.provisional != model.rules[rule].provisional) return "in force";
        }
    return seen == view.in_force.size() ? "" : "too much in force";
}

std::string wrong_view(const Plan& plan, const Model& model, std::size_t day) {
    const DayView view = day_view(plan, model.date(day));
    const auto begun = std::count_if(model.sessions.begin(), model.sessions.end(),
                                     [&](Date session) { return session <= model.date(day); });
    if (view.session != begun) return "session";
    const Date origin = model.sessions[begun == 0 ? 0 : static_cast<std::size_t>(begun) - 1];
    if (origin + Days{view.day} != model.date(day)) return "day number";
    if (marks_of(view.starts, view.ends) != marks_on(model, day)) return "starts and ends";
    if (auto wrong = wrong_in_force(view, model, day); !wrong.empty()) return wrong;
    return wrong_next(view, model, day);
}

std::string wrong_views(const Plan& plan, const Model& model, Dice& dice) {
    for (int i = 0; i < 25; ++i) {
        const auto day = static_cast<std::size_t>(dice.from_to(0, static_cast<int>(model.size()) - 1));
        if (auto wrong = wrong_view(plan, model, day); !wrong.empty())
            return fmt::format("day view of {}: {}", iso(model.date(day)), wrong);
    }
    return "";
}

}  // namespace

TEST_CASE("answers agree with the day by day model") {
    for_random_cases(1500, [](const RandomCase& given, Dice& dice) {
        const Plan plan = sound_plan(given.protocol, given.client, Scope::all);
        return wrong_answers(plan, model_of(given.protocol, given.client, Scope::all), dice);
    });
}

TEST_CASE("day views agree with the day by day model") {
    for_random_cases(1500, [](const RandomCase& given, Dice& dice) {
        const Scope scope = dice.one_in(2) ? Scope::all : Scope::listed;
        const Plan plan = sound_plan(given.protocol, given.client, scope);
        return wrong_views(plan, model_of(given.protocol, given.client, scope), dice);
    });
}

TEST_CASE("while a further session is planned nothing that lies ahead is a plain yes") {
    int asked = 0;
    for_random_cases(1500, [&asked](const RandomCase& given, Dice& dice) -> std::string {
        RandomCase more = given;
        std::erase_if(more.client.facts, [](const FactAnswer& answer) { return answer.fact == "more-sessions"; });
        more.client.planned.reset();
        if (dice.one_in(2))
            more.client.facts.push_back({"more-sessions", Truth::yes, {}});
        else
            more.client.planned = static_cast<int>(session_limit);
        const Plan plan = sound_plan(more.protocol, more.client, Scope::all);
        if (plan.more_sessions != Truth::yes) return "the plan does not know of more sessions";
        for (int i = 0; i < 25; ++i) {
            const Date today = plan.sessions.front() + Days{dice.from_to(-10, 150)};
            const Date to = today + Days{dice.from_to(1, 400)};
            const std::size_t activity = static_cast<std::size_t>(dice.from_to(0, 2));
            ++asked;
            if (answer(plan, "x", {activity}, {dice.one_in(2) ? to : today, to, today}).verdict == Verdict::yes)
                return fmt::format("activity {} is a plain yes on {}, asked on {}", activity, iso(to), iso(today));
        }
        return "";
    });
    CHECK(asked > 0);
}
