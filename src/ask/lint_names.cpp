#include "ask/lints.hpp"

#include <smpcare/diagnostics.hpp>
#include <smpcare/plan.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::ask {

namespace {

constexpr std::size_t widest_word = 4;

}  // namespace

void find_idle_activities(const Protocol& protocol, Diagnostics& found) {
    std::vector<bool> used(protocol.activities.size(), false);
    for (const Rule& rule : protocol.rules)
        for (const std::size_t activity : rule.activities) used[activity] = true;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const Activity& activity = protocol.activities[i];
        if (!used[i]) found.warning(Code::activity_unused, activity.span, {activity.id});
        if (activity.words.empty()) found.warning(Code::activity_unasked, activity.span, {activity.id});
    }
}

void find_wide_words(const Protocol& protocol, Diagnostics& found) {
    std::map<std::string_view, std::vector<const Activity*>> by_word;
    for (const Activity& activity : protocol.activities)
        for (const std::string& word : activity.words) by_word[word].push_back(&activity);
    for (const auto& [word, activities] : by_word)
        if (activities.size() > widest_word)
            found.warning(Code::wide_word, activities.back()->span,
                          {std::string(word), activities.size(), widest_word});
}

void find_unasked_signs(const Protocol& protocol, Diagnostics& found) {
    for (const Sign& sign : protocol.signs)
        if (sign.words.empty()) found.warning(Code::sign_unasked, sign.span, {sign.id});
}

void find_unasked_rules(const Protocol& protocol, Diagnostics& found) {
    for (const Rule& rule : protocol.rules) {
        const bool restricts = rule.kind == Kind::avoid || rule.kind == Kind::ask || rule.kind == Kind::limit;
        if (restricts && !never(rule) && rule.activities.empty())
            found.warning(Code::rule_unasked, rule.span, {rule.id});
    }
}

namespace {

class Uses {
public:
    explicit Uses(const Protocol& protocol)
        : sources(protocol.sources.size()),
          signs(protocol.signs.size()),
          facts(protocol.facts.size()),
          events(protocol.events.size()) {
        for (const Rule& rule : protocol.rules) add(rule);
    }

    std::vector<bool> sources, signs, facts, events;

private:
    void add(const Rule& rule) {
        for (const Citation& citation : rule.sources) sources[citation.source] = true;
        for (const auto sign : rule.signs) signs[sign] = true;
        for (const auto* const list : {&rule.when, &rule.unless, &rule.relevant_to})
            for (const auto fact : *list) facts[fact] = true;
        if (rule.until) events[*rule.until] = true;
    }
};

template <class Declared>
void find_unused_of(const std::vector<Declared>& all, const std::vector<bool>& used, Term what, Diagnostics& found) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!used[i]) found.warning(Code::name_unused, all[i].span, {all[i].id, what});
}

}  // namespace

void find_unused(const Protocol& protocol, Diagnostics& found) {
    Uses uses(protocol);
    // What answers read themselves needs no rule.
    if (const auto more = protocol.find_fact("more-sessions")) uses.facts[*more] = true;
    find_unused_of(protocol.sources, uses.sources, Term::source, found);
    find_unused_of(protocol.signs, uses.signs, Term::sign, found);
    find_unused_of(protocol.facts, uses.facts, Term::fact, found);
    find_unused_of(protocol.events, uses.events, Term::event, found);
}

}  // namespace smpcare::ask
