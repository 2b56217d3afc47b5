#pragma once

#include "cli/invocation.hpp"

#include <string_view>

namespace smpcare::cli {

/// Shows what is longer than the terminal through the pager, and waits until that has ended. False where nothing was
/// shown, because it fits or there is no pager.
bool page(const Invocation& call, std::string_view text);

}  // namespace smpcare::cli
