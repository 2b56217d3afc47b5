#include "cli/invocation.hpp"

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

}  // namespace smpcare::cli
