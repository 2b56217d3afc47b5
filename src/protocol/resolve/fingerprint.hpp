#pragma once

#include "files/digest.hpp"

#include <span>
#include <string>
#include <string_view>

namespace smpcare::protocol {

/// The fingerprint of rules made of `texts`, lowest first. `begun`, where there is one, is what `begun_fingerprint`
/// gave for the first of them.
std::string fingerprint(std::span<const std::string_view> texts, const files::BegunSha256* begun = nullptr);

/// What the fingerprints of all rules that build on `lowest` have in common.
files::BegunSha256 begun_fingerprint(std::string_view lowest);

}  // namespace smpcare::protocol
