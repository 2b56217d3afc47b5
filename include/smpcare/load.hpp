#pragma once

/// TOML → Protocol.
///
///     Diagnostics found;
///     auto text = built_in("smp-standard");
///     auto protocol = load_protocol(*text, found);
///     if (!protocol) …   // found.all() says why, in order of place
///
/// One pass finds the first fault of syntax or all faults of meaning. A fault never frees a day: a file with any
/// error yields no protocol.

#include <smpcare/protocol.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace smpcare {

/// The number that a rule file's `schema` may reach; a higher one needs a newer program.
inline constexpr int highest_schema = 1;

/// A protocol compiled into the program as text, read by the same loader as any file.
struct BuiltIn {
    std::string_view id;
    std::string_view text;
};
std::span<const BuiltIn> built_ins();

/// The text of a built-in, named by its id; nothing if there is none.
std::optional<SourceText> built_in(std::string_view id);

/// Reads, checks and resolves one rule text of at most `rule_file_limit` bytes.
std::optional<Protocol> load_protocol(SourceText text, Diagnostics& diagnostics);

}  // namespace smpcare
