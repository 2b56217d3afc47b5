#pragma once

/// The words that a rule file's fields may hold: names of values, and lengths of time.

#include <smpcare/protocol.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::protocol {

namespace fields {

constexpr KindSet any;
template <class... Kinds>
constexpr KindSet kinds(Kinds... of) {
    return {((1U << static_cast<unsigned>(of)) | ...)};
}

/// The rows of fields.def, where they are known when it is compiled: `field_facts()` of protocol.hpp.
inline constexpr FieldFacts rows[] = {
#define SMPCARE_FIELD(field, word, since, kinds, overriding) {word, since, kinds, Overriding::overriding},
#include <smpcare/fields.def>
#undef SMPCARE_FIELD
};

}  // namespace fields

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

/// The longest window and the furthest day that a rule may name: a hundred years.
inline constexpr int days_limit = 36'500;

/// `open`, or a whole number, one space and a unit: `10 days`, `2 weeks`, `48 hours` (hours round up to whole days).
/// A duration beyond any limit still has a value, above `days_limit`.
std::optional<Boundary> parse_duration(std::string_view text);

/// The duration that a slip of the pen most likely meant; "" where none is near.
std::string nearest_duration(std::string_view text);

}  // namespace smpcare::protocol
