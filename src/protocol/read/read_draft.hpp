#pragma once

#include "protocol/read/draft.hpp"
#include "protocol/read/fields.hpp"
#include "protocol/read/toml_tree.hpp"

namespace smpcare::protocol {

/// Reads a whole file's fields, each with its place; reports every fault that one field shows by itself. Nothing
/// only where the file cannot be judged at all: a newer schema, or nothing in it.
std::optional<Draft> read_draft(Fields& fields, TomlValue& root);

/// The same for a file that may hold nothing but overrides.
std::optional<Draft> read_overrides(Fields& fields, TomlValue& root);

}  // namespace smpcare::protocol
