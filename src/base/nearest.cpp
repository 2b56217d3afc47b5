#include <smpcare/nearest.hpp>

#include "base/typed.hpp"

#include <algorithm>

namespace smpcare {
namespace {

/// Edits between `a` and `b` by the optimal string alignment distance: a swap of neighbours is one edit.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                                 ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    // Longer input is no slip of a short name, and the table would grow with its square.
    if (word.size() > 100) return {};
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::string_view found;
    for (auto candidate : candidates) {
        if (candidate.size() > 100) continue;
        if (const auto distance = edits(word, candidate); distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return std::string{found};
}

}  // namespace smpcare
