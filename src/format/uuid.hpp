#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace smpcare {

// The UUIDv5 (RFC 9562) of `parts` in the project's own namespace, lower case with hyphens. Each part is preceded by
// its length, so that no two lists of parts are one name.
std::string uuid5(std::initializer_list<std::string_view> parts);

}  // namespace smpcare
