#pragma once

#include "protocol/draft.hpp"
#include "protocol/fields.hpp"
#include "protocol/toml_tree.hpp"

namespace smpcare {

/// Reads a whole file's fields, each with its place; reports every fault that one field shows by itself. Nothing
/// only where the file cannot be judged at all: a newer schema, or overrides of a file that it extends.
std::optional<Draft> read_draft(Fields& fields, TomlValue& root);

// One table each, in its own file.
void read_rule(Fields& fields, TomlValue& table, RuleDraft& rule);
void read_test(Fields& fields, TomlValue& table, TestDraft& test);

}  // namespace smpcare
