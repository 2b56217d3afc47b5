#pragma once

/// A description and what is cut of it where it is too long. What must not be lost is never cut: signs, whom to call,
/// what to do today, what begins.

#include "format/calendar/walk.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace smpcare::calendar {

inline constexpr std::size_t body_limit = 2000;  ///< characters; longer ones have lost mails and synchronisations

/// "Off limits: sun, swimming and 4 more": names that can be cut down to their number. All is escaped.
struct NameLine {
    const Pattern* label;
    std::vector<std::string> names{};

    void add(std::string name);  ///< once
    [[nodiscard]] std::string text(const Prepared& prepared, std::size_t shown) const;
    [[nodiscard]] std::string text(const Prepared& prepared) const { return text(prepared, names.size()); }
};

/// Lines, each closed with a newline; all is escaped.
struct Body {
    std::string kept;               ///< signs, whom to call, what to do
    std::vector<NameLine> allowed;  ///< cut to names and a number, last of all
    std::string begins;             ///< what begins to be off limits
    std::string off;                ///< what goes on to be, by its end date
    std::vector<NameLine> off_names;
    std::string normal;
    std::vector<const FoldedText*> whys;  ///< the weightiest first
};

/// The blocks of a description, and which of its whys had room.
struct Fitted {
    std::vector<Block> blocks;
    std::vector<std::size_t> whys;
};
Fitted fitted(const Prepared& prepared, const Body& body);

}  // namespace smpcare::calendar
