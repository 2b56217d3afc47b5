#include <smpcare/ask.hpp>

#include <algorithm>
#include <utility>

namespace smpcare {

namespace {

/// Whether lists of a day have the rule; one that is `asked_only` waits until somebody asks.
bool is_listed(const Plan& plan, const Item& item) { return !plan.protocol->rules[item.rule].asked_only; }

/// Windows whose first or last day is `date`, in file order.
Changes changes_on(const Plan& plan, Date date) {
    Changes changes{date, {}, {}};
    for (const Item& item : plan.items) {
        if (!is_listed(plan, item)) continue;
        for (const Window& window : item.windows) {
            if (window.start == date) changes.starts.push_back({item.rule, window.kind});
            if (window.end == date) changes.ends.push_back({item.rule, window.kind});
        }
    }
    return changes;
}

std::optional<Date> next_change(const Plan& plan, Date date) {
    std::optional<Date> next;
    const auto consider = [&](Date day) {
        if (day > date && (!next || day < *next)) next = day;
    };
    for (const Item& item : plan.items) {
        if (!is_listed(plan, item)) continue;
        for (const Window& window : item.windows) {
            consider(window.start);
            if (window.end) consider(*window.end);
        }
    }
    return next;
}

std::vector<InForce> in_force_on(const Plan& plan, Date date) {
    std::vector<InForce> found;
    for (const Item& item : plan.items) {
        const auto window = std::find_if(item.windows.begin(), item.windows.end(),
                                         [&](const Window& candidate) { return candidate.covers(date); });
        if (window == item.windows.end() || !is_listed(plan, item)) continue;
        found.push_back({item.rule, window->kind, activities_on(plan, item, date), window->end, item.unknown,
                         item.provisional, window->after_sessions});
    }
    std::stable_sort(found.begin(), found.end(), [](const InForce& a, const InForce& b) { return a.kind < b.kind; });
    return found;
}

}  // namespace

DayView day_view(const Plan& plan, Date date) {
    DayView view;
    view.date = date;
    const auto later = std::upper_bound(plan.sessions.begin(), plan.sessions.end(), date);
    view.session = static_cast<int>(later - plan.sessions.begin());
    view.day = day_number(view.session == 0 ? plan.sessions.front() : *(later - 1), date);
    view.in_force = in_force_on(plan, date);
    auto changes = changes_on(plan, date);
    view.starts = std::move(changes.starts);
    view.ends = std::move(changes.ends);
    if (const auto next = next_change(plan, date)) view.next = changes_on(plan, *next);
    return view;
}

}  // namespace smpcare
