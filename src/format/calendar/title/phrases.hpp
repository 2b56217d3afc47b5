#pragma once

/// The phrases of a title, and how they get the little room there is. What changes is never hidden: a title that does
/// not name all of it ends in "more inside", or in as much of that as has room.

#include "format/calendar/prepared/prepared.hpp"

#include <string>
#include <vector>

namespace smpcare::calendar {

/// A thing that a title names, and how much people ask about it.
struct Asked {
    const Name* name;
    int asked;
    const Name* brief = name;  ///< where the phrase is worded briefly
    const Name* bare = brief;  ///< where it is worded barely
};

/// What must be told; what goes on, and what is told beside it, which may be left out without a word; what a title
/// leaves to the text first.
enum class Weight { main, still, beside, eased };

/// "{0} allowed again", and of what.
struct Phrase {
    const Pattern* pattern;
    const Pattern* brief = pattern;  ///< where the longer one has no room
    const Pattern* bare = brief;     ///< where that has none either
    std::vector<Asked> things{};
    bool any_will_do = false;  ///< each by itself is enough: "a or b"
    Weight weight = Weight::main;

    void add(const Name& name, int asked) { add({&name, asked}); }
    void add(Asked thing);
};

/// Phrases from `from` on that have something to say, those first about which people ask most.
void sort_by_asked(std::vector<Phrase>& phrases, std::size_t from = 0);

/// In at most `room` columns: as many phrases as have room, then as many names of each. `is_all`: nothing else changes.
std::string fitted(const Prepared& prepared, const std::vector<Phrase>& phrases, int room, bool is_all = true);

}  // namespace smpcare::calendar
