#pragma once

/// What overrides changed, for people.

#include "words/words.hpp"

#include <smpcare/protocol.hpp>

#include <string>
#include <vector>

namespace smpcare::say {

/// Whether an override stands in a file that came with the program.
bool written_in_built_in(const Cause& cause);

/// `clinic.toml:12:1` on one line; standard input as the language calls it.
std::string place(const Span& span, const words::Words& words);

/// `clinic.toml:12:1`, `--set swim-pool.through=35`, or the end along with which a window moved: `keep-dry.through`.
std::string place_of(const Protocol& protocol, const Cause& cause, const words::Words& words);

/// A value as people are told it: a day counts as on the page.
std::string told_value(const Protocol& protocol, Field field, const std::string& value, const words::Words& words);

/// What a client is told of a clinic's changes to a rule. What a built-in changes in the one that it extends is its own
/// matter.
struct OwnAdvice {
    bool changed = false, dropped = false;
    std::vector<std::string> reasons;  ///< each once
};
OwnAdvice own_advice(const Protocol& protocol, const Rule& rule);

/// What was freed below a floor, and why: every output says it.
std::vector<std::string> floor_lines(const Protocol& protocol, const words::Words& words);

/// "Your clinic's own advice: REASON": a line for each reason. Nothing where the clinic changed nothing.
std::vector<std::string> own_advice_lines(const Protocol& protocol, const Rule& rule, const words::Words& words);

}  // namespace smpcare::say
