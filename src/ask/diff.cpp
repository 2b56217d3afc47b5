#include <smpcare/ask.hpp>

#include "base/stretch.hpp"

#include <algorithm>
#include <array>

namespace smpcare {

namespace {

using Windows = std::vector<Window>;

const RecordedRule* find(const RecordedPlan& plan, std::string_view id) {
    const auto found =
        std::find_if(plan.rules.begin(), plan.rules.end(), [&](const RecordedRule& rule) { return rule.id == id; });
    return found == plan.rules.end() ? nullptr : &*found;
}

Windows windows_of(const RecordedRule* rule, Kind kind) {
    Windows found;
    if (rule != nullptr)
        std::copy_if(rule->windows.begin(), rule->windows.end(), std::back_inserter(found),
                     [kind](const Window& window) { return window.kind == kind; });
    return found;
}

std::vector<Stretch> days_of(const Windows& windows) {
    std::vector<Stretch> days;
    for (const Window& window : windows) days.push_back(smpcare::days_of(window));
    return merged(std::move(days), Joining::touching);
}

bool same_words(const RecordedRule& a, const RecordedRule& b) {
    return a.title == b.title && a.detail == b.detail && a.condition == b.condition && a.provisional == b.provisional;
}

/// What became of the days alone; nothing where they are the same.
std::optional<Move> move_of(const Windows& was, const Windows& now) {
    if (was.empty() && now.empty()) return std::nullopt;
    if (was.empty()) return Move::new_;
    if (now.empty()) return Move::gone;
    const auto old_days = days_of(was), new_days = days_of(now);
    const bool more = !without(new_days, old_days).empty();
    const bool fewer = !without(old_days, new_days).empty();
    if (more && fewer) return Move::moved;
    if (more) return Move::longer;
    if (fewer) return Move::shorter;
    return std::nullopt;
}

/// A rule that is in neither plan's windows says nothing to people, whatever its words.
void compare_rule(const RecordedRule* was, const RecordedRule* now, std::vector<RuleDifference>& found) {
    const RecordedRule& shown = now != nullptr ? *now : *was;
    const bool other_words = was != nullptr && now != nullptr && !same_words(*was, *now);
    const std::string old_title = was != nullptr && was->title != shown.title ? was->title : "";
    for (const Kind kind : all_kinds) {
        auto old_windows = windows_of(was, kind), new_windows = windows_of(now, kind);
        auto move = move_of(old_windows, new_windows);
        if (!move && other_words && !new_windows.empty()) move = Move::text;
        if (move)
            found.push_back({shown.id, shown.kind, kind, *move, shown.title, old_title, std::move(new_windows),
                             std::move(old_windows)});
    }
}

}  // namespace

std::string_view name(Move move) {
    constexpr std::array<std::string_view, 6> names{"moved", "longer", "shorter", "new", "gone", "text"};
    return names[static_cast<std::size_t>(move)];
}

Difference compare(const RecordedPlan& before, const RecordedPlan& after) {
    Difference difference{after.sessions, before.sessions, {}, after.floors};
    for (const RecordedRule& rule : after.rules) compare_rule(find(before, rule.id), &rule, difference.rules);
    for (const RecordedRule& rule : before.rules)
        if (find(after, rule.id) == nullptr) compare_rule(&rule, nullptr, difference.rules);
    return difference;
}

}  // namespace smpcare
