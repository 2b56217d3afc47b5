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

#include <smpcare/overrides.hpp>
#include <smpcare/protocol.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// The number that a rule file's `schema` may reach; a higher one needs a newer program.
inline constexpr int highest_schema = 2;

/// A protocol in the program: its text, as any file has it. What the loader makes of it was prepared while the program
/// was built; a copy of the text is read anew, to the same end.
struct BuiltIn {
    std::string_view id;
    std::string_view text;
};
std::span<const BuiltIn> built_ins();

/// The text of a built-in, named by its id; nothing if there is none.
std::optional<SourceText> built_in(std::string_view id);

/// Whether a name of rules is a path: it holds a '/' or ends in ".toml". Any other name is a built-in's, never a
/// file's, so that a stray file in the folder changes nobody's plan.
bool names_a_file(std::string_view name);

/// The JSON Schema of rule files, for editors; and a clinic's own rule file to begin with, which has no fault.
std::string_view rule_file_schema();
std::string_view new_rule_file();

/// The longest `[clinic] logo`, in bytes.
inline constexpr std::size_t logo_limit = 200'000;

/// Gives the text that a file's `extends` names, as the file would name it: a path relative to the extending file is
/// already joined to that file's folder. The bytes of a `logo` are asked for in the same way. Never asked for a
/// built-in. Adds its own error, at `at`, where it cannot.
using Reader = std::function<std::optional<SourceText>(const std::string& name, const Span& at, Diagnostics&)>;

/// At most this many files in a chain of `extends`.
inline constexpr std::size_t extends_limit = 16;

/// How much of a protocol is wanted; what is not may be left out of one that nothing is laid over.
enum class Extent {
    plan,       ///< what plans, and texts and pages about them, are made of
    questions,  ///< and `AskedWords`, which calendars need too
    whole,      ///< and what only rules themselves are read for: `Rule::origins`, `Rule::published`, `Protocol::tests`
};

/// Everything that makes one protocol, lowest layer first: the chain that `text` extends, `text`, each of
/// `overrides` (files of `[override.…]` tables only), each of `settings`; a later one wins.
struct LoadRequest {
    SourceText text;
    Reader reader;  ///< none: only built-ins can be extended
    std::vector<SourceText> overrides;
    std::vector<std::vector<Setting>> settings;  ///< each list a layer of its own, lowest first
    Extent extent = Extent::whole;
};

/// Reads, checks and resolves a protocol of several layers.
std::optional<Protocol> load_protocol(LoadRequest request, Diagnostics& diagnostics);

/// One rule text of at most `rule_file_limit` bytes, which extends nothing but built-ins.
std::optional<Protocol> load_protocol(SourceText text, Diagnostics& diagnostics);

}  // namespace smpcare
