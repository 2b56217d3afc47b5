#include "format/handout/parts/lanes.hpp"

#include "format/handout/parts/names.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr Days shown_after_last{42};

Lane lane_of(const say::Speaker& speaker, const Item& item, bool avoid) {
    Lane lane{{say::listed_name(speaker, item.rule)}, {}, avoid, {}};
    std::optional<Kind> kind;
    for (const auto& window : item.windows) {
        if (!restricts(window.kind) || (window.kind == Kind::avoid) != avoid) continue;
        lane.days.push_back({window.start, window.end});
        kind = window.kind;
    }
    if (kind) lane.dates = short_dates(speaker, item, *kind);
    return lane;
}

void add_name(Lane& lane, const std::string& name) {
    if (std::find(lane.names.begin(), lane.names.end(), name) == lane.names.end()) lane.names.push_back(name);
}

std::vector<Lane> lanes_of(const say::Speaker& speaker, bool avoid) {
    std::vector<Lane> lanes;
    for (const auto& item : speaker.plan.items) {
        if (speaker.rule(item.rule).asked_only) continue;
        auto lane = lane_of(speaker, item, avoid);
        if (lane.days.empty()) continue;
        const auto same = [&](const Lane& known) { return known.days == lane.days; };
        const auto known = std::find_if(lanes.begin(), lanes.end(), same);
        if (known == lanes.end())
            lanes.push_back(std::move(lane));
        else
            add_name(*known, lane.names.front());
    }
    const auto end_of = [](const Lane& lane) { return lane.days.back().end.value_or(Date::max()); };
    std::stable_sort(lanes.begin(), lanes.end(),
                     [&](const Lane& one, const Lane& other) { return end_of(other) < end_of(one); });
    return lanes;
}

}  // namespace

std::vector<Lane> lanes_of(const say::Speaker& speaker) {
    auto lanes = lanes_of(speaker, true);
    return lanes.empty() ? lanes_of(speaker, false) : lanes;
}

std::string names_of(const Lane& lane) {
    std::vector<std::string> names;
    for (const auto& name : lane.names) names.push_back(in_a_list(name));
    return at_a_start(in_a_row(names));
}

Date last_shown_day(const Plan& plan, const std::vector<Lane>& lanes) {
    constexpr Days week{6};
    auto last = plan.sessions.back() + week;
    for (const auto& lane : lanes)
        for (const auto& stretch : lane.days) last = std::max(last, stretch.end.value_or(stretch.start));
    return std::min(last, plan.sessions.back() + shown_after_last);
}

}  // namespace smpcare::format
