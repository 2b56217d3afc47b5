#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare {

namespace {

bool is_shown_from(const Item& item, Kind kind, Date day) {
    return std::any_of(item.windows.begin(), item.windows.end(),
                       [&](const Window& window) { return window.kind == kind && window.start == day; });
}

void hold(std::optional<Kind>& strictest, Kind kind) {
    if (!strictest || kind < *strictest) strictest = kind;
}

}  // namespace

Holdings::Holdings(const Plan& plan) : protocol_(plan.protocol) {
    for (const auto& item : plan.items) {
        if (item.declared.empty()) continue;
        const auto& rule = protocol_->rules[item.rule];
        // Its tail may restrict, whatever its own kind.
        for (const auto activity : rule.activities) namings_.push_back({activity, &item});
    }
    std::stable_sort(namings_.begin(), namings_.end(),
                     [](const Naming& a, const Naming& b) { return a.activity < b.activity; });
}

Holding Holdings::on(std::size_t activity, Date day) const {
    Holding holding;
    const auto before = [](const Naming& naming, std::size_t one) { return naming.activity < one; };
    auto naming = std::lower_bound(namings_.begin(), namings_.end(), activity, before);
    for (; naming != namings_.end() && naming->activity == activity; ++naming) {
        const auto& item = *naming->item;
        const bool told = !protocol_->rules[item.rule].asked_only;
        for (const auto& window : item.declared)
            if (restricts(window.kind) && window.covers(day))
                hold(told && is_shown_from(item, window.kind, day) ? holding.begins : holding.goes_on, window.kind);
    }
    return holding;
}

}  // namespace smpcare
