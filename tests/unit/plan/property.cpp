#include "unit/plan/property.hpp"

#include "unit/effort.hpp"
#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <stdexcept>

namespace smpcare::testing {

std::uint64_t start_seed() {
    const char* given = std::getenv("SMPCARE_SEED");
    return given ? std::strtoull(given, nullptr, 10) : 20261122;
}

Plan sound_plan(const Protocol& protocol, const Case& client, Scope scope) {
    Diagnostics faults;
    auto plan = make_plan(protocol, client, scope, faults);
    if (!plan) throw std::runtime_error(fmt::format("no plan: {}", fmt::join(fault_lines(faults), "; ")));
    return *std::move(plan);
}

void for_random_cases(int cases, const Check& check) {
    const std::uint64_t start = start_seed();
    for (int i = 0; i < effort(cases); ++i) {
        const std::uint64_t seed = start + static_cast<std::uint64_t>(i);
        Dice dice(seed);
        const RandomCase given = random_case(dice);
        std::string wrong;
        try {
            wrong = check(given, dice);
        } catch (const std::runtime_error& error) {
            wrong = error.what();
        }
        if (!wrong.empty())
            FAIL("SMPCARE_SEED=" << seed << "\n" << write_plan_case(given.protocol, given.client, Scope::all) << wrong);
    }
}

}  // namespace smpcare::testing
