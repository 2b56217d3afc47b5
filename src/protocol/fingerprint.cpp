#include "protocol/fingerprint.hpp"

#include "base/digest.hpp"

#include <cstdint>

namespace smpcare {

std::string fingerprint(std::span<const std::string_view> texts) {
    std::string framed;
    for (auto const text : texts) {
        // The length first, so that no two lists of texts run together into the same bytes.
        for (int shift = 56; shift >= 0; shift -= 8)
            framed += static_cast<char>(static_cast<std::uint64_t>(text.size()) >> shift);
        framed += text;
    }
    return hex(sha256(framed));
}

}  // namespace smpcare
