#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/nearest.hpp>

namespace smpcare::cli {

std::optional<std::size_t> find_rule(Invocation& call, const Protocol& protocol, std::string_view id) {
    std::vector<std::string_view> ids;
    for (const auto& rule : protocol.rules) {
        if (rule.id == id) return ids.size();
        ids.push_back(rule.id);
    }
    call.diagnostics.error(Code::unknown_rule, {}, {std::string{id}}, nearest(id, ids));
    return std::nullopt;
}

std::vector<std::size_t> find_activities(Invocation& call, const Protocol& protocol, std::string_view word) {
    auto activities = smpcare::find_activities(protocol, word);
    if (activities.empty())
        call.diagnostics.error(Code::unknown_word, {}, {std::string{word}}, nearest_activity(protocol, word));
    return activities;
}

}  // namespace smpcare::cli
