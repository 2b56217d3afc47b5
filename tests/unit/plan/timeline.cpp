#include "plan/timeline.hpp"

#include "base/civil.hpp"

#include <doctest/doctest.h>

namespace {

using namespace smpcare;
using namespace smpcare::plan;

Date on(int number) { return Date{date::year{2026} / 11 / 22} + Days{number}; }

}  // namespace

TEST_CASE("numbers of sessions are each once, ascending") {
    const auto listed = [](const SessionNumbers& numbers) { return std::vector<int>(numbers.begin(), numbers.end()); };
    CHECK(SessionNumbers{}.empty());
    CHECK(listed({}).empty());
    CHECK(listed({3, 1, 3}) == std::vector{1, 3});
    CHECK(listed(SessionNumbers::of_bits(0b1001U)) == std::vector{1, 4});
    CHECK(listed({64}) == std::vector{64});
    CHECK(SessionNumbers{2, 64}.front() == 2);
    CHECK(SessionNumbers{2, 64}.back() == 64);
    CHECK(SessionNumbers{1, 2} != SessionNumbers{2});
}

TEST_CASE("series are split where the gap is exceeded") {
    CHECK(split({}, 90).empty());
    CHECK(split({on(0)}, 90) == std::vector<Series>{{0, 0}});
    CHECK(split({on(0), on(90)}, 90) == std::vector<Series>{{0, 1}});
    CHECK(split({on(0), on(91)}, 90) == std::vector<Series>{{0, 0}, {1, 1}});
    CHECK(split({on(0), on(5), on(100), on(105), on(300)}, 90) == std::vector<Series>{{0, 1}, {2, 3}, {4, 4}});
    CHECK(split({on(0), on(1)}, 0) == std::vector<Series>{{0, 0}, {1, 1}});
}

TEST_CASE("an observation belongs to the latest session strictly before it") {
    const std::vector sessions{on(0), on(10)};
    CHECK(session_before(sessions, on(-1)) == std::nullopt);
    CHECK(session_before(sessions, on(0)) == std::nullopt);
    CHECK(session_before(sessions, on(1)) == 0U);
    CHECK(session_before(sessions, on(10)) == 0U);
    CHECK(session_before(sessions, on(11)) == 1U);
    CHECK(session_before(sessions, on(999)) == 1U);
}

TEST_CASE("of the observations of one session the latest counts") {
    const Timeline timeline{{on(0), on(10), on(20)}, {{0, 2}}, {{on(4), on(10), on(25)}, {}}};
    CHECK(observation_of(timeline, 0, 0) == on(10));
    CHECK(observation_of(timeline, 0, 1) == std::nullopt);
    CHECK(observation_of(timeline, 0, 2) == on(25));
    CHECK(observation_of(timeline, 1, 0) == std::nullopt);
}
