#include "format/handout/parts/messages.hpp"

#include "base/safe_text.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr std::size_t most = 2;

/// Headlines of the rules in force on a day, the one that lasts longest first.
std::vector<const Item*> leading_items(const say::Speaker& speaker, Date day) {
    std::vector<const Item*> items;
    const auto end_of = [&](const Item* item) {
        for (const auto& window : item->windows)
            if (window.covers(day)) return window.end.value_or(Date::max());
        return Date::min();
    };
    for (const auto& item : speaker.plan.items)
        if (!speaker.rule(item.rule).headline.empty() && end_of(&item) != Date::min()) items.push_back(&item);
    std::stable_sort(items.begin(), items.end(), [&](const auto* a, const auto* b) { return end_of(a) > end_of(b); });
    return items;
}

/// In file order.
std::vector<std::string> headlines(const say::Speaker& speaker, std::vector<const Item*> items) {
    std::sort(items.begin(), items.end());
    std::vector<std::string> lines;
    for (const auto* item : items) lines.push_back(one_line(speaker.rule(item->rule).headline));
    return lines;
}

}  // namespace

std::vector<std::string> page_messages(const say::Speaker& speaker, std::optional<Date> today) {
    const auto first = speaker.plan.sessions.front();
    auto items = leading_items(speaker, today ? std::max(*today, first) : first);
    if (items.size() > most) items.resize(most);
    return headlines(speaker, std::move(items));
}

std::vector<std::string> first_messages(const say::Speaker& speaker) {
    auto items = leading_items(speaker, speaker.plan.sessions.front());
    items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(std::min(most, items.size())));
    return headlines(speaker, std::move(items));
}

}  // namespace smpcare::format
