#include <smpcare/ask.hpp>

#include <algorithm>
#include <map>

namespace smpcare {

namespace {

class StepFinder {
public:
    explicit StepFinder(const Plan& plan) : plan_(plan), holdings_(plan) {}

    std::vector<Step> find() {
        for (std::size_t at = 0; at < plan_.sessions.size(); ++at)
            step_on(plan_.sessions[at]).session = static_cast<int>(at) + 1;
        for (std::size_t at = 0; at < plan_.items.size(); ++at) add_item(at);
        std::vector<Step> steps;
        for (auto& [date, step] : by_date_) {
            step.date = date;
            step.provisional = plan_.more_sessions == Truth::yes && date > plan_.sessions.back();
            if (says_something(step)) steps.push_back(std::move(step));
        }
        return steps;
    }

private:
    static bool says_something(const Step& step) {
        return step.session > 0 || !step.begins.empty() || !step.allowed.empty() || !step.held.empty() ||
               !step.over.empty();
    }

    [[nodiscard]] const Rule& rule_of(const Item& item) const { return plan_.protocol->rules[item.rule]; }

    Step& step_on(Date date) { return by_date_[date]; }

    void add_item(std::size_t at) {
        const auto& item = plan_.items[at];
        if (rule_of(item).asked_only) return;
        for (std::size_t window = 0; window < item.windows.size(); ++window) {
            const auto& [kind, start, end, sessions, target] = item.windows[window];
            if (begins(item, item.windows[window])) step_on(start).begins.push_back({at, window, kind});
            if (restricts(kind) && end) add_end(at, *end + Days{1});
        }
    }

    [[nodiscard]] bool begins(const Item& item, const Window& window) const {
        if (window.kind == Kind::expect) return false;
        return window.kind != Kind::warn || has_new_sign(item, window.start);
    }

    /// A warning without signs is news by itself.
    [[nodiscard]] bool has_new_sign(const Item& item, Date day) const {
        const auto& signs = rule_of(item).signs;
        const auto is_new = [&](std::size_t sign) { return !is_warned_of(sign, day - Days{1}); };
        return signs.empty() || std::any_of(signs.begin(), signs.end(), is_new);
    }

    [[nodiscard]] bool is_warned_of(std::size_t sign, Date day) const {
        return std::any_of(plan_.items.begin(), plan_.items.end(), [&](const Item& item) {
            const auto& signs = rule_of(item).signs;
            if (std::find(signs.begin(), signs.end(), sign) == signs.end()) return false;
            return std::any_of(item.windows.begin(), item.windows.end(),
                               [&](const Window& window) { return window.kind == Kind::warn && window.covers(day); });
        });
    }

    void add_end(std::size_t at, Date day) {
        const auto& item = plan_.items[at];
        if (restricts_on(item, day)) return;
        const auto& activities = rule_of(item).activities;
        if (activities.empty()) {
            step_on(day).over.push_back(at);
            return;
        }
        std::vector<std::size_t> freed;
        std::optional<Kind> held;
        for (const auto activity : activities) {
            const auto holding = holdings_.on(activity, day);
            if (holding.free()) freed.push_back(activity);
            if (holding.still() && (!held || *holding.goes_on < *held)) held = holding.goes_on;
        }
        const bool whole = freed.size() == activities.size();
        if (!freed.empty()) step_on(day).allowed.push_back({at, std::move(freed), whole});
        if (held) step_on(day).held.push_back({at, *held});
    }

    static bool restricts_on(const Item& item, Date day) {
        return std::any_of(item.windows.begin(), item.windows.end(),
                           [&](const Window& window) { return restricts(window.kind) && window.covers(day); });
    }

    const Plan& plan_;
    Holdings holdings_;
    std::map<Date, Step> by_date_;
};

}  // namespace

std::vector<Step> steps(const Plan& plan) { return StepFinder(plan).find(); }

}  // namespace smpcare
