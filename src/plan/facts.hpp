#pragma once

/// What is known of a client, and which rules that leaves.

#include <smpcare/plan.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace smpcare::plan {

/// The fact that `planned` answers, where a protocol declares it.
inline constexpr std::string_view more_sessions_fact = "more-sessions";

struct Facts {
    std::vector<Truth> truths;   ///< one for each of Protocol::facts
    std::vector<bool> answered;  ///< given or derived
};

/// Faults: unknown_fact, contradicting_fact. A fact with faults stays unknown.
Facts settle_facts(const Protocol& protocol, const Case& client, Diagnostics& diagnostics);

/// Whether sessions are to come in the latest series, which has `known` so far: what `planned` says, which beats any
/// answer and becomes one, else the fact.
Truth settle_more_sessions(const Protocol& protocol, std::optional<int> planned, int known, Facts& facts);

/// Whether no definite answer hides the rule.
bool applies(const Rule& rule, const std::vector<Truth>& truths);

/// Whether no definite answer says that the rule interests nobody here.
bool relevant(const Rule& rule, const std::vector<Truth>& truths);

/// The facts of `when` and `unless` that nobody answered, each once.
std::vector<std::size_t> unknown_conditions(const Rule& rule, const std::vector<Truth>& truths);

}  // namespace smpcare::plan
