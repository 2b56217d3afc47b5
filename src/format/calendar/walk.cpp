#include "format/calendar/walk.hpp"

#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

/// Without an id the name and the first session stand for the client: a moved first session is then another plan.
std::string plan_id(const Plan& plan) {
    if (!plan.client_id.empty()) return uuid5({"id", plan.client_id});
    return uuid5({"name", plan.client_name, iso(plan.sessions.front())});
}

/// Of a list: `brief` would not tell it from a namesake that has other days.
bool is_one_of_kind(const RuleTexts& texts, const Item& item, const std::vector<const Item*>& item_of_rule) {
    return std::all_of(texts.namesakes.begin(), texts.namesakes.end(), [&](std::size_t rule) {
        const auto* const other = item_of_rule[rule];
        return other == nullptr || other->windows.empty() || say::same_days(item, *other);
    });
}

std::vector<const Name*> names_in_lists(const Prepared& prepared, const Plan& plan) {
    std::vector<const Item*> item_of_rule(prepared.rules.size());
    for (const auto& item : plan.items) item_of_rule[item.rule] = &item;
    std::vector<const Name*> names(prepared.rules.size());
    for (const auto& item : plan.items) {
        const auto& texts = prepared.rules[item.rule];
        names[item.rule] = is_one_of_kind(texts, item, item_of_rule) ? &texts.brief : &texts.full;
    }
    return names;
}

}  // namespace

UuidMaker identities_of(const Plan& plan, Events mode) { return UuidMaker({plan_id(plan), name(mode)}); }
UuidMaker shared_identities_of(const Plan& plan) { return UuidMaker({plan_id(plan), "visit"}); }

Walk::Walk(const Prepared& with, const Plan& of, For what) : Walk(with, of, what, with.style.calendar.events) {}

Walk::Walk(const Prepared& with, const Plan& of, For what, Events in)
    : prepared(with), plan(of), mode(in), holdings(of), names_(names_in_lists(with, of)) {
    for (const auto& item : plan.items)
        if (!rule_of(item).asked_only && !item.windows.empty()) listed_.push_back(&item);
    if (what != For::file) return;
    own_ = identities_of(of, in);
    shared_ = shared_identities_of(of);
}

std::string Walk::uid(std::initializer_list<std::string_view> parts) const {
    return own_ ? (*own_)(parts) : uuid_name(parts);
}

std::string Walk::shared_uid(std::initializer_list<std::string_view> parts) const {
    return shared_ ? (*shared_)(parts) : shared_mark + uuid_name(parts);
}

bool Walk::is_session(Date day) const { return std::binary_search(plan.sessions.begin(), plan.sessions.end(), day); }

int Walk::session_on(Date day) const {
    return static_cast<int>(std::upper_bound(plan.sessions.begin(), plan.sessions.end(), day) - plan.sessions.begin());
}

bool Walk::may_follow_session(Date day) const {
    const auto earliest = plan.sessions.back() + Days{plan.protocol->min_gap.value_or(1)};
    return plan.more_sessions == Truth::yes && day > earliest;
}

std::string Walk::date(Date day, Date near) const {
    const auto first = plan.sessions.front();
    return gap_text({day_number(first, day), day_number(first, near)}, prepared.gap_size);
}

void Walk::find_in_force(Date day, InForceLists& lists) const {
    for (auto& list : lists) list.clear();
    for (const auto* item : listed_) {
        const auto covering = std::find_if(item->windows.begin(), item->windows.end(),
                                           [&](const Window& window) { return window.covers(day); });
        if (covering != item->windows.end())
            lists[static_cast<std::size_t>(covering->kind)].push_back({item, &*covering});
    }
}

bool Walk::asks_to_act(const Item& item, const Window& window) const {
    const auto& rule = rule_of(item);
    if (rule.asked_only || window.kind == Kind::expect) return false;
    if (!restricts(window.kind)) return true;
    // What was held as strictly the day before is only let go of.
    const auto is_tightened = [&](std::size_t activity) {
        const auto before = holdings.on(activity, window.start - Days{1}).strictest();
        return !before || *before > window.kind;
    };
    return rule.activities.empty() || std::any_of(rule.activities.begin(), rule.activities.end(), is_tightened);
}

bool Walk::asks_to_act(const Step::Begin& begin) const {
    const auto& item = plan.items[begin.item];
    return asks_to_act(item, item.windows[begin.window]);
}

}  // namespace smpcare::calendar
