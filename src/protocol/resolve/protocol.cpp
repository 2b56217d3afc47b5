#include <smpcare/protocol.hpp>

#include <algorithm>

namespace smpcare {

namespace {

template <class T>
std::optional<std::size_t> index_of(const std::vector<T>& things, std::string_view id) {
    const auto found = std::find_if(things.begin(), things.end(), [id](const auto& thing) { return thing.id == id; });
    if (found == things.end()) return std::nullopt;
    return static_cast<std::size_t>(found - things.begin());
}

}  // namespace

const Rule* Protocol::find_rule(std::string_view wanted) const {
    const auto found = index_of(rules, wanted);
    return found ? &rules[*found] : nullptr;
}

std::optional<std::size_t> Protocol::find_fact(std::string_view wanted) const { return index_of(facts, wanted); }

std::optional<std::size_t> Protocol::find_event(std::string_view wanted) const { return index_of(events, wanted); }

}  // namespace smpcare
