#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"
#include "protocol/read/fields.hpp"

#include <optional>
#include <span>
#include <string>

namespace smpcare::protocol {

/// What is done with one field of a rule on its way from a file into a Protocol.
struct RuleField {
    Field field;
    bool is_required = false;
    bool is_text = false;                                          ///< a setting's value is taken as it is typed
    bool is_list = false;                                          ///< a setting's value is names, parted by commas
    std::optional<void (*)(Fields&, Cell, RuleDraft&)> read = {};  ///< none: it stands in overrides alone
    std::optional<void (*)(Fields&, Cell, OverrideDraft&)> read_override = {};  ///< none: it cannot be overridden
    /// The value as a rule file would hold it, "" where absent; and whether there is one. For what an override replaces
    /// as it is; ends, floors and the fields of overrides alone have an idea of their own (overrides.cpp).
    std::string (*spelled)(const RuleDraft&) = nullptr;
    void (*replace)(RuleDraft& rule, OverrideDraft& over) = nullptr;
    /// Looks up what the field mentions; takes long texts out of the draft. None: the windows are resolved later.
    void (*store)(RuleDraft&, Rule&, const Directories&) = nullptr;
};

/// In the order of Field.
std::span<const RuleField> rule_fields();

/// A rule's and an override's table.
void read_rule(Fields& fields, TomlValue& table, RuleDraft& rule);
void read_override(Fields& fields, TomlValue& table, OverrideDraft& draft);

}  // namespace smpcare::protocol
