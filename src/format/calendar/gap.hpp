#pragma once

/// Dates within texts stay open until bytes are made. An open date takes as much room as the longest one, so what is
/// cut for its length is cut alike for every client, whenever the first session was.

#include "words/words.hpp"

#include <smpcare/date.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace smpcare::calendar {

/// A date that was left open in a text.
struct DateGap {
    int days = 0;  ///< after the first session
    int near = 0;  ///< the day on which it is read, counted likewise: its year is not told again
    bool operator==(const DateGap&) const = default;
};

/// The gap as text that no filtered text holds; `size` characters long.
std::string gap_text(DateGap gap, std::size_t size);

/// Where the first gap of `text` begins and ends; nothing without one.
struct FoundGap {
    DateGap gap;
    std::size_t at = 0, end = 0;
};
std::optional<FoundGap> find_gap(std::string_view text);

/// The size of a gap in these words.
std::size_t gap_size(const words::Words& words);

/// Adds the gap's date, "Thu 26 Nov", or with its year where `near` lies in another.
void add_gap_date(std::string& out, const words::Words& words, Date first, DateGap gap);

/// Adds the text with its dates. `first`: the first session.
void add_without_gaps(std::string& out, std::string_view text, const words::Words& words, Date first);
std::string without_gaps(std::string_view text, const words::Words& words, Date first);

}  // namespace smpcare::calendar
