#include "protocol/resolve/fingerprint.hpp"

#include "files/digest.hpp"

#include <cstdint>

namespace smpcare::protocol {

std::string fingerprint(std::span<const std::string_view> texts) {
    std::string framed;
    for (const auto text : texts) {
        // The length first, so that no two lists of texts run together into the same bytes.
        for (int shift = 56; shift >= 0; shift -= 8)
            framed += static_cast<char>(static_cast<std::uint64_t>(text.size()) >> shift);
        framed += text;
    }
    return files::hex(files::sha256(framed));
}

}  // namespace smpcare::protocol
