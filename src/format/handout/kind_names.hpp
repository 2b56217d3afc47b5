#pragma once

#include <smpcare/protocol.hpp>

#include <array>
#include <string_view>

namespace smpcare::format {

/// The class of a kind's elements in HTML, also the end of their ids.
constexpr std::string_view class_of(Kind kind) {
    constexpr std::array<std::string_view, kind_count> names{"avoid", "ask", "limit", "do", "expect", "visit", "warn"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace smpcare::format
