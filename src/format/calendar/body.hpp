#pragma once

/// A description and what is cut of it where it is too long. What must not be lost is never cut: signs, whom to call,
/// what to do today, what begins.

#include "format/calendar/walk.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::calendar {

inline constexpr std::size_t body_limit = 2000;  ///< characters; longer ones have lost mails and synchronisations

/// "Off limits: sun, swimming and 4 more": names that can be cut down to their number. All is escaped, and lives
/// elsewhere.
struct NameLine {
    const Pattern* label;
    std::pmr::vector<std::string_view> names;

    void add(std::string_view name);  ///< once
    /// Adds the line, if there are names, with as many of them as are to be shown.
    void add_to(std::string& out, const Prepared& prepared, std::size_t shown) const;
    void add_to(std::string& out, const Prepared& prepared) const { add_to(out, prepared, names.size()); }
};

/// The sentences of a rule, and how they get room beside those of others.
struct Why {
    const FoldedText* full;
    const FoldedText* brief = nullptr;  ///< one line in their stead, where they have no room
    unsigned rank = 2;                  ///< 0: a new sign of weight, first of all; 1: before brief lines
    bool is_last = false;   ///< no later description can tell it: its brief line goes before others' sentences
    bool weighs = false;    ///< the same of all of its sentences
    bool can_wait = false;  ///< goes behind all others
};

/// Lines, each closed with a newline; all is escaped. One serves for many events, so that its room is used again; what
/// is viewed of it lasts until it is cleared.
class Body {
public:
    Body() = default;
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;
    Body(Body&&) = delete;
    Body& operator=(Body&&) = delete;
    ~Body() = default;

    std::string kept;               ///< signs, whom to call, what to do
    std::vector<NameLine> allowed;  ///< cut to names and a number, last of all
    std::string begins;             ///< what begins to be off limits
    std::string off;                ///< what goes on to be, by its end date
    std::vector<NameLine> off_names;
    std::string normal;
    std::vector<Why> whys;             ///< the weightiest first
    const FoldedText* foot = nullptr;  ///< how it ends
    std::string middle;                ///< once it is fitted: what is allowed, begins and is off limits

    void clear();
    [[nodiscard]] NameLine line(const Pattern& label) { return {&label, std::pmr::vector<std::string_view>(&pool_)}; }
    /// A text of its own.
    std::string_view keep(const Pattern& pattern, std::initializer_list<std::string_view> arguments);

private:
    static constexpr std::size_t usual_size = 8192;
    std::array<std::byte, usual_size> usual_{};
    std::pmr::monotonic_buffer_resource pool_{usual_.data(), usual_.size()};
    std::string made_;
};

/// The blocks of a description, which view the body, and which of its whys had room, in full and as a brief line.
struct Fitted {
    std::vector<Block> blocks;
    std::vector<std::size_t> whys, briefs;
};
void fit(const Prepared& prepared, Body& body, Fitted& made);

}  // namespace smpcare::calendar
