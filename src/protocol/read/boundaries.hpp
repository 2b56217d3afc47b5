#pragma once

#include "protocol/read/draft.hpp"
#include "protocol/read/fields.hpp"

namespace smpcare::protocol {

/// An end of a window: a number, `{ after = "a-rule" }`, or where allowed a length of time.
std::optional<BoundaryDraft> read_boundary(Fields& fields, Cell cell, bool duration_allowed);

/// Whether a value is `{ add = 5 }`, by which an override moves an end.
bool is_shift(const TomlValue& value);
/// The days of it, below 0 for back.
Given<int> read_shift(Fields& fields, Cell cell);

}  // namespace smpcare::protocol
