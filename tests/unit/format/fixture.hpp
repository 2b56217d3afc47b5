#pragma once

// A small protocol and plan made by hand, so that these tests depend on no other room than those they format for.

// First, since date.h has a `format` of its own.
#include "base/civil.hpp"

#include <smpcare/format.hpp>
#include <smpcare/plan.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

// The rooms that the tests with this fixture look into.
namespace smpcare {
namespace format {}
namespace calendar {}
namespace say {}
}  // namespace smpcare

namespace format_fixture {

using namespace smpcare;
using namespace smpcare::format;
using namespace smpcare::calendar;
using namespace smpcare::say;

inline Date day(std::string_view text) { return *parse_date(text); }

/// How often `part` stands in `text`.
inline std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

inline Rule rule(std::string id, Kind kind, std::string title, int from, std::optional<int> through) {
    Rule made;
    made.id = std::move(id);
    made.kind = kind;
    made.title = std::move(title);
    made.from = from;
    made.through = through;
    made.declared_from.days = from;
    if (through) made.declared_through = {Boundary::Base::day, *through, {}};
    return made;
}

inline void add_names(Protocol& protocol) {
    protocol.id = "small";
    protocol.title = "Small protocol";
    protocol.version = "1.2.0";
    protocol.language = "en";
    protocol.min_gap = 7;
    protocol.fingerprint = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    protocol.clinic.name = "Example Clinic";
    protocol.clinic.phone = {"+44 20 7946 0000"};
    protocol.sources = {{"guide", "A guide", "https://example.org/guide", {}}};
    protocol.activities = {{"wet-scalp", "Wet the scalp", {"shower", "wash"}, {}},
                           {"swim-pool", "Swim in a pool", {"swim"}, {}},
                           {"shave", "Shave", {}, {}},
                           {"dry-shampoo", "Use dry shampoo", {}, {}}};
    protocol.facts = {{"long-hair", "Hair is kept long", {}}};
    protocol.events = {{"scabs-gone", "no scab remains", 4, 21, {}}};
}

inline Protocol small_protocol() {
    Protocol protocol;
    add_names(protocol);
    auto dry = rule("keep-dry", Kind::avoid, "Getting the scalp wet", 0, 3);
    dry.activities = {0};
    dry.detail = "No shower on the scalp, no rain, no sweat. A body shower is fine, with the head held back.";
    dry.floor = 3;
    dry.sources = {{0, "3"}};
    dry.evidence = Evidence::strong;
    auto rinse = rule("rinse", Kind::do_, "Rinse with lukewarm water", 4, 6);
    rinse.activities = {0};
    rinse.declared_from = {Boundary::Base::after, 0, "keep-dry"};
    rinse.times_per_day = 2;
    auto swim = rule("swim-pool", Kind::avoid, "Swimming in a pool", 0, 30);
    swim.activities = {1};
    swim.count_from = CountFrom::last;
    auto shave = rule("shave", Kind::avoid, "Shaving", 0, 10);
    shave.activities = {2};
    shave.until = 0;
    auto powder = rule("dry-shampoo", Kind::limit, "Dry shampoo", 4, 14);
    powder.activities = {3};
    powder.when = {0};
    auto redness = rule("redness", Kind::expect, "Redness", 0, 3);
    auto fever = rule("fever", Kind::warn, "Fever or chills", 0, {});
    fever.help = Help::doctor;
    auto visit = rule("check", Kind::visit, "Check-up", 28, 56);
    visit.target = 42;
    protocol.rules = {dry, rinse, swim, shave, powder, redness, fever, visit};
    return protocol;
}

inline Item item(std::size_t rule, std::vector<Window> windows) {
    Item made;
    made.rule = rule;
    made.declared = windows;
    made.windows = std::move(windows);
    return made;
}

// One session on 2026-11-22, nothing answered.
inline Plan small_plan(const Protocol& protocol) {
    Plan plan;
    plan.protocol = &protocol;
    plan.client_id = "A-17";
    plan.client_name = "Ana Example";
    plan.labels = {{"Practitioner", "Kim"}};
    plan.sessions = {day("2026-11-22")};
    plan.series = {1};
    plan.facts = {Truth::unknown};
    plan.answered = {false};
    plan.observed = {{}};
    const auto start = plan.sessions.front();
    const auto on = [&](Kind kind, int from, int through) {
        return Window{kind, start + Days{from}, start + Days{through}, {1}, {}};
    };
    plan.items = {item(0, {on(Kind::avoid, 0, 3)}),
                  item(1, {on(Kind::do_, 4, 6)}),
                  item(2, {on(Kind::avoid, 0, 30)}),
                  item(3, {on(Kind::avoid, 0, 10), on(Kind::limit, 11, 21)}),
                  item(4, {on(Kind::limit, 4, 14)}),
                  item(5, {on(Kind::expect, 0, 3)}),
                  item(6, {Window{Kind::warn, start, {}, {1}, {}}}),
                  item(7, {on(Kind::visit, 28, 56)})};
    plan.items[2].provisional = true;
    plan.items[4].unknown = {0};
    plan.items[7].windows[0].target = start + Days{42};
    return plan;
}

inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The plan as it would be, had its client come so many days later.
inline void move(Plan& plan, Days days) {
    for (auto& session : plan.sessions) session += days;
    for (auto& item : plan.items) {
        for (auto* windows : {&item.windows, &item.declared}) {
            for (auto& window : *windows) {
                window.start += days;
                if (window.end) *window.end += days;
                if (window.target) *window.target += days;
            }
        }
    }
}

}  // namespace format_fixture
