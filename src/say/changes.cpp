#include "say/changes.hpp"

#include "base/safe_text.hpp"

#include <smpcare/load.hpp>
#include <smpcare/style.hpp>

#include <algorithm>

namespace smpcare::say {

namespace {

bool by_clinic(const Protocol& protocol, const ValueChange& change) {
    const auto& cause = change.by;
    if (cause.kind != Cause::Kind::leaned_on) return !written_in_built_in(cause);
    // Ends never lean in a circle, and so this comes to an override.
    const auto& behind = protocol.rules[cause.rule].changes;
    return std::any_of(behind.begin(), behind.end(), [&](const ValueChange& other) {
        return other.field == cause.end && by_clinic(protocol, other);
    });
}

std::string_view pattern_for(const ValueChange& change, const words::Phrases& phrases) {
    if (change.by.kind == Cause::Kind::leaned_on) return phrases.change_moved;
    if (change.field == Field::drop && change.to == "true") return phrases.change_drop;
    if (change.field == Field::title || change.field == Field::detail) return phrases.change_text;
    return change.from.empty() ? phrases.change_first : phrases.change;
}

}  // namespace

bool written_in_built_in(const Cause& cause) {
    return cause.kind == Cause::Kind::file && built_in(cause.span.source->name).has_value();
}

std::string place_of(const Protocol& protocol, const Cause& cause) {
    if (cause.kind != Cause::Kind::leaned_on) return location(cause.span);
    return protocol.rules[cause.rule].id + '.' + std::string(name(cause.end));
}

std::vector<std::string> change_lines(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    std::vector<std::string> lines;
    for (const auto& change : rule.changes) {
        // What was accepted stands in the notices.
        const bool said = change.field == Field::accept_below_floor || change.from == change.to;
        if (said || !by_clinic(protocol, change)) continue;
        auto line = words::fill(pattern_for(change, words.phrases), name(change.field), one_line(change.to),
                                one_line(change.from), one_line(place_of(protocol, change.by)));
        if (!change.reason.empty()) line = words::fill(words.phrases.change_reason, line, one_line(change.reason));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> floor_lines(const Protocol& protocol, const words::Words& words) {
    std::vector<std::string> lines;
    for (const auto& notice : protocol.notices)
        if (says_what_was_freed(notice.code)) lines.push_back(one_line(message(notice, words.language)));
    return lines;
}

}  // namespace smpcare::say
