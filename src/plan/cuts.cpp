#include "plan/cuts.hpp"

#include "base/stretch.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace smpcare::plan {
namespace {

/// Some days on which a rule holds one activity.
struct Hold {
    std::size_t rule;
    Kind kind;
    Stretch days;
};

/// The declared windows that may beat others, by activity and within one in file order.
class Holds {
public:
    Holds(const Protocol& protocol, const std::vector<Item>& items);
    [[nodiscard]] std::span<const Hold> of(std::size_t activity) const {
        return std::span{holds_}.subspan(first_[activity], first_[activity + 1] - first_[activity]);
    }

private:
    std::vector<std::size_t> first_;  ///< where the holds of each activity begin, and where the last one's end
    std::vector<Hold> holds_;
};

Holds::Holds(const Protocol& protocol, const std::vector<Item>& items) : first_(protocol.activities.size() + 1, 0) {
    const auto each_hold = [&](auto&& use) {
        for (const Item& item : items) {
            if (!may_beat(item)) continue;
            for (const std::size_t activity : protocol.rules[item.rule].activities)
                for (const Window& window : item.declared)
                    if (beats(window.kind, Kind::do_)) use(activity, item, window);
        }
    };
    each_hold([&](std::size_t activity, const Item&, const Window&) { ++first_[activity + 1]; });
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    holds_.resize(first_.back());
    auto next = first_;
    each_hold([&](std::size_t activity, const Item& item, const Window& window) {
        holds_[next[activity]++] = {item.rule, window.kind, days_of(window)};
    });
}

/// Days within one window on which a stronger rule holds one of the window's activities.
struct Claim {
    std::size_t rule;
    std::size_t place;  ///< which of the rule's activities, by position
    Stretch days;
};

/// Leaves every claim on `window` in `claims`; none at all if some activity is claimed on no day, for then no day can
/// be cut.
void find_claims(const Window& window, const std::vector<std::size_t>& activities, const Holds& holds,
                 std::vector<Claim>& claims) {
    claims.clear();
    if (!may_be_beaten(window.kind)) return;
    const Stretch whole = days_of(window);
    for (std::size_t place = 0; place < activities.size(); ++place) {
        const std::size_t before = claims.size();
        for (const Hold& hold : holds.of(activities[place]))
            if (beats(hold.kind, window.kind) && overlap(hold.days, whole)) {
                const Stretch days{std::max(hold.days.start, whole.start), std::min(hold.days.end, whole.end), 0};
                claims.push_back({hold.rule, place, days});
            }
        if (claims.size() == before) return claims.clear();
    }
}

/// The first days of the segments in which no claim begins or ends, and the day after the last.
std::vector<Date> borders(const Stretch& whole, const std::vector<Claim>& claims) {
    std::vector<Date> days{whole.start, whole.end + Days{1}};
    for (const Claim& claim : claims) {
        days.push_back(claim.days.start);
        days.push_back(claim.days.end + Days{1});
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// The rules that beat all `places` activities on `day`, in file order; none if one activity is left.
std::vector<std::size_t> beaten_by(Date day, const std::vector<Claim>& claims, std::size_t places) {
    std::vector<std::size_t> by;
    std::size_t beaten = 0;  // claims come by place, so that a place counts once, at its first claim
    for (const Claim& claim : claims) {
        if (!covers(claim.days, day)) continue;
        if (claim.place == beaten) ++beaten;
        by.push_back(claim.rule);
    }
    if (beaten < places) return {};
    std::sort(by.begin(), by.end());
    by.erase(std::unique(by.begin(), by.end()), by.end());
    return by;
}

void add_cut(std::vector<Cut>& cuts, const Stretch& days, std::vector<std::size_t> by) {
    const bool goes_on = !cuts.empty() && cuts.back().end && *cuts.back().end + Days{1} == days.start;
    if (goes_on && cuts.back().by == by)
        cuts.back().end = end_or_none(days.end);
    else
        cuts.push_back({days.start, end_or_none(days.end), std::move(by)});
}

/// What the cuts that begin at `first` leave of `window`.
void add_rest(const Window& window, const std::vector<Cut>& cuts, std::size_t first, std::vector<Window>& rest) {
    std::vector<Stretch> holes;
    for (std::size_t i = first; i < cuts.size(); ++i)
        holes.push_back({cuts[i].start, cuts[i].end.value_or(open_end), 0});
    for (const Stretch& days : without({days_of(window)}, holes)) {
        Window piece = window;
        piece.start = days.start;
        piece.end = end_or_none(days.end);
        rest.push_back(piece);
    }
}

/// `claims` is room that is used again.
void cut_window(const Window& window, const Rule& rule, const Holds& holds, Item& item, std::vector<Claim>& claims) {
    find_claims(window, rule.activities, holds, claims);
    if (claims.empty()) {
        item.windows.push_back(window);
        return;
    }
    const std::size_t first = item.cuts.size();
    const auto days = borders(days_of(window), claims);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        auto by = beaten_by(days[i], claims, rule.activities.size());
        if (!by.empty()) add_cut(item.cuts, {days[i], days[i + 1] - Days{1}, 0}, std::move(by));
    }
    add_rest(window, item.cuts, first, item.windows);
}

}  // namespace

void cut_all(const Protocol& protocol, std::vector<Item>& items) {
    const Holds holds(protocol, items);
    std::vector<Claim> claims;
    for (Item& item : items) {
        const Rule& rule = protocol.rules[item.rule];
        item.windows.reserve(item.declared.size());
        for (const Window& window : item.declared) cut_window(window, rule, holds, item, claims);
    }
}

}  // namespace smpcare::plan

namespace smpcare {

using namespace plan;

std::vector<std::size_t> activities_on(const Plan& plan, const Item& item, Date day) {
    const auto declared = std::find_if(item.declared.begin(), item.declared.end(),
                                       [&](const Window& window) { return window.covers(day); });
    if (declared == item.declared.end()) return {};
    std::vector<std::size_t> left = plan.protocol->rules[item.rule].activities;
    if (!may_be_beaten(declared->kind)) return left;
    for (const Item& other : plan.items) {
        if (left.empty()) break;
        const bool stronger =
            may_beat(other) && std::any_of(other.declared.begin(), other.declared.end(), [&](const Window& window) {
                return beats(window.kind, declared->kind) && window.covers(day);
            });
        if (!stronger) continue;
        const auto& held = plan.protocol->rules[other.rule].activities;
        std::erase_if(
            left, [&](std::size_t activity) { return std::find(held.begin(), held.end(), activity) != held.end(); });
    }
    return left;
}

}  // namespace smpcare
