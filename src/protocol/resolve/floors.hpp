#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"

#include <string>
#include <vector>

namespace smpcare::protocol {

/// The days of a rule as the layers so far have them, counted from one session.
struct RuleDays {
    int from = 0;
    std::optional<int> through;  ///< of a `limit` with the days on which it waits for its event
    std::optional<int> floor;    ///< of a `warn` to a doctor or an emergency its whole window
    bool never = false;          ///< left out, or it ends before it begins

    bool operator==(const RuleDays&) const = default;
    [[nodiscard]] bool covers(int day) const { return !never && from <= day && (!through || day <= *through); }
};

/// What layers do to days: those of every rule, and what parts sessions into series.
struct LayerDays {
    std::vector<RuleDays> rules;
    int series_gap = 0;
};

LayerDays days_of(const Draft& draft);

/// The last override behind the days of `rule`: one of its own, or of a rule on which they lean. Layer 0: none.
Overridden::Last cause_of(const Draft& draft, const Directory& rules, std::size_t rule);

/// Records in each rule what moved in one layer because the rules that it leans on were moved there.
void note_moved(const LayerDays& below, const LayerDays& up, Draft& draft);

/// Days up to its floor that one layer takes from a rule, whatever it touched: the rule, one that it leans on, what a
/// `limit` waits for, or `series_gap`.
struct LostDays {
    std::size_t rule = 0;
    int floor = 0;
    std::vector<int> days;   ///< after a session, at least one
    bool by_series = false;  ///< only some sessions lose them: those that begin a series no more, or now do
    Span cause;              ///< of the override or the `series_gap`
    bool accepted = false;   ///< in that same layer, with a reason
    Span accepted_at;
    std::string reason;
};

/// What layer number `layer` did to `draft`, whose days were `below` without it.
std::vector<LostDays> lost_days(const LayerDays& below, const LayerDays& up, const Draft& draft, int layer);

/// Notices of days that a layer takes from an `avoid` or `ask` rule without saying why.
std::vector<Diagnostic> freed_without_reason(const LayerDays& below, const LayerDays& up, const Draft& draft);

/// Refuses what was lost without an acceptance; adds the notices of what was accepted and is still free.
void judge_floors(const std::vector<LostDays>& lost, const LayerDays& top, Protocol& protocol, Diagnostics& found);

}  // namespace smpcare::protocol
