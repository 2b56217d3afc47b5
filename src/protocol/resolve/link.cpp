#include "protocol/resolve/link.hpp"

#include "base/safe_text.hpp"
#include "base/typed.hpp"
#include "protocol/read/rule_fields.hpp"

#include <map>
#include <utility>

namespace smpcare::protocol {
namespace {

std::string taken(Given<std::string>& text) { return text.value ? std::move(*text.value) : std::string{}; }

/// A title that was not written is the id.
std::string titled(Given<std::string>& title, const std::string& id) {
    if (!title.value) return id;
    return std::move(*title.value);
}

template <class D>
Directory directory(Code unknown, const std::vector<D>& drafts, Diagnostics& found) {
    Directory made{unknown, found};
    for (const auto& draft : drafts) made.add(draft.id);
    made.close();
    return made;
}

std::vector<std::string> texts(Given<Mentions>& mentions) {
    std::vector<std::string> made;
    if (!mentions.value) return made;
    made.reserve(mentions.value->size());
    for (auto& mention : *mentions.value) made.push_back(std::move(mention.text));
    return made;
}

std::vector<std::string> words(Given<Mentions>& mentions) {
    auto made = texts(mentions);
    for (auto& word : made) word = ascii_lower(word);
    return made;
}

void take_head(HeadDraft& head, Protocol& made) {
    made.id = taken(head.id);
    made.title = taken(head.title);
    made.version = taken(head.version);
    made.language = taken(head.language);
    made.summary = taken(head.summary);
    made.reviewed_by = taken(head.reviewed_by);
    made.extends = head.extends.or_else({});
    made.reviewed = head.reviewed.value;
    made.series_gap = head.series_gap.or_else(made.series_gap);
    made.min_gap = head.min_gap.value;
    made.day_one = head.day_one.or_else(false);
}

void take_definitions(Draft& draft, Protocol& made) {
    auto& clinic = draft.clinic;
    made.clinic = {taken(clinic.name),  taken(clinic.email),     taken(clinic.address), taken(clinic.url),
                   texts(clinic.phone), texts(clinic.emergency), taken(clinic.logo)};
    for (auto& source : draft.sources)
        made.sources.push_back({source.id, titled(source.title, source.id), taken(source.url), source.span});
    for (auto& activity : draft.activities)
        made.activities.push_back({activity.id, titled(activity.title, activity.id), words(activity.words),
                                   activity.span, words(activity.not_words), taken(activity.headline)});
    for (auto& sign : draft.signs)
        made.signs.push_back({sign.id, titled(sign.title, sign.id), words(sign.words), sign.span});
    for (auto& fact : draft.facts) made.facts.push_back({fact.id, titled(fact.title, fact.id), fact.span});
    for (auto& event : draft.events)
        made.events.push_back(
            {event.id, titled(event.title, event.id), event.from.or_else(0), event.by.or_else(0), event.span});
}

Rule rule(RuleDraft& draft, const Directories& known) {
    Rule made;
    for (const auto& field : rule_fields())
        if (field.store) field.store(draft, made, known);
    made.span = draft.span;
    made.origins = std::move(draft.origins);
    made.changes = std::move(draft.overridden.changes);
    made.dropped = draft.overridden.dropped;
    return made;
}

/// Marks the rules whose names stand for them alone, as lists print names.
void part_names(std::vector<Rule>& rules) {
    std::map<std::pair<Kind, std::string>, int> uses;
    const auto name = [](const Rule& rule) {
        return std::pair{rule.kind, one_line(rule.short_title.empty() ? rule.title : rule.short_title)};
    };
    for (const auto& rule : rules) ++uses[name(rule)];
    for (auto& rule : rules) rule.shares_name = uses[name(rule)] > 1;
}

RuleTest test(TestDraft& draft, const Directories& known) {
    RuleTest made;
    made.name = taken(draft.name);
    for (const auto& session : draft.sessions.or_else({})) made.sessions.push_back(session.first);
    made.on = draft.on.value;
    made.in_force = known.rules.find(draft.in_force);
    made.not_in_force = known.rules.find(draft.not_in_force);
    for (const auto& [fact, truth] : draft.facts)
        if (const auto number = known.facts.find(fact.text, fact.span)) made.facts.push_back({*number, truth});
    for (const auto& seen : draft.observed)
        if (const auto number = known.events.find(seen.what.text, seen.what.span))
            made.observed.push_back({*number, seen.date});
    made.planned = draft.planned.value;
    made.span = draft.span;
    return made;
}

}  // namespace

Directories directories_of(const Draft& draft, Diagnostics& found) {
    return {rule_directory(draft, found),
            directory(Code::unknown_source, draft.sources, found),
            directory(Code::unknown_activity, draft.activities, found),
            directory(Code::unknown_sign, draft.signs, found),
            directory(Code::unknown_fact, draft.facts, found),
            directory(Code::unknown_event, draft.events, found)};
}

Protocol link(Draft& draft, const Directories& known) {
    Protocol made;
    take_head(draft.head, made);
    take_definitions(draft, made);
    made.rules.reserve(draft.rules.size());
    for (auto& given : draft.rules) made.rules.push_back(rule(given, known));
    part_names(made.rules);
    for (auto& given : draft.tests) made.tests.push_back(test(given, known));
    return made;
}

}  // namespace smpcare::protocol
