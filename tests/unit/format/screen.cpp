#include "format/screen/screen.hpp"

#include "base/civil.hpp"
#include "say/steps.hpp"
#include "unit/plan/property.hpp"

#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace smpcare;

Protocol protocol_of(std::string_view id) {
    Diagnostics found;
    return *load_protocol(*built_in(id), found);
}

Plan plan_on(const Protocol& protocol, Date first, std::optional<int> second) {
    Case client;
    client.sessions = {{first, {}}};
    if (second) client.sessions.push_back({first + Days{*second}, {}});
    return testing::sound_plan(protocol, client, Scope::listed);
}

std::string screen_of(const say::Speaker& speaker, const say::AskedDay& asked, const Style& style) {
    return format::screen_text(say::today_of(speaker, asked), speaker, asked, style);
}

/// Without its blanks, so that it does not matter where lines end.
std::string dense(std::string text) {
    std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n'; });
    return text;
}

std::string missing_on(const Plan& plan, Date date, std::ptrdiff_t most_lines) {
    const say::Speaker speaker{plan, words::english};
    const auto text = screen_of(speaker, {date, true}, Style{});
    const auto all = dense(text);
    if (std::count(text.begin(), text.end(), '\n') > most_lines) return "too long:\n" + text;
    for (const auto& clinic : {plan.protocol->clinic.phone, plan.protocol->clinic.emergency})
        for (const auto& number : clinic)
            if (text.find(number) == std::string::npos) return "no number " + number + " in\n" + text;
    for (const auto& entry : day_view(plan, date).in_force) {
        const auto& rule = plan.protocol->rules[entry.rule];
        const auto signs = [&](std::size_t sign) {
            return all.find(dense(say::in_a_list(plan.protocol->signs[sign].title))) != std::string::npos;
        };
        const auto name = entry.kind == Kind::warn ? say::in_a_list(rule.title) : say::listed_name(rule);
        const bool told =
            all.find(dense(name)) != std::string::npos || all.find(dense(rule.title)) != std::string::npos;
        if (!told && (entry.kind != Kind::warn || !std::all_of(rule.signs.begin(), rule.signs.end(), signs)))
            return rule.id + " is not in\n" + text;
    }
    return {};
}

}  // namespace

TEST_CASE("the first screen of a built-in protocol holds on any day all that is in force, in 24 lines") {
    const auto first = Date{date::year{2026} / 11 / 22};
    for (const auto& built_in : built_ins()) {
        const auto protocol = protocol_of(built_in.id);
        auto with_numbers = protocol;
        with_numbers.clinic.phone = {"+44 20 7946 0000", "+44 20 7946 0001"};
        with_numbers.clinic.emergency = {"112"};
        for (const std::optional<int> second : {std::optional<int>{}, std::optional<int>{12}, std::optional<int>{35}}) {
            const auto plan = plan_on(protocol, first, second);
            for (int day = 0; day <= 60; ++day)
                if (const auto fault = missing_on(plan, first + Days{day}, 24); !fault.empty()) FAIL(fault);
            const auto called = plan_on(with_numbers, first, second);
            for (int day = 0; day <= 60; day += 4)
                if (const auto fault = missing_on(called, first + Days{day}, 26); !fault.empty()) FAIL(fault);
        }
    }
}

TEST_CASE("a built-in protocol's plan of one session has at most 120 lines, and the steps of one or two at most 40") {
    const auto first = Date{date::year{2026} / 11 / 22};
    const auto* const text = find_format("text");
    REQUIRE(text != nullptr);
    for (const auto& built_in : built_ins()) {
        const auto protocol = protocol_of(built_in.id);
        for (const std::optional<int> second : {std::optional<int>{}, std::optional<int>{12}, std::optional<int>{35}}) {
            const auto plan = plan_on(protocol, first, second);
            for (int day = -3; day <= 60; ++day) {
                Style style;
                style.today = first + Days{day};
                const auto page = text->plan(plan, style);
                CAPTURE(page);
                CHECK((second || std::count(page.begin(), page.end(), '\n') <= 120));
                const auto steps = page.substr(page.find("\nTHE STEPS") + 1);
                const auto end = steps.begin() + static_cast<std::ptrdiff_t>(steps.find("\n\n"));
                CHECK(std::count(steps.begin(), end, '\n') <= 40);
            }
        }
    }
}

TEST_CASE("what changes alike after each session stands once where there are many steps, with all its days") {
    const auto protocol = protocol_of("smp-standard");
    const auto plan = plan_on(protocol, Date{date::year{2026} / 11 / 22}, 12);
    const auto text = find_format("text")->plan(plan, Style{});
    CHECK(text.find("\nSat 28 Nov, Thu 10 Dec  with care: smoking") != std::string::npos);
    CHECK(text.find("\nThu 10 Dec ") == std::string::npos);
}

TEST_CASE("what a random plan restricts on a day stands on its screen, at any width") {
    testing::for_random_cases(200, [](const testing::RandomCase& made, testing::Dice& dice) -> std::string {
        const auto plan = testing::sound_plan(made.protocol, made.client, Scope::listed);
        const auto date = plan.sessions.front() + Days{dice.from_to(0, 120)};
        const say::Speaker speaker{plan, words::english};
        Style style;
        style.width = dice.from_to(20, 120);
        const auto text = dense(screen_of(speaker, {date, dice.one_in(2)}, style));
        for (const auto& entry : day_view(plan, date).in_force) {
            const auto name = say::listed_name(plan.protocol->rules[entry.rule]);
            if (restricts(entry.kind) && text.find(dense(name)) == std::string::npos) return "not told: " + name;
        }
        return {};
    });
}

TEST_CASE("a telephone number is never parted at the end of a line") {
    auto protocol = protocol_of("smp-standard");
    for (int digits = 1; digits < 40; ++digits) {
        protocol.clinic.phone = {std::string(static_cast<std::size_t>(digits), '7') + " 12 34 56"};
        const auto plan = plan_on(protocol, Date{date::year{2026} / 11 / 22}, {});
        const auto text = screen_of({plan, words::english}, {plan.sessions.front(), true}, Style{});
        CHECK(text.find(protocol.clinic.phone.front()) != std::string::npos);
    }
}

TEST_CASE("a day as a line has at most sixty columns") {
    const auto protocol = protocol_of("smp-standard");
    const auto plan = plan_on(protocol, Date{date::year{2026} / 11 / 22}, 12);
    const auto* const line = find_format("line");
    REQUIRE(line != nullptr);
    for (int day = -5; day < 400; ++day) {
        const auto text = line->day(plan, day_view(plan, plan.sessions.front() + Days{day}), Style{});
        CHECK(text.size() <= 60 + 1 + 2);  // the newline, and what an ellipsis has more than a column
        CHECK(std::count(text.begin(), text.end(), '\n') == 1);
    }
}
