#pragma once

#include <smpcare/diagnostics.hpp>
#include <smpcare/plan.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace smpcare::batch {

/// Longest file name, in bytes, with its ending.
inline constexpr std::size_t file_name_limit = 200;

/// The name of a client's files without ending: `pattern` with its braces filled and the rest percent-encoded, but for
/// ASCII letters, digits, `-`, `_`, and `.` inside.
std::string file_stem(std::string_view pattern, const Case& about);
/// Errors: bad_file_name.
bool check_pattern(std::string_view pattern, Diagnostics& diagnostics);
/// Whether a part of `id` between slashes is `.` or `..`.
bool leads_elsewhere(std::string_view id);

/// Which names were there already: folded ids, or the names of files. A hundred thousand take some 7 MB.
class SeenNames {
public:
    /// False where it was there already.
    bool insert(std::string_view name) { return names_.emplace(name).second; }
    [[nodiscard]] bool contains(const std::string& name) const { return names_.contains(name); }

private:
    std::unordered_set<std::string> names_;
};

}  // namespace smpcare::batch
