#pragma once

#include <span>
#include <string>
#include <string_view>

namespace smpcare::protocol {

/// SHA-256, in lower-case hex, over `texts`, each led by its length in 8 bytes, highest first: no two lists of
/// texts run together into the same bytes.
std::string fingerprint(std::span<const std::string_view> texts);

}  // namespace smpcare::protocol
