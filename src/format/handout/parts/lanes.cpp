#include "format/handout/parts/lanes.hpp"

#include "format/handout/parts/short_dates.hpp"
#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr Days shown_after_last{42};

std::vector<Stretch> stretches(const Item& item, bool avoided) {
    std::vector<Stretch> found;
    for (const auto& window : item.windows)
        if (restricts(window.kind) && (window.kind == Kind::avoid) == avoided)
            found.push_back({window.start, window.end});
    return found;
}

class LaneMaker {
public:
    explicit LaneMaker(const say::Speaker& speaker) : speaker_(speaker) {}

    std::vector<Lane> make() {
        for (const auto& item : speaker_.plan.items)
            if (has_lane(item) && !goes_on(item)) add(item);
        const auto is_avoided = [](const Lane& lane) { return !lane.avoid.empty(); };
        if (std::any_of(lanes_.begin(), lanes_.end(), is_avoided))
            std::erase_if(lanes_, [&](const Lane& lane) { return !is_avoided(lane); });
        const auto key = [&](const Lane& lane) {
            return (is_avoided(lane) ? lane.avoid : lane.careful).back().end.value_or(Date::max());
        };
        std::stable_sort(lanes_.begin(), lanes_.end(), [&](const auto& a, const auto& b) { return key(b) < key(a); });
        return std::move(lanes_);
    }

private:
    [[nodiscard]] const Rule& rule_of(const Item& item) const { return speaker_.rule(item.rule); }

    [[nodiscard]] bool has_lane(const Item& item) const {
        return !rule_of(item).asked_only && (!stretches(item, true).empty() || !stretches(item, false).empty());
    }

    /// Whether the item is what follows another that is to be avoided, and so stands in its lane.
    [[nodiscard]] bool goes_on(const Item& item) const { return leader_of(item) != nullptr; }

    [[nodiscard]] const Item* leader_of(const Item& item) const {
        const auto& rule = rule_of(item);
        if (rule.kind == Kind::avoid || rule.declared_from.base != Boundary::Base::after) return nullptr;
        for (const auto& other : speaker_.plan.items)
            if (rule_of(other).id == rule.declared_from.rule && has_lane(other) && !stretches(other, true).empty())
                return &other;
        return nullptr;
    }

    void add(const Item& item) {
        Lane lane{{say::listed_name(speaker_, item.rule)}, {}, stretches(item, true), stretches(item, false)};
        lane.dates = short_dates(speaker_, item, lane.avoid.empty() ? rule_of(item).kind : Kind::avoid);
        for (const auto& other : speaker_.plan.items) {
            if (!has_lane(other) || leader_of(other) != &item) continue;
            const auto further = stretches(other, false);
            lane.careful.insert(lane.careful.end(), further.begin(), further.end());
        }
        const auto same = [&](const Lane& known) {
            return known.avoid == lane.avoid && (!lane.avoid.empty() || known.careful == lane.careful);
        };
        const auto known = std::find_if(lanes_.begin(), lanes_.end(), same);
        if (known == lanes_.end())
            lanes_.push_back(std::move(lane));
        else
            merge(*known, lane);
    }

    static void merge(Lane& into, const Lane& lane) {
        for (const auto& name : lane.names)
            if (std::find(into.names.begin(), into.names.end(), name) == into.names.end()) into.names.push_back(name);
        for (const auto& days : lane.careful)
            if (std::find(into.careful.begin(), into.careful.end(), days) == into.careful.end())
                into.careful.push_back(days);
    }

    const say::Speaker& speaker_;
    std::vector<Lane> lanes_;
};

}  // namespace

std::vector<Lane> lanes_of(const say::Speaker& speaker) { return LaneMaker(speaker).make(); }

Date last_shown_day(const Plan& plan, const std::vector<Lane>& lanes) {
    constexpr Days week{6};
    auto last = plan.sessions.back() + week;
    for (const auto& lane : lanes)
        for (const auto* days : {&lane.avoid, &lane.careful})
            for (const auto& stretch : *days) last = std::max(last, stretch.end.value_or(stretch.start));
    return std::min(last, plan.sessions.back() + shown_after_last);
}

}  // namespace smpcare::format
