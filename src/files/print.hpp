#pragma once

#include <string_view>

namespace smpcare::files {

/// print.sh, which tells what it takes and gives.
std::string_view print_sh();

}  // namespace smpcare::files
