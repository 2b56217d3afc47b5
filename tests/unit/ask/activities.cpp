#include <smpcare/ask.hpp>

#include <doctest/doctest.h>

namespace {

using namespace smpcare;

Protocol pools() {
    Protocol protocol;
    protocol.activities = {{"swim-pool", "Swim in a pool", {"swim", "swimming", "pool"}, {}},
                           {"swim-sea", "Swim in the sea", {"swim", "sea water"}, {}},
                           {"dye-hair", "Haare färben", {"färben"}, {}}};
    return protocol;
}

using Found = std::vector<std::size_t>;

}  // namespace

TEST_CASE("an activity answers to its id, its title and its words") {
    const Protocol protocol = pools();
    CHECK(find_activities(protocol, "swim-pool") == Found{0});
    CHECK(find_activities(protocol, "Swim in the sea") == Found{1});
    CHECK(find_activities(protocol, "pool") == Found{0});
}

TEST_CASE("a word may stand for several activities") { CHECK(find_activities(pools(), "swim") == Found{0, 1}); }

TEST_CASE("letter case and the kind and number of separators count for nothing") {
    const Protocol protocol = pools();
    CHECK(find_activities(protocol, "SWIM_POOL") == Found{0});
    CHECK(find_activities(protocol, "  swim \t pool ") == Found{0});
    CHECK(find_activities(protocol, "swim -- in - a_pool") == Found{0});
    CHECK(find_activities(protocol, "Sea-Water") == Found{1});
    CHECK(find_activities(protocol, "FÄRBEN") == Found{2});
    CHECK(find_activities(protocol, "fa\u0308rben") == Found{2});
    CHECK(find_activities(protocol, "swim\u00a0pool") == Found{0});
}

TEST_CASE("what fits nothing finds nothing") {
    const Protocol protocol = pools();
    CHECK(find_activities(protocol, "").empty());
    CHECK(find_activities(protocol, " - ").empty());
    CHECK(find_activities(protocol, "swi").empty());
    CHECK(find_activities(protocol, "swimpool").empty());
    CHECK(find_activities(protocol, "\xff\xfe").empty());
}

TEST_CASE("a slip finds the nearest name") {
    const Protocol protocol = pools();
    CHECK(nearest_activity(protocol, "swiming") == "swimming");
    CHECK(nearest_activity(protocol, "swim-pol") == "swim-pool");
    CHECK(nearest_activity(protocol, "bicycle") == "");
}
