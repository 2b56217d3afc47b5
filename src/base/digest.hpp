#pragma once

#include <string>
#include <string_view>

namespace smpcare {

/// SHA-256 of `bytes`, 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace smpcare
