#pragma once

/// What is known of each code and term before anything is said of it, out of codes.def and terms.def.

#include <smpcare/diagnostics.hpp>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace smpcare {

enum class ArgKind { text, number, date, term, any };

inline constexpr std::size_t most_arguments = 4;
inline constexpr std::size_t longest_name = 32;

struct CodeFacts {
    std::array<char, longest_name> letters{};
    std::size_t length = 0;
    std::array<ArgKind, most_arguments> kinds{};
    std::ptrdiff_t arity = 0;

    [[nodiscard]] constexpr std::string_view name() const { return {letters.data(), length}; }
};

/// The name is the enumerator's with `-` for `_`.
consteval CodeFacts code_facts(std::string_view enumerator, std::initializer_list<ArgKind> kinds) {
    CodeFacts facts;
    for (const char letter : enumerator) facts.letters.at(facts.length++) = letter == '_' ? '-' : letter;
    for (const ArgKind kind : kinds) facts.kinds.at(static_cast<std::size_t>(facts.arity++)) = kind;
    return facts;
}

inline constexpr auto all_code_facts = [] {
    using enum ArgKind;
    return std::array{
#define SMPCARE_CODE(name, ...) code_facts(#name, {__VA_ARGS__}),
#include <smpcare/codes.def>
#undef SMPCARE_CODE
    };
}();

inline constexpr std::size_t code_count = all_code_facts.size();

constexpr const CodeFacts& facts_of(Code code) { return all_code_facts[static_cast<std::size_t>(code)]; }

/// How many arguments stand in a term: none, one, or all but the last and the last.
inline constexpr std::size_t term_holds[] = {
#define SMPCARE_HOLDS_none 0
#define SMPCARE_HOLDS_one 1
#define SMPCARE_HOLDS_list 2
#define SMPCARE_TERM(name, holds) SMPCARE_HOLDS_##holds,
#include <smpcare/terms.def>
#undef SMPCARE_TERM
#undef SMPCARE_HOLDS_none
#undef SMPCARE_HOLDS_one
#undef SMPCARE_HOLDS_list
};

inline constexpr std::size_t term_count = std::size(term_holds);

}  // namespace smpcare
