#pragma once

/// Parts of what is shown about one rule.

#include "base/text.hpp"
#include "format/text/page.hpp"

#include <smpcare/protocol.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

/// The ids of some of `all`, separated by commas.
template <class All>
std::string ids(const All& all, const std::vector<std::size_t>& indexes) {
    return joined(indexes, ", ", [&](std::size_t index) { return all[index].id; });
}

/// "day 4", or "day 4, the day after keep-dry, plus 2 days"
std::string boundary_phrase(const Protocol& protocol, const Boundary& declared, std::optional<int> day,
                            const words::Words& words);

/// What a field that decides about days holds, "day 30" or "long-hair"; "" for the other fields.
std::string value_phrase(const Protocol& protocol, const Rule& rule, Field field, const words::Words& words);

/// "Kind: avoid"; nothing for an empty text.
void add_field(Page& page, std::string_view label, std::string_view text);

/// A heading and a bullet for each source that the rule cites.
void add_sources(Page& page, const Protocol& protocol, const Rule& rule);

/// A heading and a bullet for each change by an override.
void add_changes(Page& page, const Protocol& protocol, const Rule& rule);

}  // namespace smpcare::format
