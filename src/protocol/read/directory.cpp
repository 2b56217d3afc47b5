#include "protocol/read/directory.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>

namespace smpcare::protocol {

void Directory::close() {
    std::stable_sort(ids_.begin(), ids_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<std::size_t> Directory::find(std::string_view id, const Span& span) const {
    const auto at = std::lower_bound(ids_.begin(), ids_.end(), id, [](const auto& a, auto b) { return a.first < b; });
    if (at != ids_.end() && at->first == id) return at->second;
    if (nameless_) return std::nullopt;
    std::string meant;
    if (comparisons_left_ > 0) {
        comparisons_left_ -= std::min(comparisons_left_, ids_.size());
        std::vector<std::string_view> known(ids_.size());
        std::transform(ids_.begin(), ids_.end(), known.begin(), [](const auto& entry) { return entry.first; });
        meant = nearest(id, known);
    }
    found_->error(unknown_, span, {std::string{id}}, std::move(meant));
    return std::nullopt;
}

std::vector<std::size_t> Directory::find(const Given<Mentions>& mentions) const {
    std::vector<std::size_t> made;
    if (!mentions.value) return made;
    made.reserve(mentions.value->size());
    for (const auto& mention : *mentions.value)
        if (const auto known = find(mention.text, mention.span)) made.push_back(*known);
    return made;
}

Directory rule_directory(const Draft& draft, Diagnostics& found) {
    Directory made{Code::unknown_rule, found};
    for (const auto& rule : draft.rules)
        if (rule.id.value)
            made.add(*rule.id.value);
        else
            made.add_nameless();
    made.close();
    return made;
}

}  // namespace smpcare::protocol
