#include "batch/engine/shapes.hpp"
#include "batch/rows/dates.hpp"

#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include "unit/effort.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

using namespace smpcare;
using namespace smpcare::batch;

namespace {

const Protocol& standard() {
    static const auto protocol = [] {
        Diagnostics found;
        return *load_protocol(*built_in("smp-standard"), found);
    }();
    return protocol;
}

Case random_case(std::mt19937& random) {
    const auto upto = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    Case client;
    client.id = "c" + std::to_string(upto(1000000));
    client.name = upto(1) == 0 ? "A \"B\"" : "";
    if (upto(1) == 0) client.labels = {{"Practitioner", "Dr Lee"}};
    auto date = *parse_date("2026-01-01") + Days{upto(60000)};
    for (int count = 1 + upto(2); count > 0; --count, date += Days{1 + upto(1) * 20})
        client.sessions.push_back({date, {}});
    for (const auto& fact : standard().facts)
        if (upto(5) == 0) client.facts.push_back({fact.id, upto(1) == 0 ? Truth::yes : Truth::no, {}});
    if (upto(3) == 0) client.planned = 1 + upto(3);
    if (upto(3) == 0) client.observed.push_back({standard().events.front().id, date + Days{upto(20)}, {}});
    return client;
}

std::string codes(const Diagnostics& found) {
    std::string all;
    for (const auto& diagnostic : found.all()) all += std::string{name(diagnostic.code)} + ' ';
    return all;
}

}  // namespace

TEST_CASE("a plan moved to a client's dates is the plan made for them") {
    std::mt19937 random{20261122};
    PlanShapes shapes{standard()};
    const PlanLines lines{standard(), {}};
    std::size_t good = 0;
    const int turns = std::max(30, testing::effort(1500));
    for (int turn = 0; turn < turns; ++turn) {
        const auto client = random_case(random);
        Diagnostics wanted_faults, faults;
        const auto wanted = make_plan(standard(), client, Scope::listed, wanted_faults);
        const auto* const plan = shapes.plan(client, faults);
        REQUIRE((plan != nullptr) == wanted.has_value());
        REQUIRE(codes(faults) == codes(wanted_faults));
        if (plan == nullptr) continue;
        ++good;
        const auto text = find_format("json")->plan(*wanted, {});
        REQUIRE(find_format("json")->plan(*plan, {}) == text);
        REQUIRE(find_format("csv")->plan(*plan, {}) == find_format("csv")->plan(*wanted, {}));
        std::string line;
        lines.append(*plan, line);
        REQUIRE(line == nlohmann::ordered_json::parse(text).dump() + "\n");
    }
    CHECK(static_cast<int>(good) > turns / 3);
}

TEST_CASE("the calendar of a shape filled for a client is the client's calendar") {
    for (const auto events : {Events::changes, Events::windows, Events::days}) {
        std::mt19937 random{20261122};
        Style options;
        options.calendar.events = events;
        const CalendarWriter writer{standard(), options};
        PlanShapes shapes{standard(), &writer};
        std::size_t filled = 0;
        const int turns = std::max(120, testing::effort(6000));  // in fewer, hardly a shape comes again
        for (int turn = 0; turn < turns; ++turn) {
            // Shapes that come again, and some that come once.
            auto client = random_case(random);
            if (turn % 4 != 0) client.facts.clear();
            if (turn % 3 != 0) client.observed.clear();
            Diagnostics faults;
            const auto* const plan = shapes.plan(client, faults);
            if (plan == nullptr || !shapes.has_template()) continue;
            ++filled;
            std::string got, wanted;
            shapes.append_calendar(*plan, got);
            writer.append(*plan, nullptr, wanted);
            REQUIRE(got == wanted);
        }
        CHECK(static_cast<int>(filled) > turns / 6);
    }
}

TEST_CASE("dates of cells in the order that was said") {
    const auto read = [](std::string_view text, DateOrder order) {
        Diagnostics found;
        const auto date = read_cell_date(text, order, {}, found);
        return date ? iso(*date) : codes(found);
    };
    CHECK(read("2026-11-22", DateOrder::ymd) == "2026-11-22");
    CHECK(read("2026-11-22", DateOrder::mdy) == "2026-11-22");
    CHECK(read("22.11.2026", DateOrder::dmy) == "2026-11-22");
    CHECK(read("1/5/2026", DateOrder::dmy) == "2026-05-01");
    CHECK(read("1/5/2026", DateOrder::mdy) == "2026-01-05");
    CHECK(read("22-11-2026", DateOrder::dmy) == "2026-11-22");
    CHECK(read("22.11.2026", DateOrder::ymd) == "bad-date ");
    CHECK(read("22.11.2026", DateOrder::mdy) == "bad-date ");
    CHECK(read("31.02.2026", DateOrder::dmy) == "no-such-day ");
    CHECK(read("22.11.26", DateOrder::dmy) == "short-year ");
    CHECK(read("22.11-2026", DateOrder::dmy) == "bad-date ");
    CHECK(read("22.11.2026 ", DateOrder::dmy) == "bad-date ");
    CHECK(read("2026-02-30", DateOrder::dmy) == "no-such-day ");
    CHECK(read("2-26-11-22", DateOrder::ymd) == "bad-date ");
    CHECK(read("1899-12-31", DateOrder::ymd) == "date-out-of-range ");
    CHECK(read("31.02.2026", DateOrder::ymd) == "bad-date ");
    CHECK(read("22.11.2500", DateOrder::dmy) == "date-out-of-range ");
    CHECK(read("", DateOrder::dmy) == "bad-date ");
}

TEST_CASE("whatever differs between two clients shows in the plans that their shapes give") {
    Case first;
    first.id = "c1";
    first.sessions = {{*parse_date("2026-11-22"), {}}};
    const auto fact = standard().facts.front().id;
    const auto event = standard().events.front().id;
    const auto other = [&first](auto change) {
        auto client = first;
        change(client);
        return client;
    };
    const Case clients[] = {
        first,
        other([](Case& client) { client.id = "c2"; }),
        other([](Case& client) { client.name = "Lee"; }),
        other([](Case& client) {
            client.labels = {{"Practitioner", "Dr Lee"}};
        }),
        other([](Case& client) { client.sessions.front().date += Days{3}; }),
        other([](Case& client) {
            client.sessions.push_back({client.sessions.front().date + Days{30}, {}});
        }),
        other([](Case& client) { client.planned = 1; }),
        other([](Case& client) { client.planned = 3; }),
        other([&](Case& client) {
            client.facts = {{fact, Truth::yes, {}}};
        }),
        other([&](Case& client) {
            client.facts = {{fact, Truth::no, {}}};
        }),
        other([&](Case& client) {
            client.observed = {{event, client.sessions.front().date + Days{9}, {}}};
        }),
        other([&](Case& client) {
            client.observed = {{event, client.sessions.front().date + Days{10}, {}}};
        }),
        // A fact and an event of one name are no more the same than any others.
        other([&](Case& client) {
            client.observed = {{fact, client.sessions.front().date + Days{1}, {}}};
        }),
        other([&](Case& client) {
            client.facts = {{event, Truth::yes, {}}};
        }),
    };
    PlanShapes shapes{standard()};
    for (int round = 0; round < 2; ++round)
        for (const auto& client : clients) {
            Diagnostics wanted_faults, faults;
            const auto wanted = make_plan(standard(), client, Scope::listed, wanted_faults);
            const auto* const plan = shapes.plan(client, faults);
            REQUIRE((plan != nullptr) == wanted.has_value());
            CHECK(codes(faults) == codes(wanted_faults));
            if (plan != nullptr) CHECK(find_format("json")->plan(*plan, {}) == find_format("json")->plan(*wanted, {}));
        }
}
