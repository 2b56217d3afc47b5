#pragma once

#include <smpcare/protocol.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace smpcare::protocol {

/// The rule file's words for `E`, in the order of its values.
template <class E>
std::span<const std::string_view> words_of();

/// The value that a word stands for.
template <class E>
std::optional<E> value_of(std::string_view word) {
    const auto words = words_of<E>();
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace smpcare::protocol
