#include "protocol/resolve/link.hpp"

#include "base/typed.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>

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

class Linker {
public:
    Linker(Draft& draft, const Directory& rules, Diagnostics& found)
        : draft_(draft),
          rules_(rules),
          sources_(directory(Code::unknown_source, draft.sources, found)),
          activities_(directory(Code::unknown_activity, draft.activities, found)),
          facts_(directory(Code::unknown_fact, draft.facts, found)),
          events_(directory(Code::unknown_event, draft.events, found)),
          found_(found) {}

    Protocol protocol() {
        Protocol made;
        head(made);
        auto& clinic = draft_.clinic;
        made.clinic = {taken(clinic.name),    taken(clinic.phone), taken(clinic.email),
                       taken(clinic.address), taken(clinic.url),   taken(clinic.emergency)};
        for (auto& source : draft_.sources)
            made.sources.push_back({source.id, titled(source.title, source.id), taken(source.url), source.span});
        for (auto& activity : draft_.activities)
            made.activities.push_back(
                {activity.id, titled(activity.title, activity.id), words(activity.words), activity.span});
        for (auto& fact : draft_.facts) made.facts.push_back({fact.id, titled(fact.title, fact.id), fact.span});
        for (auto& event : draft_.events)
            made.events.push_back(
                {event.id, titled(event.title, event.id), event.from.or_else(0), event.by.or_else(0), event.span});
        made.rules.reserve(draft_.rules.size());
        for (auto& draft : draft_.rules) made.rules.push_back(rule(draft));
        for (auto& draft : draft_.tests) made.tests.push_back(test(draft));
        return made;
    }

private:
    void head(Protocol& made) {
        auto& head = draft_.head;
        made.id = taken(head.id);
        made.title = taken(head.title);
        made.version = taken(head.version);
        made.language = taken(head.language);
        made.extends = head.extends.or_else({});
        made.reviewed = head.reviewed.value;
        made.series_gap = head.series_gap.or_else(made.series_gap);
        made.min_gap = head.min_gap.value;
        made.day_one = head.day_one.or_else(false);
    }

    static std::vector<std::string> words(Given<Mentions>& mentions) {
        std::vector<std::string> made;
        for (auto& mention : mentions.or_else({})) made.push_back(ascii_lower(std::move(mention.text)));
        return made;
    }

    Rule rule(RuleDraft& draft) {
        Rule made;
        made.id = draft.id.or_else({});
        made.kind = draft.kind.or_else(made.kind);
        made.activities = activities_.find(draft.activities);
        made.title = taken(draft.title);
        made.detail = taken(draft.detail);
        made.floor = draft.floor.value;
        made.when = facts_.find(draft.when);
        made.unless = facts_.find(draft.unless);
        made.relevant_to = facts_.find(draft.relevant_to);
        made.count_from = draft.count_from.or_else(made.count_from);
        if (draft.until.value) made.until = events_.find(*draft.until.value, draft.until.span);
        made.times_per_day = draft.times_per_day.value;
        made.every = draft.every.value;
        made.target = draft.target.value;
        made.help = draft.help.value;
        made.sources = citations(draft.sources);
        made.evidence = draft.evidence.or_else(made.evidence);
        made.span = draft.span;
        made.origins = draft.origins;
        made.changes = draft.overridden.changes;
        made.dropped = draft.overridden.dropped;
        return made;
    }

    /// `guide:4` is section 4 of the source `guide`.
    std::vector<Citation> citations(const Given<Mentions>& mentions) {
        std::vector<Citation> made;
        if (!mentions.value) return made;
        for (const auto& [text, span] : *mentions.value) {
            const auto colon = text.find(':');
            if (colon + 1 == text.size())
                found_.error(Code::bad_value, span, {text, "sources", Term::citation});
            else if (const auto source = sources_.find(std::string_view{text}.substr(0, colon), span))
                made.push_back({*source, colon == std::string::npos ? std::string{} : text.substr(colon + 1)});
        }
        return made;
    }

    RuleTest test(TestDraft& draft) {
        RuleTest made;
        made.name = taken(draft.name);
        for (const auto& session : draft.sessions.or_else({})) made.sessions.push_back(session.first);
        made.on = draft.on.value;
        made.in_force = rules_.find(draft.in_force);
        made.not_in_force = rules_.find(draft.not_in_force);
        for (const auto& [fact, truth] : draft.facts)
            if (const auto known = facts_.find(fact.text, fact.span)) made.facts.push_back({*known, truth});
        for (const auto& seen : draft.observed)
            if (const auto known = events_.find(seen.what.text, seen.what.span))
                made.observed.push_back({*known, seen.date});
        made.planned = draft.planned.value;
        made.span = draft.span;
        return made;
    }

    Draft& draft_;
    const Directory& rules_;
    Directory sources_, activities_, facts_, events_;
    Diagnostics& found_;
};

}  // namespace

void Directory::close() {
    std::stable_sort(ids_.begin(), ids_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<std::size_t> Directory::find(std::string_view id, const Span& span) const {
    const auto at = std::lower_bound(ids_.begin(), ids_.end(), id, [](const auto& a, auto b) { return a.first < b; });
    if (at != ids_.end() && at->first == id) return at->second;
    if (nameless_) return std::nullopt;
    std::string meant;
    if (comparisons_left_ > 0) {
        comparisons_left_ -= std::min(comparisons_left_, ids_.size());
        std::vector<std::string_view> known(ids_.size());
        std::transform(ids_.begin(), ids_.end(), known.begin(), [](const auto& entry) { return entry.first; });
        meant = nearest(id, known);
    }
    found_->error(unknown_, span, {std::string{id}}, std::move(meant));
    return std::nullopt;
}

std::vector<std::size_t> Directory::find(const Given<Mentions>& mentions) const {
    std::vector<std::size_t> made;
    if (!mentions.value) return made;
    made.reserve(mentions.value->size());
    for (const auto& mention : *mentions.value)
        if (const auto known = find(mention.text, mention.span)) made.push_back(*known);
    return made;
}

Directory rule_directory(const Draft& draft, Diagnostics& found) {
    Directory made{Code::unknown_rule, found};
    for (const auto& rule : draft.rules)
        if (rule.id.value)
            made.add(*rule.id.value);
        else
            made.add_nameless();
    made.close();
    return made;
}

Protocol link(Draft& draft, const Directory& rules, Diagnostics& found) {
    return Linker{draft, rules, found}.protocol();
}

}  // namespace smpcare::protocol
