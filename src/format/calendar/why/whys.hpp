#pragma once

/// The sentences of rules on their way into descriptions, each once: what has no room on the day on which its rule
/// begins is told on a later one, or at a visit; what ends before that has one line instead.

#include "format/calendar/body.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::calendar {

class Whys {
public:
    explicit Whys(const Walk& walk);

    /// What a description of the day would best tell, in order. `next`: the day that is told next, if there is one.
    void due(const InForceLists& lists, Date day, std::optional<Date> next, Body& body);
    /// Takes note of what had room.
    void tell(const Fitted& made);
    /// Items whose sentences no description had room for, but those that ended with a line.
    [[nodiscard]] Untold untold() const;

private:
    /// Of two the smaller one is told first.
    using Urgency = std::uint64_t;
    struct Due {
        Urgency urgency;
        Standing standing;
    };

    [[nodiscard]] bool is_due(const Standing& standing, Date day) const;
    [[nodiscard]] Why why_of(const Due& due, Date day, std::optional<Date> next) const;
    /// Whether it is in force neither on a later day that is told nor at a visit to come.
    [[nodiscard]] bool is_last_chance(const Item& item, Date day, std::optional<Date> next) const;
    /// Whether it is in force at a visit to come, which has room.
    [[nodiscard]] bool has_visit(const Item& item, Date day) const;
    /// What clients were told in so many words, and the signs of an emergency.
    [[nodiscard]] bool is_heavy(const Standing& standing) const;
    /// Whether it ends so soon that there may be no room for its sentences.
    [[nodiscard]] bool wants_brief(const Standing& standing, Date day) const;
    /// The tail of an `avoid` rule says nothing that the rule did not.
    [[nodiscard]] bool is_new(const Standing& standing, Date day) const;
    /// Ranks weigh what clients were told in so many words and the signs of an emergency, what begins, and how much
    /// time is left to tell it; in one rank comes first what ends soonest.
    [[nodiscard]] Urgency urgency(const Standing& standing, Date day) const;
    [[nodiscard]] unsigned rank(const Standing& standing, Date day, int days_left) const;

    const Walk& walk_;
    std::vector<Date> visits_;
    std::vector<std::optional<Date>> told_;  ///< of each rule, the first day of the window that was told of
    std::vector<char> briefed_;              ///< rules of which a line was told
    std::vector<Due> due_;
};

}  // namespace smpcare::calendar
