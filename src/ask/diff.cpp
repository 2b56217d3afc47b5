#include <smpcare/ask.hpp>

#include "base/stretch.hpp"

#include <algorithm>
#include <array>
#include <tuple>

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

std::string title_of(const RecordedRule& rule) {
    const auto* const title = std::get_if<std::string>(&rule.part(Part::title));
    return title != nullptr ? *title : std::string();
}

RecordedRule without_reasons(RecordedRule rule) {
    rule.part(Part::reasons) = std::vector<std::string>();
    return rule;
}

bool open_ended(const Windows& windows) { return !windows.empty() && !windows.back().end; }

/// What both plans know: how their files were written, and whether they are of the same sessions.
struct Comparing {
    int schema;
    bool same_sessions;

    /// What became of the days alone; nothing where they are the same.
    [[nodiscard]] std::optional<Move> move_of(const Windows& was, const Windows& now) const {
        if (was.empty() && now.empty()) return std::nullopt;
        if (was.empty()) return Move::new_;
        if (now.empty()) return Move::gone;
        const auto old_days = days_of(was), new_days = days_of(now);
        const bool more = !without(new_days, old_days).empty();
        const bool fewer = !without(old_days, new_days).empty();
        // What never ends becomes neither longer nor shorter because it begins with another session.
        const bool shifted = !same_sessions && open_ended(was) && open_ended(now) && (more || fewer);
        if (shifted || (more && fewer)) return Move::moved;
        if (more) return Move::longer;
        if (fewer) return Move::shorter;
        return std::nullopt;
    }

    [[nodiscard]] std::vector<PartDifference> parts_of(const RecordedRule& was, const RecordedRule& now) const {
        const auto known = schema < 2 ? static_cast<std::size_t>(Part::short_title) : part_count;
        std::vector<PartDifference> found;
        for (std::size_t i = 0; i < known; ++i) {
            // Other sessions are told by themselves.
            const auto part = static_cast<Part>(i);
            if (part == Part::counted && !same_sessions) continue;
            if (now.parts[i] != was.parts[i]) found.push_back({part, now.parts[i], was.parts[i]});
        }
        return found;
    }
};

/// A rule that is in neither plan's windows says nothing to people, whatever its words.
void compare_rule(const Comparing& comparing, const RecordedRule* was, const RecordedRule* now,
                  std::vector<RuleDifference>& found) {
    const RecordedRule& shown = now != nullptr ? *now : *was;
    const auto before = found.size();
    const auto add = [&](Kind kind, Move move) {
        const bool renamed = was != nullptr && title_of(*was) != title_of(shown);
        found.push_back({shown.id, shown.kind, kind, move, title_of(shown), renamed ? title_of(*was) : "",
                         windows_of(now, kind), windows_of(was, kind)});
    };
    for (const Kind kind : all_kinds)
        if (const auto move = comparing.move_of(windows_of(was, kind), windows_of(now, kind))) add(kind, *move);
    if (now == nullptr || (found.size() == before && now->windows.empty())) return;
    // Of what is new or gone as a whole, only the reason is worth a word.
    auto parts = comparing.parts_of(was != nullptr ? *was : without_reasons(*now), *now);
    if (was == nullptr || was->windows.empty() || now->windows.empty())
        std::erase_if(parts, [](const PartDifference& one) { return one.part != Part::reasons; });
    if (parts.empty()) return;
    if (found.size() == before) add(now->windows.front().kind, Move::text);
    found[before].parts = std::move(parts);
}

auto reached_by(const Clinic& clinic) {
    return std::tie(clinic.name, clinic.phone, clinic.email, clinic.address, clinic.url, clinic.emergency);
}

std::vector<Head> heads_of(const RecordedPlan& was, const RecordedPlan& now) {
    const bool both_told = std::min(was.schema, now.schema) >= 2;
    const auto named = [](const RecordedPlan& plan) { return std::tie(plan.client_id, plan.client_name); };
    const auto rules = [](const RecordedPlan& plan) { return std::tie(plan.protocol, plan.title); };
    const std::pair<Head, bool> differs[] = {
        {Head::client, named(was) != named(now)},
        {Head::sessions, was.sessions != now.sessions},
        {Head::planned, was.planned != now.planned},
        {Head::protocol, rules(was) != rules(now)},
        {Head::version, was.version != now.version},
        {Head::clinic, both_told && reached_by(was.clinic) != reached_by(now.clinic)},
        {Head::day_one, both_told && was.day_one != now.day_one},
        {Head::notices, was.notices != now.notices || was.floors != now.floors},
        {Head::labels, was.labels != now.labels},
        {Head::fingerprint, was.fingerprint != now.fingerprint},
    };
    std::vector<Head> heads;
    for (const auto& [head, other] : differs)
        if (other) heads.push_back(head);
    return heads;
}

}  // namespace

std::string_view name(Part part) {
    constexpr std::array<std::string_view, part_count> names{
        "title", "detail",   "activities", "condition", "reasons", "counted", "provisional",   "short",
        "why",   "headline", "instead",    "signs",     "help",    "target",  "times_per_day", "every"};
    return names[static_cast<std::size_t>(part)];
}

std::string_view name(Head head) {
    constexpr std::array<std::string_view, 10> names{"client", "sessions", "planned", "protocol", "version",
                                                     "clinic", "day_one",  "notices", "labels",   "fingerprint"};
    return names[static_cast<std::size_t>(head)];
}

std::string_view name(Move move) {
    constexpr std::array<std::string_view, 6> names{"moved", "longer", "shorter", "new", "gone", "text"};
    return names[static_cast<std::size_t>(move)];
}

Difference compare(RecordedPlan before, RecordedPlan after) {
    const Comparing comparing{std::min(before.schema, after.schema), before.sessions == after.sessions};
    std::vector<RuleDifference> rules;
    for (const RecordedRule& rule : after.rules) compare_rule(comparing, find(before, rule.id), &rule, rules);
    for (const RecordedRule& rule : before.rules)
        if (find(after, rule.id) == nullptr) compare_rule(comparing, &rule, nullptr, rules);
    auto heads = heads_of(before, after);
    before.rules.clear();
    after.rules.clear();
    return {std::move(after), std::move(before), std::move(heads), std::move(rules)};
}

}  // namespace smpcare
