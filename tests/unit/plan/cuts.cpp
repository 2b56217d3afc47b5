#include "plan/cuts.hpp"

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace smpcare;
using namespace smpcare::plan;
using namespace smpcare::testing;

const Item& item_of(const Plan& plan, std::size_t rule) {
    for (const Item& item : plan.items)
        if (item.rule == rule) return item;
    throw std::runtime_error("no such item");
}

}  // namespace

TEST_CASE("avoid beats ask beats limit beats do, and no other kind takes part") {
    for (const Kind stronger : all_kinds)
        for (const Kind weaker : all_kinds) {
            constexpr std::pair<Kind, Kind> all[] = {{Kind::avoid, Kind::ask}, {Kind::avoid, Kind::limit},
                                                     {Kind::avoid, Kind::do_}, {Kind::ask, Kind::limit},
                                                     {Kind::ask, Kind::do_},   {Kind::limit, Kind::do_}};
            const bool wanted = std::ranges::find(all, std::pair{stronger, weaker}) != std::end(all);
            CAPTURE(static_cast<int>(stronger));
            CAPTURE(static_cast<int>(weaker));
            CHECK(beats(stronger, weaker) == wanted);
        }
}

TEST_CASE("a rule speaks for the activities that no stronger rule holds that day") {
    const auto given = read_plan_case(
        "rule dry avoid 0..3 on=swim\n"
        "rule maybe avoid 0..9 on=sauna when=wound\n"
        "rule brief limit 0..7 on=swim,sauna\n"
        "rule smell warn 0..7 on=swim\n"
        "rule wash do 2..9 on=sauna,rinse\n"
        "sessions 2026-11-22");
    const Plan plan = plan_of(given);
    const std::size_t swim = given.activity("swim"), sauna = given.activity("sauna"), rinse = given.activity("rinse");
    const auto left = [&](std::string_view rule, std::string_view date) {
        return activities_on(plan, item_of(plan, given.rule(rule)), day(date));
    };
    using Activities = std::vector<std::size_t>;
    CHECK(left("dry", "2026-11-22") == Activities{swim});
    CHECK(left("brief", "2026-11-25") == Activities{sauna});
    CHECK(left("brief", "2026-11-26") == Activities{swim, sauna});
    CHECK(left("smell", "2026-11-22") == Activities{swim});
    CHECK(left("wash", "2026-11-24") == Activities{rinse});
    CHECK(left("wash", "2026-11-30") == Activities{sauna, rinse});
    CHECK(left("wash", "2026-11-22").empty());  // not in force
}

TEST_CASE("a rule that is cut speaks for nothing") {
    const auto given = read_plan_case(
        "rule dry avoid 0..3 on=swim\n"
        "rule brief limit 0..7 on=swim\n"
        "sessions 2026-11-22");
    const Plan plan = plan_of(given);
    CHECK(activities_on(plan, item_of(plan, 1), day("2026-11-25")).empty());
}
