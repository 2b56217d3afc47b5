// Floors are kept by days, whichever field frees them: every single-field override of every rule of every built-in.

#include "unit/told.hpp"

#include <smpcare/load.hpp>
#include <smpcare/plan.hpp>

#include "unit/effort.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace smpcare;

namespace {

Setting made(const std::string& rule, std::string field, std::string value, Operation operation = Operation::set) {
    auto span = whole("--set " + rule + '.' + field);
    return {rule, std::move(field), std::move(value), operation, {}, std::move(span)};
}

std::optional<Protocol> loaded(std::string_view id, std::vector<Setting> settings, Diagnostics& found) {
    return load_protocol({*built_in(id), {}, {}, {std::move(settings)}}, found);
}

std::vector<Setting> single_overrides(const Rule& rule) {
    std::vector<Setting> all{made(rule.id, "drop", "true"),        made(rule.id, "title", "Another title"),
                             made(rule.id, "until", "scabs-gone"), made(rule.id, "times_per_day", "2"),
                             made(rule.id, "every", "2"),          made(rule.id, "target", "12")};
    for (const auto* const field : {"from", "through"}) {
        for (const auto* const value : {"0", "1", "5", "8", "40"}) all.push_back(made(rule.id, field, value));
        for (const auto operation : {Operation::add, Operation::subtract})
            for (const auto* const days : {"1", "6"}) all.push_back(made(rule.id, field, days, operation));
    }
    all.push_back(made(rule.id, "through", "open"));
    for (const auto* const value : {"0", "3", "9"}) all.push_back(made(rule.id, "floor", value));
    return all;
}

std::vector<Case> sample_clients() {
    std::vector<Case> clients;
    for (const auto& dates : {std::vector{"2026-11-22"}, std::vector{"2026-11-22", "2026-12-04"},
                              std::vector{"2026-11-22", "2026-12-20", "2027-04-30"}}) {
        Case client;
        for (const auto* const date : dates) client.sessions.push_back({*parse_date(date), {}});
        clients.push_back(std::move(client));
    }
    return clients;
}

/// For each rule the days on which it holds, as far as anybody looks, before cuts: those of others are not its own.
using AllDays = std::vector<std::vector<bool>>;

AllDays days_of(const Plan& plan) {
    constexpr int horizon = 260;
    AllDays all(plan.protocol->rules.size(), std::vector<bool>(horizon, false));
    const auto first = plan.sessions.front();
    for (const auto& item : plan.items)
        for (const auto& window : item.declared) {
            const auto end = window.end ? day_number(first, *window.end) : horizon;
            for (int day = day_number(first, window.start); day <= end && day < horizon; ++day)
                all[item.rule][static_cast<std::size_t>(day)] = true;
        }
    return all;
}

/// A client, and the days on which each rule held before anything was overridden.
struct Sample {
    Case client;
    AllDays days;
};

std::vector<Sample> samples(const Protocol& protocol) {
    std::vector<Sample> made;
    for (auto& client : sample_clients()) {
        Diagnostics found;
        const auto plan = make_plan(protocol, client, Scope::all, found);
        REQUIRE(plan);
        made.push_back({std::move(client), days_of(*plan)});
    }
    return made;
}

/// A rule that is freer than before although it does not say so, or "".
std::string freed_silently(const Sample& sample, const Protocol& before, const Plan& after, const AllDays& now) {
    for (std::size_t rule = 0; rule < now.size(); ++rule) {
        bool freer = false;
        for (std::size_t day = 0; day < now[rule].size(); ++day)
            freer = freer || (sample.days[rule][day] && !now[rule][day]);
        if (!freer) continue;
        const auto& told = after.protocol->rules[rule];
        if (told.changes.size() == before.rules[rule].changes.size()) return told.id;
        const auto stays = [&](const Item& item) { return item.rule == rule; };
        if (std::none_of(after.items.begin(), after.items.end(), stays)) return told.id + " is gone";
    }
    return {};
}

/// A floored rule that does not hold on every day up to the floor of `before` after every session, or "". A rule that
/// is below its floor knowingly already is not asked.
std::string below_a_floor(const Protocol& before, const Plan& after, const AllDays& now) {
    for (std::size_t rule = 0; rule < now.size(); ++rule) {
        if (!before.rules[rule].floor || before.rules[rule].below_floor) continue;
        for (const auto session : after.sessions)
            for (int day = 0; day <= *before.rules[rule].floor; ++day)
                if (!now[rule][static_cast<std::size_t>(day_number(after.sessions.front(), session) + day)])
                    return before.rules[rule].id;
    }
    return {};
}

}  // namespace

TEST_CASE("no single override frees a day unseen, and none goes below a floor") {
    for (const auto& known : built_ins()) {
        Diagnostics none;
        const auto before = loaded(known.id, {}, none);
        REQUIRE(before);
        const auto clients = samples(*before);
        int accepted = 0, refused = 0, turn = 0;
        const int step = testing::stride(1);
        for (const auto& rule : before->rules)
            for (const auto& setting : single_overrides(rule)) {
                if (turn++ % step != 0) continue;
                Diagnostics found;
                const auto after = loaded(known.id, {setting}, found);
                CAPTURE(setting_text(setting));
                ++(after ? accepted : refused);
                if (!after) {
                    REQUIRE(found.has_errors());
                    continue;
                }
                for (const auto& sample : clients) {
                    const auto plan = make_plan(*after, sample.client, Scope::all, found);
                    REQUIRE(plan);
                    const auto now = days_of(*plan);
                    REQUIRE(freed_silently(sample, *before, *plan, now) == "");
                    REQUIRE(below_a_floor(*before, *plan, now) == "");
                }
            }
        CHECK(accepted > 300 / step);
        CHECK(refused > 300 / step);
    }
}

namespace {

constexpr std::string_view floored = R"(schema = 1
[protocol]
id = "floored"
title = "Floored"
version = "1"
language = "en"
[source.guide]
title = "Guide"
[[rule]]
id = "dry"
kind = "avoid"
title = "Dry"
through = 3
[[rule]]
id = "gym"
kind = "avoid"
title = "Gym"
through = { after = "dry", days = 5 }
floor = 7
sources = ["guide:4"]
[[rule]]
id = "sick"
kind = "avoid"
title = "Its own file is below its floor"
through = 4
floor = 6
)";

std::optional<Protocol> with(std::vector<Setting> settings, Diagnostics& found,
                             std::vector<SourceText> overrides = {}) {
    return load_protocol({{"floored.toml", std::string{floored}}, {}, std::move(overrides), {std::move(settings)}},
                         found);
}

Setting because(Setting setting, std::string reason) {
    setting.reason = std::move(reason);
    return setting;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a floor is judged by days, also where another rule was moved") {
    Diagnostics found;
    CHECK_FALSE(with({made("dry", "through", "0")}, found));
    REQUIRE(found.all().size() == 1);
    CHECK(found.all()[0].code == Code::below_floor);
    CHECK(told(found.all()[0].args) == Texts{"gym", "7", "7", "(guide:4)"});
    CHECK(location(found.all()[0].span) == "--set dry.through");

    Diagnostics fine;
    const auto moved = with({made("dry", "through", "2")}, fine);
    REQUIRE(moved);
    CHECK(moved->find_rule("gym")->through == 8);
}

TEST_CASE("below a floor only with an acceptance and a reason, and then every plan says so") {
    Diagnostics found;
    const auto accepted = because(made("gym", "accept_below_floor", "true"), "seen on day 5");
    const auto protocol = with({because(made("gym", "through", "5"), "seen on day 5"), accepted}, found);
    REQUIRE(protocol);
    CHECK(protocol->find_rule("gym")->below_floor);
    REQUIRE(protocol->notices.size() == 1);
    CHECK(protocol->notices[0].code == Code::floor_accepted);
    CHECK(told(protocol->notices[0].args) == Texts{"Gym", "6-7", "7", "seen on day 5"});

    Case client;
    client.sessions = {{*parse_date("2026-11-22"), {}}};
    const auto plan = make_plan(*protocol, client, Scope::listed, found);
    REQUIRE(plan);
    CHECK(plan->notices.size() == 1);
}

TEST_CASE("a dropped rule is below its floor on every day of it") {
    Diagnostics found;
    CHECK_FALSE(with({made("gym", "drop", "true")}, found));
    REQUIRE(found.all().size() == 1);
    CHECK(told(found.all()[0].args[1]) == "0-7");
}

TEST_CASE("what a file accepts does not cover what a higher layer frees") {
    const SourceText file{"o.toml",
                          "schema = 1\n[override.gym]\nthrough = 6\naccept_below_floor = true\nreason = \"ours\"\n"};
    Diagnostics fine, found;
    CHECK(with({}, fine, {file}));
    CHECK_FALSE(with({made("gym", "through", "2")}, found, {file}));
    REQUIRE(found.all().size() == 1);
    CHECK(location(found.all()[0].span) == "--set gym.through");
}

TEST_CASE("a floor may be raised, and then holds") {
    Diagnostics found, both, none;
    CHECK_FALSE(with({made("gym", "floor", "10")}, found));
    const auto raised = with({made("gym", "floor", "10"), made("gym", "through", "12")}, both);
    REQUIRE(raised);
    CHECK(raised->find_rule("gym")->floor == 10);
    CHECK_FALSE(raised->find_rule("gym")->below_floor);
    // A rule whose own file is below its floor is that file's matter, as long as no day is freed.
    CHECK(with({made("sick", "through", "5")}, none));
    CHECK_FALSE(with({made("sick", "through", "3")}, none));
}

TEST_CASE("a rule that was changed or dropped stays in the plan, if need be without windows") {
    Diagnostics found;
    const auto protocol = loaded(
        "smp-standard",
        {made("eat-well", "drop", "true"), made("hair-dye", "title", "Dye"), made("shave-razor", "through", "12")},
        found);
    REQUIRE(protocol);
    Case client;
    client.sessions = {{*parse_date("2026-11-22"), {}}};
    client.facts = {{"long-hair", Truth::no, {}}, {"shaved-look", Truth::no, {}}};
    const auto plan = make_plan(*protocol, client, Scope::listed, found);
    REQUIRE(plan);
    for (const auto* const id : {"eat-well", "hair-dye", "shave-razor"}) {
        CAPTURE(id);
        const auto item = std::find_if(plan->items.begin(), plan->items.end(),
                                       [&](const Item& at) { return protocol->rules[at.rule].id == id; });
        REQUIRE(item != plan->items.end());
        CHECK(item->windows.empty());
        CHECK(item->declared.empty());
        CHECK(item->cuts.empty());
    }
}
