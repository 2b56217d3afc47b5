#include "cli/client_plan.hpp"
#include "cli/command.hpp"
#include "cli/question.hpp"

#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

bool is_rule(const Protocol& protocol, std::string_view id) {
    return std::any_of(protocol.rules.begin(), protocol.rules.end(), [&](const Rule& rule) { return rule.id == id; });
}

bool is_about(const Rule& rule, const Meaning& meaning) {
    const auto names = [](const std::vector<std::size_t>& named, const std::vector<std::size_t>& meant) {
        return std::any_of(named.begin(), named.end(),
                           [&](std::size_t one) { return std::find(meant.begin(), meant.end(), one) != meant.end(); });
    };
    return names(rule.activities, meaning.activities) || names(rule.signs, meaning.signs);
}

/// The rule that decides what `can` says: of those in force on the day the strictest, else the first about it.
std::optional<std::size_t> rule_about(const Plan& plan, const Meaning& meaning, Date date) {
    std::optional<std::size_t> first, strictest;
    Kind kind{};
    for (std::size_t rule = 0; rule < plan.protocol->rules.size(); ++rule) {
        if (!is_about(plan.protocol->rules[rule], meaning)) continue;
        if (!first) first = rule;
        const auto told = explain(plan, rule, date);
        if (!told.kind || (strictest && *told.kind >= kind)) continue;
        strictest = rule;
        kind = *told.kind;
    }
    return strictest ? strictest : first;
}

/// What a person's words mean, and the day; a rule's id is no phrase.
struct Asked {
    std::optional<std::size_t> rule;
    Meaning meaning;
    std::optional<Date> date;
};

Asked read_asked(Invocation& call, const Protocol& protocol, std::optional<Date> session) {
    const auto& id = call.words.front();
    if (is_rule(protocol, id)) return {find_rule(call, protocol, id), {}, date_of_words(call, 1, session)};
    const auto days = take_days(call, phrase_of(call), session);
    Asked asked{std::nullopt, read_phrase(protocol, days.rest), call.today()};
    if (days.days) asked.date = days.days->first;
    if (asked.meaning.activities.empty() && asked.meaning.signs.empty()) find_rule(call, protocol, days.rest);
    return asked;
}

}  // namespace

ExitStatus run_explain(Invocation& call) {
    ClientPlan client{call};
    const auto* const protocol = client.read_rules(Extent::whole);
    if (protocol == nullptr) return fail(call);
    const auto asked = read_asked(call, *protocol, counted_session(call, client.client()));
    const auto* const plan = client.make(Scope::all);
    if (plan == nullptr) return fail(call);
    const auto rule = asked.rule ? asked.rule : rule_about(*plan, asked.meaning, *asked.date);
    if (!rule) {
        find_rule(call, *protocol, phrase_of(call));
        return fail(call);
    }
    return write_output(call, client.format().explanation(*plan, explain(*plan, *rule, *asked.date), client.style()),
                        ExitStatus::done);
}

}  // namespace smpcare::cli
