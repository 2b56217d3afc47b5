#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"

#include <vector>

namespace smpcare::protocol {

/// The days of a rule as the layers so far have them.
struct RuleDays {
    int from = 0;
    std::optional<int> through;
    std::optional<int> floor;

    [[nodiscard]] bool covers(int day) const { return from <= day && (!through || day <= *through); }
};

std::vector<RuleDays> days_of(const Draft& draft);

/// The last override behind the days of `rule`: one of its own, or of a rule on which they lean. Layer 0: none.
Overridden::Last cause_of(const Draft& draft, const Protocol& protocol, const Directory& rules, std::size_t rule);

/// Records in each rule what moved in one layer because the rules that it leans on were moved there.
void note_moved(const std::vector<RuleDays>& before, Draft& draft);

/// Refuses what frees a day up to a floor, unless it was accepted with a reason; adds the notices of what was.
/// `own`: for each rule that may have been overridden its days as its own file has them.
void check_floors(const Draft& draft, const std::vector<RuleDays>& own, const Directory& rules, Protocol& protocol,
                  Diagnostics& found);

}  // namespace smpcare::protocol
