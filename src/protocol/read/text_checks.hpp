#pragma once

/// Faults of a rule file as a text: before toml++ may see it, and what toml++ says of it, in our words.

#include <smpcare/diagnostics.hpp>

#include <cstdint>
#include <string_view>

namespace smpcare::protocol {

/// At most this many dots outside quotes in one line: toml++ 3.3 recurses for each part of a dotted key.
inline constexpr int dots_limit = 16;

/// What must hold of a text before toml++ may see it: size, UTF-8, something in it, no monstrous key.
/// Adds the first fault and says whether there was none.
bool check_raw(const SourcePtr& source, Diagnostics& found);

struct Position {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// What toml++ said of a faulty text, in our words and with the caret on the whole word at fault.
Diagnostic syntax_fault(const SourcePtr& source, std::string_view description, Position at);

}  // namespace smpcare::protocol
