#pragma once

/// Random rule sets and cases for the property tests, the same on every machine for one seed.

#include <smpcare/plan.hpp>

#include <cstdint>
#include <random>

namespace smpcare::testing {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// A number from `low` to `high`, both possible.
    int from_to(int low, int high) {
        const auto choices = static_cast<std::uint64_t>(high - low) + 1;
        return low + static_cast<int>(engine_() % choices);
    }
    /// True once in `n` throws.
    bool one_in(int n) { return from_to(1, n) == 1; }

private:
    std::mt19937_64 engine_;
};

struct RandomCase {
    Protocol protocol;
    Case client;  ///< sound: it gives a plan
};

RandomCase random_case(Dice& dice);

/// A session that the case does not have yet.
Session random_session(Dice& dice, const Case& client);

}  // namespace smpcare::testing
