#pragma once

/// A second planner that knows no intervals: it asks of every rule and every single day whether the table of
/// smpcare-rules(5) puts the rule in force, by looping over sessions. Slow, and written apart from src/plan.

#include <smpcare/plan.hpp>

#include <optional>
#include <set>
#include <vector>

namespace smpcare::testing {

/// As a window has them.
inline SessionNumbers numbers_of(const std::set<int>& sessions) {
    SessionNumbers numbers;
    for (const int session : sessions) numbers.insert(session);
    return numbers;
}

/// One rule on one day.
struct ModelDay {
    std::optional<Kind> kind;             ///< before cuts; nothing: not in force
    std::set<int> after;                  ///< sessions behind the whole window in which the day lies, from 1
    bool joined_to_next = false;          ///< the next day lies in the same window
    std::set<std::size_t> by;             ///< rules that cut this day; empty: it stays
    std::vector<std::size_t> activities;  ///< those not beaten

    [[nodiscard]] bool remains() const { return kind && by.empty(); }
};

struct ModelRule {
    bool in_plan = false;
    bool provisional = false;
    std::vector<std::size_t> unknown;
    std::vector<ModelDay> days;
};

struct Model {
    std::vector<Date> sessions;
    Date first;                    ///< the date of the first of `days`
    std::vector<ModelRule> rules;  ///< one for each of Protocol::rules

    [[nodiscard]] std::size_t size() const { return rules.front().days.size(); }
    [[nodiscard]] Date date(std::size_t index) const { return first + Days{static_cast<int>(index)}; }
};

/// From three days before the first session to at least 140 days after it and 90 after the last. `client` is sound.
Model model_of(const Protocol& protocol, const Case& client, Scope scope);

}  // namespace smpcare::testing
