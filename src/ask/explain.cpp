#include <smpcare/ask.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace smpcare {

namespace {

/// The window whose days lie nearest to `day`, the later of two that are equally near.
const Window* nearest_window(const std::vector<Window>& windows, Date day) {
    const auto distance = [day](const Window& window) {
        if (window.covers(day)) return 0;
        return window.start > day ? day_number(day, window.start) : day_number(*window.end, day);
    };
    const Window* nearest = nullptr;
    for (const Window& window : windows)
        if (nearest == nullptr || distance(window) <= distance(*nearest)) nearest = &window;
    return nearest;
}

/// How a window of one rule came about, by trying what could have made its ends.
class Counting {
public:
    Counting(const Plan& plan, const Rule& rule, const Window& window) : plan_(plan), rule_(rule), window_(window) {}

    [[nodiscard]] std::optional<Count> start() const {
        const bool tail = window_.kind != rule_.kind;
        for (const int session : window_.after_sessions) {
            const int days = tail ? rule_.through.value_or(0) + 1 : rule_.from;
            if (moved(date_of(session), days) == window_.start) return Count{Count::How::days, session, days};
        }
        // A tail that begins where another session's own window ends.
        return counted_by_day(window_.start);
    }

    [[nodiscard]] std::optional<Count> end() const {
        if (!window_.end) return std::nullopt;
        std::optional<Count> latest;
        for (const int session : window_.after_sessions)
            if (const auto count = end_after(session)) latest = count;
        if (latest) return latest;
        const auto& sessions = plan_.sessions;
        const auto next = std::find(sessions.begin(), sessions.end(), *window_.end + Days{1});
        if (next != sessions.end())
            return Count{Count::How::new_session, static_cast<int>(next - sessions.begin()) + 1, 0};
        return counted_by_day(*window_.end);
    }

private:
    [[nodiscard]] Date date_of(int session) const { return plan_.sessions[static_cast<std::size_t>(session) - 1]; }

    [[nodiscard]] Count counted_by_day(Date day) const {
        const int session = window_.after_sessions.empty() ? 1 : window_.after_sessions.back();
        return {Count::How::days, session, day_number(date_of(session), day)};
    }

    [[nodiscard]] std::optional<Count> end_after(int session) const {
        const bool own = window_.kind == rule_.kind;
        if (own && rule_.through && moved(date_of(session), *rule_.through) == window_.end)
            return Count{Count::How::days, session, *rule_.through};
        if (!rule_.until) return std::nullopt;
        const auto seen = observation_of(plan_, *rule_.until, session);
        if (seen && *seen - Days{1} == *window_.end) return Count{Count::How::observed, session, 0};
        const int by = plan_.protocol->events[*rule_.until].by;
        if (!seen && moved(date_of(session), by) == window_.end) return Count{Count::How::event_limit, session, by};
        return std::nullopt;
    }

    const Plan& plan_;
    const Rule& rule_;
    const Window& window_;
};

std::vector<Condition> conditions_of(const Plan& plan, const Rule& rule) {
    std::vector<Condition> conditions;
    const std::pair<Field, const std::vector<std::size_t>*> fields[] = {
        {Field::when, &rule.when}, {Field::unless, &rule.unless}, {Field::relevant_to, &rule.relevant_to}};
    for (const auto& [field, facts] : fields)
        for (const std::size_t fact : *facts) conditions.push_back({field, fact, plan.facts[fact]});
    return conditions;
}

bool lists(const std::vector<std::size_t>& rules, std::size_t rule) {
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

void add_cuts(const Plan& plan, const Item& item, Explanation& result) {
    const auto on_day = [&](const Cut& cut) {
        return cut.start <= result.date && (!cut.end || result.date <= *cut.end);
    };
    const auto own = std::find_if(item.cuts.begin(), item.cuts.end(), on_day);
    if (own != item.cuts.end()) result.cut_by = own->by;
    for (const Item& other : plan.items)
        if (std::any_of(other.cuts.begin(), other.cuts.end(),
                        [&](const Cut& cut) { return on_day(cut) && lists(cut.by, item.rule); }))
            result.cuts.push_back(other.rule);
}

/// Where a day stands among the windows that do not cover it.
Standing standing_among(const std::vector<Window>& windows, Date day) {
    const auto later = [day](const Window& window) { return window.start > day; };
    if (std::all_of(windows.begin(), windows.end(), later)) return Standing::before;
    return std::any_of(windows.begin(), windows.end(), later) ? Standing::between : Standing::after;
}

void add_item(const Plan& plan, const Item& item, Explanation& result) {
    result.provisional = item.provisional;
    add_cuts(plan, item, result);
    if (const Window* const shown = nearest_window(item.windows, result.date)) {
        if (shown->covers(result.date)) result.kind = shown->kind;
        result.nearest = std::max(shown->start, std::min(result.date, shown->end.value_or(result.date)));
    }
    result.standing = result.kind              ? Standing::in_force
                      : !result.cut_by.empty() ? Standing::cut
                                               : standing_among(item.declared, result.date);
}

/// What keeps a rule out of the whole plan, if anything.
std::optional<Standing> absence(const Plan& plan, const Rule& rule) {
    if (rule.dropped) return Standing::dropped;
    if (rule.vanished) return Standing::vanished;
    if (!applies(rule, plan)) return Standing::hidden;
    return std::nullopt;
}

}  // namespace

std::string_view name(Standing standing) {
    constexpr std::array<std::string_view, 8> names{"in-force", "cut",    "before",   "between",
                                                    "after",    "hidden", "vanished", "dropped"};
    return names[static_cast<std::size_t>(standing)];
}

std::string_view name(Count::How how) {
    constexpr std::array<std::string_view, 4> names{"days", "event-limit", "observed", "new-session"};
    return names[static_cast<std::size_t>(how)];
}

Explanation explain(const Plan& plan, std::size_t rule_index, Date date) {
    const Rule& rule = plan.protocol->rules[rule_index];
    Explanation result;
    result.rule = rule_index;
    result.date = date;
    result.conditions = conditions_of(plan, rule);
    result.listed = relevant(rule, plan);

    const auto item = std::find_if(plan.items.begin(), plan.items.end(),
                                   [rule_index](const Item& one) { return one.rule == rule_index; });
    const auto absent = absence(plan, rule);
    std::vector<Window> declared;
    if (absent) {
        result.standing = *absent;
        if (absent == Standing::hidden) declared = declared_windows(plan, rule);
    } else if (item != plan.items.end()) {
        add_item(plan, *item, result);
        declared = item->declared;
    }
    const Window* const window = nearest_window(declared, date);
    if (window == nullptr) return result;
    result.window = *window;
    const Counting counting(plan, rule, *window);
    result.start = counting.start();
    result.end = counting.end();
    return result;
}

}  // namespace smpcare
