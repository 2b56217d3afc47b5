#include "plan/facts.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>

namespace smpcare::plan {
namespace {

bool any_is(const std::vector<std::size_t>& facts, const std::vector<Truth>& truths, Truth wanted) {
    return std::any_of(facts.begin(), facts.end(), [&](std::size_t fact) { return truths[fact] == wanted; });
}

std::string nearest_fact(const Protocol& protocol, std::string_view word) {
    std::vector<std::string_view> ids;
    for (const Fact& fact : protocol.facts) ids.push_back(fact.id);
    return nearest(word, ids);
}

}  // namespace

Facts settle_facts(const Protocol& protocol, const Case& client, Diagnostics& diagnostics) {
    Facts facts{std::vector(protocol.facts.size(), Truth::unknown), std::vector<bool>(protocol.facts.size(), false)};
    std::vector<bool> contradicted(protocol.facts.size(), false);
    for (const FactAnswer& answer : client.facts) {
        const auto fact = protocol.find_fact(answer.fact);
        if (!fact) {
            diagnostics.error(Code::unknown_fact, answer.span, {answer.fact}, nearest_fact(protocol, answer.fact));
        } else if (!facts.answered[*fact]) {
            facts.answered[*fact] = true;
            facts.truths[*fact] = answer.truth;
        } else if (facts.truths[*fact] != answer.truth && !contradicted[*fact]) {
            diagnostics.error(Code::contradicting_fact, answer.span, {answer.fact});
            contradicted[*fact] = true;
        }
    }
    for (std::size_t fact = 0; fact < contradicted.size(); ++fact)
        if (contradicted[fact]) facts.truths[fact] = Truth::unknown;
    return facts;
}

Truth settle_more_sessions(const Protocol& protocol, std::optional<int> planned, int known, Facts& facts) {
    const auto fact = protocol.find_fact(more_sessions_fact);
    if (!planned) return fact ? facts.truths[*fact] : Truth::unknown;
    const auto truth = *planned > known ? Truth::yes : Truth::no;
    if (fact) {
        facts.truths[*fact] = truth;
        facts.answered[*fact] = true;
    }
    return truth;
}

bool applies(const Rule& rule, const std::vector<Truth>& truths) {
    return !rule.vanished && !rule.dropped && !any_is(rule.when, truths, Truth::no) &&
           !any_is(rule.unless, truths, Truth::yes);
}

bool relevant(const Rule& rule, const std::vector<Truth>& truths) {
    return !any_is(rule.relevant_to, truths, Truth::no);
}

std::vector<std::size_t> unknown_conditions(const Rule& rule, const std::vector<Truth>& truths) {
    std::vector<std::size_t> unknown;
    for (const auto* facts : {&rule.when, &rule.unless})
        for (const std::size_t fact : *facts)
            if (truths[fact] == Truth::unknown && std::find(unknown.begin(), unknown.end(), fact) == unknown.end())
                unknown.push_back(fact);
    return unknown;
}

}  // namespace smpcare::plan
