#pragma once

/// Strictest wins: what of each rule's windows remains beside the stronger rules.

#include <smpcare/plan.hpp>

#include <vector>

namespace smpcare::plan {

/// `avoid` beats `ask` beats `limit` beats `do`; nothing beats or is beaten by the other kinds.
constexpr bool beats(Kind stronger, Kind weaker) { return stronger < weaker && weaker <= Kind::do_; }

/// Whether any kind beats it.
constexpr bool may_be_beaten(Kind kind) { return beats(all_kinds.front(), kind); }

/// Whether windows of `item` may beat those of others: what may not apply must not free anything else.
inline bool may_beat(const Item& item) { return item.unknown.empty(); }

/// Fills `windows` and `cuts` of every item from its `declared`.
void cut_all(const Protocol& protocol, std::vector<Item>& items);

}  // namespace smpcare::plan
