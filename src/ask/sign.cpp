#include "ask/answer_parts.hpp"

#include <algorithm>

namespace smpcare::ask {

namespace {

bool names(const Rule& rule, std::size_t sign) {
    return std::find(rule.signs.begin(), rule.signs.end(), sign) != rule.signs.end();
}

/// The rules of one kind that name a sign, also those that the plan leaves out, without days.
std::vector<RuleDays> rules_about(const Plan& plan, std::size_t sign, Kind kind, Date day) {
    std::vector<RuleDays> found;
    const auto wanted =
        kind == Kind::warn ? [](Kind one) { return one == Kind::warn; } : [](Kind one) { return one == Kind::expect; };
    const auto& rules = plan.protocol->rules;
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule].kind != kind || !names(rules[rule], sign)) continue;
        std::optional<RuleDays> told;
        for (const Item& item : plan.items)
            if (item.rule == rule) told = days_told(item, day, wanted);
        if (told || kind == Kind::warn) found.push_back(told.value_or(RuleDays{rule, kind, {}, {}, {}}));
    }
    return found;
}

/// Whether a rule for certain expects the sign on every asked day.
bool is_expected(const Plan& plan, std::size_t sign, const Stretch& asked) {
    std::vector<Stretch> days;
    for (const Item& item : plan.items)
        if (names(plan.protocol->rules[item.rule], sign) && item.unknown.empty())
            for (const Window& window : item.windows)
                if (window.kind == Kind::expect) days.push_back(days_of(window));
    return without({asked}, merged(std::move(days), Joining::touching)).empty();
}

/// Whether some asked day is one of the rule's.
bool holds_on_some(const Plan& plan, std::size_t rule, const Stretch& asked) {
    return std::any_of(plan.items.begin(), plan.items.end(), [&](const Item& item) {
        return item.rule == rule && std::any_of(item.windows.begin(), item.windows.end(), [&](const Window& window) {
                   return window.kind == Kind::warn && overlap(days_of(window), asked);
               });
    });
}

}  // namespace

std::optional<RuleDays> days_told(const Item& item, Date day, bool (*wanted)(Kind)) {
    const Window* told = nullptr;
    for (const Window& window : item.windows) {
        if (!wanted(window.kind)) continue;
        told = &window;
        if (!window.end || *window.end >= day) break;
    }
    if (told == nullptr) return std::nullopt;
    return RuleDays{item.rule, told->kind, told->start, told->end, item.unknown};
}

SignAnswer answer_sign(const Plan& plan, std::size_t sign, const Stretch& asked) {
    SignAnswer result{sign,
                      Verdict::ask,
                      {},
                      rules_about(plan, sign, Kind::expect, asked.start),
                      rules_about(plan, sign, Kind::warn, asked.start)};
    for (const RuleDays& warning : result.call) {
        const Help help = help_of(plan.protocol->rules[warning.rule]);
        if (help == Help::practitioner && !holds_on_some(plan, warning.rule, asked)) continue;
        result.verdict = Verdict::call;
        result.help = std::max(help, result.help.value_or(Help::practitioner));
    }
    if (result.verdict != Verdict::call && is_expected(plan, sign, asked)) result.verdict = Verdict::normal;
    return result;
}

}  // namespace smpcare::ask
