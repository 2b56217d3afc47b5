#pragma once

#include "base/typed.hpp"

#include <string>
#include <string_view>

namespace smpcare::batch {

/// The text of a cell as a message may show it. In a row whose cells are out of place it can be somebody's name, so of
/// what is no digit and no sign there are only dots: `2...26-11-22`.
inline std::string hushed(std::string_view text) {
    std::string shown;
    bool hidden = false;
    for (const char c : text) {
        const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
        if (!letter) shown += c;
        if (letter && !hidden) shown += "...";
        hidden = letter;
    }
    return shown;
}

}  // namespace smpcare::batch
