#pragma once

/// What a plan says, list by list and line by line, before any markup: every output for people prints these.

#include "say/phrases.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/plan.hpp>

#include <optional>
#include <string>
#include <vector>

namespace smpcare::say {

/// The items of one list: signs that need the most urgent help come first; then what ends first; then file order.
std::vector<const Item*> items_of(const Speaker& speaker, Kind kind);

/// The items that have a bar in a timeline.
std::vector<const Item*> items_with_bars(const Speaker& speaker);

/// Whether a bar says `ask`, so that a legend must.
bool any_asks(const std::vector<const Item*>& items);

/// The last day that a timeline of `items` shows; longer bars go on past its edge.
Date last_bar_day(const Plan& plan, const std::vector<const Item*>& items);

/// An item's windows, and the best day of each that has one.
std::vector<std::string> date_lines(const Speaker& speaker, const Item& item);

/// What limits the windows: pauses, the session counted from, conditions; and what the clinic changed.
std::vector<std::string> note_lines(const Speaker& speaker, const Item& item);

/// What the clinic changed in rules of which no day is left, each with its title.
std::vector<std::string> silent_changes(const Speaker& speaker);

/// Rules in force that end together and on the same conditions.
struct EndGroup {
    std::optional<Date> end;
    std::string notes;
    std::vector<const InForce*> entries;
};

/// What ends first comes first.
std::vector<EndGroup> by_end(const Speaker& speaker, const std::vector<InForce>& in_force, Kind kind);

/// "until and including Sun 29 Nov 2026 (only if …)"
std::string end_phrase(const words::Words& words, const EndGroup& group);

/// "Swimming in a pool (avoid); Redness (normal)"
std::string titles_of(const Speaker& speaker, const std::vector<Change>& changes);

/// Whether the plan has something to say of that day: from two weeks before the first session to its last end date.
bool is_within(const Plan& plan, Date day);

}  // namespace smpcare::say
