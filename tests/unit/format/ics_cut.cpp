// What is never cut from a calendar, however much a clinic adds.

#include "unit/effort.hpp"
#include "unit/plan/property.hpp"
#include "unit/plan/random.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/calendar.hpp>
#include <smpcare/source.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

using namespace smpcare;
using namespace smpcare::testing;

namespace {

constexpr std::string_view practitioner = "+44 20 7946 0000", emergency = "112";

// A rule as clinics add them: long texts, any kind, days like those of others.
Rule clinics_rule(Dice& dice, const Protocol& protocol, int number) {
    Rule rule;
    rule.id = "clinic-" + std::to_string(number);
    rule.kind = all_kinds[static_cast<std::size_t>(dice.from_to(0, static_cast<int>(kind_count) - 1))];
    rule.detail = std::string(static_cast<std::size_t>(dice.from_to(1, 400)), 'd');
    rule.from = rule.declared_from.days = dice.from_to(0, 20);
    if (!dice.one_in(4)) {
        rule.through = rule.from + dice.from_to(0, 40);
        rule.declared_through = {Boundary::Base::day, *rule.through, {}};
    }
    if (rule.kind == Kind::warn) rule.help = static_cast<Help>(dice.from_to(0, 2));
    if (rule.kind == Kind::visit && !rule.through) rule.through = rule.from + 3;
    const auto known = static_cast<int>(protocol.activities.size());
    if (rule.kind <= Kind::do_ && known > 0) rule.activities = {static_cast<std::size_t>(dice.from_to(0, known - 1))};
    return rule;
}

Protocol with_clinics_rules(const RandomCase& given, Dice& dice) {
    auto protocol = given.protocol;
    protocol.clinic.phone = {std::string(practitioner)};
    protocol.clinic.emergency = {std::string(emergency)};
    for (int i = 0; i < 20; ++i) protocol.rules.push_back(clinics_rule(dice, protocol, i));
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) {
        auto& rule = protocol.rules[i];
        rule.title =
            "Rule " + std::to_string(i) + " " + std::string(static_cast<std::size_t>(dice.from_to(1, 90)), 't');
        rule.short_title = dice.one_in(2) ? "r" + std::to_string(i) + "." : "";
    }
    return protocol;
}

bool names(const std::string& text, const Rule& rule) {
    return text.find(rule.title) != std::string::npos ||
           (!rule.short_title.empty() && text.find(rule.short_title) != std::string::npos);
}

// Signs go on in small letters within a title.
bool is_named(const std::string& title, const Rule& rule) {
    const auto has = [&](std::string name) {
        if (name.empty()) return false;
        if (title.find(name) != std::string::npos) return true;
        name.front() = static_cast<char>(std::tolower(name.front()));
        return title.find(name) != std::string::npos;
    };
    return has(rule.title) || has(rule.short_title);
}

// How a title ends that does not name all that changes; nowhere else may anything be left out.
bool says_more(const std::string& title) {
    const auto ends = [&](std::string_view end) { return title.ends_with(end); };
    return ends(" · more inside") || ends(" · more") || ends(" …");
}

bool has_unnamed(const Plan& plan, const Step& step, const std::string& title) {
    const auto is_unnamed = [&](std::size_t item) {
        return !is_named(title, plan.protocol->rules[plan.items[item].rule]);
    };
    const auto begins_unnamed = [&](const Step::Begin& begin) {
        const bool is_told = restricts(begin.kind) || begin.kind == Kind::do_ || begin.kind == Kind::warn;
        return is_told && is_unnamed(begin.item);
    };
    return std::any_of(step.begins.begin(), step.begins.end(), begins_unnamed) ||
           std::any_of(step.over.begin(), step.over.end(), is_unnamed);
}

// A title that does not name all that changes must say at its end that there is more.
bool looks_complete(const Plan& plan, const Step& step, const std::string& title) {
    return !says_more(title) && has_unnamed(plan, step, title);
}

bool is_cut_within(const std::string& title) {
    const auto at = title.find("…");
    return at != std::string::npos && (at + std::string_view("…").size() != title.size() || title[at - 1] != ' ');
}

bool is_cut(const std::string& text) {
    return text.find(" more\n") != std::string::npos || text.find(" things\n") != std::string::npos ||
           text.find("1 thing\n") != std::string::npos;
}

// What of the day must stand in its event and does not; "" where all does.
std::string lost_of(const Plan& plan, const CalendarEvent& event) {
    for (const auto number : {practitioner, emergency})
        if (event.description.find(number) == std::string::npos) return "the number " + std::string(number);
    const bool is_visit = !event.title.starts_with("Day ") && !event.title.starts_with("Session ");
    if (!is_visit)
        for (const auto& entry : day_view(plan, event.start).in_force)
            if ((entry.kind == Kind::warn || entry.kind == Kind::do_) &&
                !names(event.description, plan.protocol->rules[entry.rule]))
                return plan.protocol->rules[entry.rule].title;
    return {};
}

// What of a step stands on none of its day's events. Long lists are cut to a number.
std::string lost_of(const Plan& plan, const Step& step, const std::vector<CalendarEvent>& events) {
    std::string told;
    for (const auto& event : events)
        if (event.start == step.date) told += event.title + "\n" + event.description + "\n";
    if (told.empty()) return "its event";
    const auto is_lost = [&](std::size_t item) { return !names(told, plan.protocol->rules[plan.items[item].rule]); };
    for (const auto& begin : step.begins)
        if (is_lost(begin.item) && !(step.session > 0 && is_cut(told)))
            return plan.protocol->rules[plan.items[begin.item].rule].title;
    // What was asked about or done with care goes by the name under which it was banned.
    for (const auto& allowed : step.allowed)
        if (allowed.whole && plan.protocol->rules[plan.items[allowed.item].rule].kind == Kind::avoid &&
            is_lost(allowed.item) && !is_cut(told))
            return plan.protocol->rules[plan.items[allowed.item].rule].title;
    return {};
}

std::string check_plan(const RandomCase& given, Dice& dice) {
    const auto protocol = with_clinics_rules(given, dice);
    const auto plan = sound_plan(protocol, given.client, Scope::listed);
    for (const auto mode : {Events::changes, Events::days}) {
        Style style;
        style.calendar.events = mode;
        const auto events = CalendarWriter(protocol, style).events(plan, nullptr);
        for (const auto& event : events) {
            if (const auto lost = lost_of(plan, event); !lost.empty())
                return "the event of " + iso(event.start) + " has lost " + lost;
            if (display_width(event.title) > 60) return "too long: " + event.title;
            if (event.title.starts_with("Day ") && is_cut_within(event.title)) return "cut within: " + event.title;
        }
        for (const auto& step : steps(plan))
            for (const auto& event : events)
                if (event.start == step.date && step.session == 0 && event.title.starts_with("Day ") &&
                    looks_complete(plan, step, event.title))
                    return "looks complete: " + event.title;
        for (const auto& step : steps(plan))
            if (const auto lost = lost_of(plan, step, events); !lost.empty())
                return "the step of " + iso(step.date) + " has lost " + lost;
    }
    return {};
}

}  // namespace

TEST_CASE("signs, numbers and what to do today are never cut, and every change stands on an event") {
    for_random_cases(effort(500), check_plan);
}
