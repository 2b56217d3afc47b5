#pragma once

#include "protocol/read/draft.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace smpcare::protocol {

/// The ids of one kind of thing, to be looked up by those who mention them.
class Directory {
public:
    Directory(Code unknown, Diagnostics& found) : unknown_(unknown), found_(&found) {}

    /// `id` must outlive the directory. Of equal ids the first added counts.
    void add(std::string_view id) { ids_.emplace_back(id, ids_.size()); }
    /// One thing has no readable id: whoever is not found may have meant that one.
    void add_nameless() {
        nameless_ = true;
        ids_.emplace_back(std::string_view{}, ids_.size());
    }
    /// Call once, after the last id.
    void close();

    /// The number of the thing mentioned; a fault, with the nearest id, where there is none.
    std::optional<std::size_t> find(std::string_view id, const Span& span) const;
    std::vector<std::size_t> find(const Given<Mentions>& mentions) const;
    [[nodiscard]] Diagnostics& faults() const { return *found_; }

private:
    Code unknown_;
    Diagnostics* found_;
    std::vector<std::pair<std::string_view, std::size_t>> ids_;
    bool nameless_ = false;
    /// Ids that may still be compared: a hostile file holds thousands of names, and of names that are nothing.
    mutable std::size_t comparisons_left_ = 20'000;
};

/// The ids of a draft's rules, in their order.
Directory rule_directory(const Draft& draft, Diagnostics& found);

/// Everything that a rule may mention.
struct Directories {
    Directory rules, sources, activities, signs, facts, events;
};

}  // namespace smpcare::protocol
