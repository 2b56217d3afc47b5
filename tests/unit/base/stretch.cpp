#include "base/stretch.hpp"

#include "base/civil.hpp"

#include <smpcare/plan.hpp>

#include <doctest/doctest.h>

namespace {

using namespace smpcare;

Date on(int number) { return Date{date::year{2026} / 11 / 22} + Days{number}; }
Stretch days(int start, int end, SessionSet sessions = 0) { return {on(start), on(end), sessions}; }
Stretch open_from(int start, SessionSet sessions = 0) { return {on(start), open_end, sessions}; }
using Stretches = std::vector<Stretch>;

}  // namespace

TEST_CASE("a stretch covers both of its ends and nothing beyond") {
    CHECK(!covers(days(2, 4), on(1)));
    CHECK(covers(days(2, 4), on(2)));
    CHECK(covers(days(2, 4), on(4)));
    CHECK(!covers(days(2, 4), on(5)));
    CHECK(covers(open_from(2), last_date));
}

TEST_CASE("stretches overlap from the first shared day on") {
    CHECK(overlap(days(0, 3), days(3, 5)));
    CHECK(!overlap(days(0, 3), days(4, 5)));
    CHECK(overlap(days(0, 9), days(4, 5)));
    CHECK(overlap(open_from(0), open_from(1000)));
}

TEST_CASE("merging") {
    CHECK(merged({}, Joining::touching).empty());
    CHECK(merged({days(0, 3)}, Joining::touching) == Stretches{days(0, 3)});
    CHECK(merged({days(0, 3, 1), days(2, 5, 2)}, Joining::touching) == Stretches{days(0, 5, 3)});
    CHECK(merged({days(0, 3, 1), days(4, 5, 2)}, Joining::touching) == Stretches{days(0, 5, 3)});
    CHECK(merged({days(0, 3, 1), days(4, 5, 2)}, Joining::overlapping) == Stretches{days(0, 3, 1), days(4, 5, 2)});
    CHECK(merged({days(0, 3, 1), days(5, 6, 2)}, Joining::touching) == Stretches{days(0, 3, 1), days(5, 6, 2)});
    CHECK(merged({days(9, 9, 4), days(0, 3, 1), days(4, 8, 2)}, Joining::touching) == Stretches{days(0, 9, 7)});
    CHECK(merged({days(0, 9, 1), days(2, 3, 2), days(5, 6, 4)}, Joining::touching) == Stretches{days(0, 9, 7)});
    CHECK(merged({open_from(0, 1), days(400, 500, 2)}, Joining::touching) == Stretches{open_from(0, 3)});
    CHECK(merged({open_from(0, 1), open_from(7, 2)}, Joining::overlapping) == Stretches{open_from(0, 3)});
}

TEST_CASE("taking days away") {
    CHECK(without({days(0, 9)}, {}) == Stretches{days(0, 9)});
    CHECK(without({}, {days(0, 9)}).empty());
    CHECK(without({days(0, 9, 5)}, {days(3, 4)}) == Stretches{days(0, 2, 5), days(5, 9, 5)});
    CHECK(without({days(0, 9)}, {days(-3, 0), days(9, 12)}) == Stretches{days(1, 8)});
    CHECK(without({days(0, 9)}, {days(-3, 20)}).empty());
    CHECK(without({days(0, 9)}, {days(0, 9)}).empty());
    CHECK(without({days(0, 9)}, {days(10, 12)}) == Stretches{days(0, 9)});
    CHECK(without({days(0, 9)}, {days(1, 1), days(3, 3)}) == Stretches{days(0, 0), days(2, 2), days(4, 9)});
    CHECK(without({days(0, 2, 1), days(4, 9, 2)}, {days(2, 4)}) == Stretches{days(0, 1, 1), days(5, 9, 2)});
    CHECK(without({open_from(0)}, {days(3, 4)}) == Stretches{days(0, 2), open_from(5)});
    CHECK(without({days(0, 9)}, {open_from(3)}) == Stretches{days(0, 2)});
    CHECK(without({open_from(0)}, {open_from(0)}).empty());
}

TEST_CASE("sets of sessions") {
    CHECK(session_bits(1, 3) == 0b1110U);
    CHECK(session_bits(0, 63) == ~SessionSet{0});
}

TEST_CASE("the open end is no date") {
    CHECK(end_or_none(open_end) == std::nullopt);
    CHECK(end_or_none(last_date) == last_date);
    CHECK(days_of(Window{Kind::avoid, on(0), on(4), {}, {}}) == days(0, 4));
    CHECK(days_of(Window{Kind::avoid, on(0), {}, {}, {}}) == open_from(0));
}
