#pragma once

#include <smpcare/diagnostics.hpp>

#include <cstdint>
#include <string_view>

namespace smpcare::protocol {

struct Position {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// What toml++ said of a faulty text, in our words and with the caret on the whole word at fault.
Diagnostic syntax_fault(const SourcePtr& source, std::string_view description, Position at);

}  // namespace smpcare::protocol
