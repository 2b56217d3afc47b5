#include "say/changes.hpp"

#include "base/safe_text.hpp"

#include <smpcare/load.hpp>
#include <smpcare/style.hpp>

#include <algorithm>

namespace smpcare::say {

namespace {

/// `keep-dry.through`: the rule and the end along with which a window moved.
struct LeanedOn {
    const Rule* rule = nullptr;
    std::string_view field;
};

LeanedOn leaned_on(const Protocol& protocol, std::string_view by) {
    const auto dot = by.find('.');
    if (dot == std::string_view::npos) return {};
    const auto field = by.substr(dot + 1);
    if (field != "from" && field != "through") return {};
    return {protocol.find_rule(by.substr(0, dot)), field};
}

bool by_clinic(const Protocol& protocol, const ValueChange& change) {
    const auto cause = leaned_on(protocol, change.by);
    if (cause.rule == nullptr) return !written_in_built_in(change.by);
    // Ends never lean in a circle, and so this comes to an override.
    return std::any_of(cause.rule->changes.begin(), cause.rule->changes.end(), [&](const ValueChange& behind) {
        return behind.field == cause.field && by_clinic(protocol, behind);
    });
}

std::string_view pattern_for(const Protocol& protocol, const ValueChange& change, const words::Phrases& phrases) {
    if (leaned_on(protocol, change.by).rule != nullptr) return phrases.change_moved;
    if (change.field == name(Field::drop) && change.to == "true") return phrases.change_drop;
    if (change.field == name(Field::title) || change.field == name(Field::detail)) return phrases.change_text;
    return change.from.empty() ? phrases.change_first : phrases.change;
}

}  // namespace

bool written_in_built_in(std::string_view by) {
    const auto all = built_ins();
    return std::any_of(all.begin(), all.end(), [&](const BuiltIn& known) {
        return by.starts_with(known.id) && by.substr(known.id.size()).starts_with(':');
    });
}

std::vector<std::string> change_lines(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    std::vector<std::string> lines;
    for (const auto& change : rule.changes) {
        // What was accepted stands in the notices.
        const bool said = change.field == name(Field::accept_below_floor) || change.from == change.to;
        if (said || !by_clinic(protocol, change)) continue;
        auto line = words::fill(pattern_for(protocol, change, words.phrases), one_line(change.field),
                                one_line(change.to), one_line(change.from), one_line(change.by));
        if (!change.reason.empty()) line = words::fill(words.phrases.change_reason, line, one_line(change.reason));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> floor_lines(const Protocol& protocol, const words::Words& words) {
    std::vector<std::string> lines;
    for (const auto& notice : protocol.notices)
        if (notice.code == Code::floor_accepted) lines.push_back(one_line(message(notice, words.language)));
    return lines;
}

}  // namespace smpcare::say
