#include "say/changes.hpp"

#include "base/safe_text.hpp"
#include "base/typed.hpp"

#include <smpcare/load.hpp>
#include <smpcare/style.hpp>

#include <algorithm>
#include <array>

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

}  // namespace

bool written_in_built_in(const Cause& cause) {
    return cause.kind == Cause::Kind::file && built_in(cause.span.source->name).has_value();
}

std::string place(const Span& span, const words::Words& words) {
    return one_line(words::told(told_place(span), words));
}

std::string place_of(const Protocol& protocol, const Cause& cause, const words::Words& words) {
    if (cause.kind != Cause::Kind::leaned_on) return words::told(told_place(cause.span), words);
    return protocol.rules[cause.rule].id + '.' + std::string(name(cause.end));
}

std::string told_value(const Protocol& protocol, Field field, const std::string& value, const words::Words& words) {
    constexpr int day_limit = 100'000;  // no rule reaches so far
    constexpr std::array days{Field::from, Field::through, Field::floor, Field::target};
    const bool is_day = std::find(days.begin(), days.end(), field) != days.end();
    // Where days are counted as in the file, its own way of writing them does.
    const auto number = protocol.day_one && is_day ? number_in(value, 0, day_limit) : std::nullopt;
    return number ? words::fill(words.common.day, protocol.told_day(*number)) : one_line(value);
}

OwnAdvice own_advice(const Protocol& protocol, const Rule& rule) {
    OwnAdvice advice;
    advice.dropped = rule.dropped;
    for (const auto& change : rule.changes) {
        const bool silent = change.from == change.to && change.reason.empty();
        if (silent || !by_clinic(protocol, change)) continue;
        advice.changed = true;
        auto reason = one_line(change.reason);
        const bool told = std::find(advice.reasons.begin(), advice.reasons.end(), reason) != advice.reasons.end();
        if (!reason.empty() && !told) advice.reasons.push_back(std::move(reason));
    }
    return advice;
}

std::vector<std::string> floor_lines(const Protocol& protocol, const words::Words& words) {
    std::vector<std::string> lines;
    for (const auto& notice : protocol.notices)
        if (says_what_was_freed(notice.code)) lines.push_back(one_line(message(notice, words.language)));
    return lines;
}

std::vector<std::string> own_advice_lines(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    const auto advice = own_advice(protocol, rule);
    std::vector<std::string> lines;
    for (const auto& reason : advice.reasons) lines.push_back(words::fill(words.screen.own_advice, reason));
    if (advice.changed && lines.empty()) lines.emplace_back(words.screen.own_advice_bare);
    return lines;
}

}  // namespace smpcare::say
