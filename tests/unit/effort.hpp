#pragma once

/// How much of the random cases is tried. SMPCARE_EFFORT is a percentage: 20 where it is not set, so that one test is
/// known in seconds; the full run has 100. Under a sanitizer a case takes long, and a tenth goes through the same code.

#include <algorithm>
#include <cstdlib>

namespace smpcare::testing {

inline int effort(int all_cases) {
#ifdef __SANITIZE_ADDRESS__
    constexpr int slowdown = 10;
#else
    constexpr int slowdown = 1;
#endif
    const char* const given = std::getenv("SMPCARE_EFFORT");
    const long percent = given == nullptr ? 20 : std::strtol(given, nullptr, 10);
    return std::max(1, static_cast<int>(all_cases * percent / 100 / slowdown));
}

/// Where cases stand in a row: every so manieth is tried.
inline int stride(int at_full) { return std::max(at_full, at_full * 100 / std::max(1, effort(100))); }

}  // namespace smpcare::testing
