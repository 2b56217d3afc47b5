#include "format/handout/weeks.hpp"
#include "unit/format/fixture.hpp"

#include <algorithm>
#include <regex>
#include <vector>

using namespace format_fixture;

namespace {

// `sessions` of them, `gap` days apart, with bars that merge.
Plan long_plan(const Protocol& protocol, int sessions, int gap) {
    auto plan = small_plan(protocol);
    const auto first = plan.sessions.front();
    plan.sessions.clear();
    for (int i = 0; i < sessions; ++i) plan.sessions.push_back(first + Days{i * gap});
    plan.series.assign(plan.sessions.size(), 1);
    for (auto& item : plan.items) {
        for (auto& window : item.windows)
            if (window.end) window.end = *window.end + Days{(sessions - 1) * gap};
    }
    return plan;
}

// Where labels stand, in hundredths of the picture.
std::vector<double> places_of(const std::string& axis) {
    static const std::regex text(R"re(<text x="([0-9.]+)%")re");
    std::vector<double> places;
    for (std::sregex_iterator found(axis.begin(), axis.end(), text), end; found != end; ++found)
        places.push_back(std::stod((*found)[1]));
    return places;
}

}  // namespace

TEST_CASE("a lane has a bar for each ban, and only where nothing is banned one for what is with care") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const say::Speaker speaker{plan, words::english};
    const auto lanes = lanes_of(speaker);
    const Weeks weeks(speaker, lanes, day("2026-11-27"));
    std::string all;
    for (const auto& lane : lanes) all += weeks.bars(lane);
    CHECK(count(all, "height=\".6em\"") == 3);
    CHECK(count(all, "height=\".14em\"") == 0);
    CHECK(count(all, "class=\"today\"") == lanes.size());
    CHECK_FALSE(holds(Weeks(speaker, lanes, {}).bars(lanes.front()), "class=\"today\""));
    CHECK(holds(weeks.axis(), ">29 Nov</text>"));
}

TEST_CASE("where nothing is to be avoided the lanes are of what is with care") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    for (auto& one : plan.items)
        for (auto& window : one.windows)
            if (window.kind == Kind::avoid) window.kind = Kind::limit;
    const say::Speaker speaker{plan, words::english};
    const auto lanes = lanes_of(speaker);
    REQUIRE_FALSE(lanes.empty());
    CHECK_FALSE(lanes.front().avoid);
    CHECK(holds(Weeks(speaker, lanes, {}).bars(lanes.front()), "height=\".14em\""));
}

TEST_CASE("what is to be avoided on the same days shares a lane") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    protocol.rules[4].kind = Kind::avoid;  // dry shampoo, as long as the scalp stays dry
    plan.items[4].windows = plan.items[0].windows;
    const auto lanes = lanes_of(say::Speaker{plan, words::english});
    REQUIRE(lanes.size() == 3);
    CHECK(lanes[2].names == std::vector<std::string>{"Getting the scalp wet", "Dry shampoo"});
    CHECK(lanes[2].dates == "until Wed 25 Nov");
    CHECK(lanes[0].names == std::vector<std::string>{"Swimming in a pool"});
}

TEST_CASE("no date of a week touches another or leaves the picture, however many sessions") {
    const auto protocol = small_protocol();
    constexpr double room = 100.0 * 6 / 34;
    for (const auto& one : {std::pair{1, 1}, {2, 1}, {3, 12}, {10, 7}, {64, 1}, {64, 7}, {64, 90}}) {
        const auto plan = long_plan(protocol, one.first, one.second);
        const say::Speaker speaker{plan, words::english};
        const auto places = places_of(Weeks(speaker, lanes_of(speaker), {}).axis());
        CAPTURE(one.first);
        CAPTURE(one.second);
        REQUIRE_FALSE(places.empty());
        CHECK(places.back() + room <= 100);
        for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i - 1] + room <= places[i]);
    }
}

TEST_CASE("a few sessions cross the bars, many would hide them") {
    const auto protocol = small_protocol();
    for (const auto& [sessions, marks] : {std::pair<int, std::size_t>{1, 0}, {2, 2}, {64, 0}}) {
        const auto plan = long_plan(protocol, sessions, 7);
        const say::Speaker speaker{plan, words::english};
        const auto lanes = lanes_of(speaker);
        CHECK(count(Weeks(speaker, lanes, {}).bars(lanes.front()), "class=\"session\"") == marks);
    }
}
