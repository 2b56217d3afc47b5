#pragma once

/// The doubts about a rule file, a function for each kind.

#include <smpcare/protocol.hpp>

namespace smpcare {

class Diagnostics;

namespace ask {

/// Whether the rule is in force on no day of any plan.
inline bool never(const Rule& rule) { return rule.dropped || rule.vanished; }

/// About days, as they are after one session alone.
void find_do_meets_ban(const Protocol& protocol, Diagnostics& found);
void find_gap_after_ban(const Protocol& protocol, Diagnostics& found);
void find_hidden_rules(const Protocol& protocol, Diagnostics& found);
void find_differing_bans(const Protocol& protocol, Diagnostics& found);
void find_silent_ends(const Protocol& protocol, Diagnostics& found);
void find_sign_gaps(const Protocol& protocol, Diagnostics& found);

/// About what is declared, and the words to ask by.
void find_idle_activities(const Protocol& protocol, Diagnostics& found);
void find_unused(const Protocol& protocol, Diagnostics& found);
void find_unasked_signs(const Protocol& protocol, Diagnostics& found);
void find_unasked_rules(const Protocol& protocol, Diagnostics& found);
void find_wide_words(const Protocol& protocol, Diagnostics& found);

}  // namespace ask
}  // namespace smpcare
