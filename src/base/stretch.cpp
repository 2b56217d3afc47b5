#include "base/stretch.hpp"

#include "base/civil.hpp"

#include <algorithm>

namespace smpcare {

static_assert(open_end == date::year{9999} / date::December / 31);

SessionSet session_bits(std::size_t first, std::size_t last) {
    SessionSet bits = 0;
    for (std::size_t session = first; session <= last; ++session) bits |= session_bit(session);
    return bits;
}

std::vector<Stretch> merged(std::vector<Stretch> stretches, Joining joining) {
    if (stretches.size() < 2) return stretches;
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.start < b.start; });
    const Days reach{joining == Joining::touching ? 1 : 0};
    std::size_t kept = 0;
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        Stretch& last = stretches[kept];
        const Stretch& next = stretches[i];
        if (next.start > last.end + reach) {
            stretches[++kept] = next;
            continue;
        }
        last.end = std::max(last.end, next.end);
        last.sessions |= next.sessions;
    }
    stretches.resize(kept + 1);
    return stretches;
}

std::vector<Stretch> without(const std::vector<Stretch>& stretches, const std::vector<Stretch>& holes) {
    std::vector<Stretch> rest;
    for (Stretch left : stretches) {
        for (const Stretch& hole : holes) {
            if (!overlap(left, hole)) continue;
            if (left.start < hole.start) rest.push_back({left.start, hole.start - Days{1}, left.sessions});
            left.start = hole.end + Days{1};
            if (left.start > left.end) break;
        }
        if (left.start <= left.end) rest.push_back(left);
    }
    return rest;
}

}  // namespace smpcare
