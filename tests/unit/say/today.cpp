#include "say/today.hpp"

#include "base/text.hpp"
#include "unit/plan/property.hpp"

#include <smpcare/load.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace smpcare;

namespace {

Date at(std::string_view text) { return *parse_date(text); }

Protocol standard_protocol() {
    Diagnostics found;
    return *load_protocol(*built_in("smp-standard"), found);
}

Plan plan_with(const Protocol& protocol, const std::vector<const char*>& sessions) {
    Case client;
    for (const auto* session : sessions) client.sessions.push_back({at(session), {}});
    return testing::sound_plan(protocol, client, Scope::listed);
}

std::string rows_text(const std::vector<say::TodayRow>& rows) {
    return joined(rows, " | ", [](const say::TodayRow& row) {
        return joined(row.names, ", ") + (row.note.empty() ? "" : " (" + row.note + ")") + ' ' + row.until;
    });
}

}  // namespace

TEST_CASE("the lists of a day: by end, the longest first, and each thing once") {
    const auto protocol = standard_protocol();
    const auto plan = plan_with(protocol, {"2026-11-22"});
    const say::Speaker speaker{plan, words::english};
    const auto today = say::today_of(speaker, {at("2026-11-27"), true});
    CHECK(today.when == "Friday 27 November 2026, day 5 after your session on Sun 22 Nov");
    CHECK(today.headlines.size() == 2);
    const auto avoid = rows_text(today.list(Kind::avoid));
    CHECK(avoid.starts_with(
        "picking, tanning beds always | sun, self-tan, swimming, sauna, hot tub, scrubs until Tue 22 Dec | "));
    CHECK(avoid.ends_with("mild scalp wash until Sat 28 Nov | smoking until tonight"));
    CHECK(rows_text(say::today_of(speaker, {at("2026-12-21"), true}).list(Kind::ask)) ==
          "hair-growth lotion, skin treatments, needling, light therapy until a clear yes");
    CHECK(rows_text(today.list(Kind::limit)).find("clippers, scissors (only if no scab remains) until Sun 13 Dec") !=
          std::string::npos);
    CHECK(today.last_day == std::vector<std::string>{"smoking", "alcohol (a little)"});
    REQUIRE(today.tomorrow.size() == 2);
    CHECK(today.tomorrow[0].text == "with care");
    CHECK(today.tomorrow[0].names == std::vector<std::string>{"smoking (best never)"});
    CHECK(today.tomorrow[1].text == "allowed again");
    CHECK(today.tomorrow[1].names == std::vector<std::string>{"alcohol"});
}

TEST_CASE("whom to call comes by urgency, with every sign in force and the clinic's numbers") {
    auto protocol = standard_protocol();
    protocol.clinic.phone = {"020 1", "020 2"};
    protocol.clinic.emergency = {"112"};
    const auto plan = plan_with(protocol, {"2026-11-22"});
    const say::Speaker speaker{plan, words::english};
    const auto calls = say::today_of(speaker, {at("2026-11-27"), true}).calls;
    REQUIRE(calls.size() == 3);
    CHECK(calls[0].when == "Call now");
    CHECK(calls[0].whom == "emergency number, 112");
    CHECK(calls[1].when == "Call today");
    CHECK(calls[1].signs.size() == 12);
    CHECK(calls[2].whom == "your practitioner, 020 1, 020 2");
    CHECK(calls[2].titles == std::vector<std::string>{"Redness has not faded", "Fluid still comes", "any doubt"});
}

TEST_CASE("before the first session the lists are those of its day, and nothing ends tonight") {
    const auto protocol = standard_protocol();
    const auto plan = plan_with(protocol, {"2026-11-22", "2026-12-06"});
    const say::Speaker speaker{plan, words::english};
    const auto today = say::today_of(speaker, {at("2026-11-21"), true});
    CHECK_FALSE(today.started);
    CHECK(today.date == at("2026-11-22"));
    CHECK(today.when == "Saturday 21 November 2026: starts tomorrow, on Sun 22 Nov");
    CHECK(rows_text(today.list(Kind::avoid)).find("tonight") == std::string::npos);
    CHECK(say::today_of(speaker, {at("2026-11-15"), true}).when ==
          "Sunday 15 November 2026: starts in 7 days, on Sun 22 Nov");
    CHECK(say::today_of(speaker, {at("2026-12-09"), true}).when ==
          "Wednesday 9 December 2026, day 3 after session 2 on Sun 6 Dec");
}

TEST_CASE("a year is said where it is another one, and a plan without signs still says whom to call") {
    const auto& words = words::english;
    CHECK(say::date_near(at("2027-01-03"), at("2026-12-06"), words) == "Sun 3 Jan 2027");
    CHECK(say::date_near(at("2026-12-06"), at("2026-12-01"), words) == "Sun 6 Dec");
    auto protocol = standard_protocol();
    std::erase_if(protocol.rules, [](const Rule& rule) { return rule.kind != Kind::expect; });
    const auto plan = plan_with(protocol, {"2026-11-22"});
    const auto calls = say::today_of({plan, words}, {at("2026-11-22"), true}).calls;
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].signs == std::vector<std::string>{"if you feel very ill, faint or short of breath"});
    CHECK(calls[1].signs == std::vector<std::string>{"any doubt"});
}

TEST_CASE("every rule in force on a day stands in its lists or calls") {
    testing::for_random_cases(300, [](const testing::RandomCase& made, testing::Dice& dice) -> std::string {
        const auto plan = testing::sound_plan(made.protocol, made.client, Scope::listed);
        const say::Speaker speaker{plan, words::english};
        const auto date = plan.sessions.front() + Days{dice.from_to(0, 120)};
        const auto today = say::today_of(speaker, {date, dice.one_in(2)});
        for (const auto& entry : day_view(plan, date).in_force) {
            if (entry.kind == Kind::warn) continue;
            const auto& rows = today.list(entry.kind);
            const bool told = std::any_of(rows.begin(), rows.end(), [&](const say::TodayRow& row) {
                return std::find(row.rules.begin(), row.rules.end(), entry.rule) != row.rules.end();
            });
            if (!told) return "not told: " + plan.protocol->rules[entry.rule].id;
        }
        return {};
    });
}

TEST_CASE("two rules of one short name that end on other days are told apart, so that no end is read for the other") {
    auto protocol = standard_protocol();
    const auto pool = std::find_if(protocol.rules.begin(), protocol.rules.end(),
                                   [](const Rule& rule) { return rule.id == "swim-pool"; });
    REQUIRE(pool != protocol.rules.end());
    pool->through = 35;
    const auto plan = plan_with(protocol, {"2026-11-22"});
    const say::Speaker speaker{plan, words::english};
    const auto avoid = rows_text(say::today_of(speaker, {at("2026-11-27"), true}).list(Kind::avoid));
    CHECK(avoid.find("Swimming in a pool until Sun 27 Dec") != std::string::npos);
    CHECK(avoid.find("Swimming in sea or lake, ") != std::string::npos);
    CHECK(avoid.find("swimming") == std::string::npos);
    for (const auto& step : steps(plan)) {
        if (step.date != at("2026-12-23")) continue;
        const auto told = say::lines_text(say::step_lines(speaker, step), words::english);
        CHECK(told.find("Swimming in sea or lake") != std::string::npos);
        CHECK(told.find("pool") == std::string::npos);
    }
}
