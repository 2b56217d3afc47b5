#pragma once

/// What a language says of codes and terms, complete when it compiles.

#include "base/codes.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

namespace smpcare::words {

/// What is said of a code. Sentence and help are one line each, and are filled with the diagnostic's arguments.
struct CodeWords {
    Code code;
    std::string_view sentence;     ///< lower case, no full stop
    std::string_view help;         ///< where no nearer name is known; "" for none
    std::string_view explanation;  ///< of `smpcare help CODE`: what it means, why it matters
    std::string_view example{};    ///< how it looks when it is right: lines of a rule file or a command; "" for none

    [[nodiscard]] constexpr std::size_t place() const { return static_cast<std::size_t>(code); }
    [[nodiscard]] constexpr bool is_whole() const {
        const auto arity = static_cast<std::size_t>(facts_of(code).arity);
        return !sentence.empty() && !explanation.empty() && holes_fit(sentence, arity) && holes_fit(help, arity);
    }
};

struct TermWords {
    Term term;
    std::string_view text;

    [[nodiscard]] constexpr std::size_t place() const { return static_cast<std::size_t>(term); }
    [[nodiscard]] constexpr bool is_whole() const {
        const auto holds = term_holds[place()];
        return !text.empty() && (holds > 0 ? holes_fit(text, holds) : !has_hole(text));
    }
};

/// A row for each of `count` codes or terms. One that is forgotten, stands twice or is not whole does not compile.
template <class Row, std::size_t count>
class Table {
public:
    template <std::size_t... sizes>
    consteval Table(const Row (&... parts)[sizes]) : rows_{} {
        std::array<bool, count> taken{};
        const auto take = [&](const Row& row) {
            if (taken.at(row.place())) throw "a row stands twice";
            if (!row.is_whole()) throw "a row is empty, or has a hole that nothing fills";
            taken.at(row.place()) = true;
            rows_.at(row.place()) = row;
        };
        (std::for_each(std::begin(parts), std::end(parts), take), ...);
        for (const bool there : taken)
            if (!there) throw "a row is missing";
    }

    template <class Key>
    [[nodiscard]] constexpr const Row& operator[](Key wanted) const {
        return rows_[static_cast<std::size_t>(wanted)];
    }
    /// For a language that is made from another.
    void put(const Row& row) { rows_.at(row.place()) = row; }

private:
    std::array<Row, count> rows_;
};

using CodeTable = Table<CodeWords, code_count>;
using TermTable = Table<TermWords, term_count>;

struct Words;

/// An argument in words.
std::string told(const Arg& arg, const Words& words);

}  // namespace smpcare::words
