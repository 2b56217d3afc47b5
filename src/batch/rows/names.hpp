#pragma once

#include <smpcare/diagnostics.hpp>
#include <smpcare/plan.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Which names were there already, each kept as 64 bits. That two differing names of a million are taken for one has
/// a chance below one in thirty million.
class SeenNames {
public:
    SeenNames() : shards_(shard_count) {}
    /// False where it was there already.
    bool insert(std::string_view name);
    [[nodiscard]] bool contains(std::string_view name) const;

private:
    static constexpr std::size_t shard_count = 64;
    /// Grown one by one, so that there is never a second copy of everything.
    struct Shard {
        std::vector<std::uint64_t> places;
        std::size_t used = 0;
    };
    static std::uint64_t number_of(std::string_view name);
    static std::size_t place_of(const Shard& shard, std::uint64_t number);
    static void grow(Shard& shard);
    std::vector<Shard> shards_;
};

}  // namespace smpcare::batch
