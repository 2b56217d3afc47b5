#pragma once

/// Runs checks on random cases. A check returns what is wrong, or "": a failure is printed once, with the seed (to be
/// given as SMPCARE_SEED) and the case as a table that can be pasted into tests/plans.

#include "unit/plan/random.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace smpcare::testing {

/// The plan of a case that must be free of faults; throws std::runtime_error where it is not.
Plan sound_plan(const Protocol& protocol, const Case& client, Scope scope);

/// Where random cases begin: SMPCARE_SEED, or always the same.
std::uint64_t start_seed();

using Check = std::function<std::string(const RandomCase&, Dice&)>;

/// Fails the running test at the first case for which `check` is not "".
void for_random_cases(int cases, const Check& check);

}  // namespace smpcare::testing
