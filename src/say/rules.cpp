#include "say/rules.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

/// Sources count once, however many of their sections are cited.
std::size_t sources_of(const Rule& rule) {
    std::vector<std::size_t> sources;
    for (const auto& citation : rule.sources)
        if (std::find(sources.begin(), sources.end(), citation.source) == sources.end())
            sources.push_back(citation.source);
    return sources.size();
}

std::string decided_by(const ValueChange& change, const words::Words& words) {
    const auto& texts = words.explain;
    const auto author = one_line(change.author);
    const auto day = change.decided ? day_month_year(*change.decided, words) : std::string();
    if (!author.empty() && !day.empty()) return words::fill(texts.decided_by_on, author, day);
    if (!author.empty()) return words::fill(texts.decided_by, author);
    return day.empty() ? std::string() : words::fill(texts.decided_on, day);
}

}  // namespace

std::string rule_days(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    const auto& texts = words.rule;
    const int from = protocol.told_day(rule.from);
    if (rule.vanished) return std::string(texts.never);
    if (!rule.through) return words::fill(texts.days_open, from);
    if (*rule.through == rule.from) return words::fill(texts.one_day, from);
    return words::fill(texts.days, from, protocol.told_day(*rule.through));
}

std::string evidence_phrase(const Rule& rule, const words::Words& words) {
    const auto& texts = words.rule;
    const auto sources = sources_of(rule);
    const auto published = rule.evidence == Evidence::custom || sources == 0 ? std::string(texts.no_published_number)
                           : sources == 1                                    ? std::string(texts.one_source)
                                                                             : words::fill(texts.many_sources, sources);
    return words::fill(texts.evidence_told, texts.evidences[static_cast<std::size_t>(rule.evidence)], published);
}

std::string citation_line(const Protocol& protocol, const Citation& citation, const words::Words& words) {
    const auto& source = protocol.sources[citation.source];
    const auto& pattern = citation.section.empty() ? words.rule.citation_bare : words.rule.citation;
    return words::fill(pattern, one_line(source.id), one_line(source.title), one_line(citation.section));
}

std::vector<ChangeStory> change_stories(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    const auto& texts = words.explain;
    std::vector<ChangeStory> stories;
    for (const auto& change : rule.changes) {
        const auto shown = [&](const std::string& text) {
            if (text.empty()) return std::string(texts.nothing);
            return told_value(protocol, change.field, text, words);
        };
        const auto told = [&](const auto& text) {
            return words::fill(text, name(change.field), shown(change.from), shown(change.to),
                               one_line(place_of(protocol, change.by, words)), one_line(change.reason));
        };
        stories.push_back(
            {change.reason.empty() ? told(texts.change) : told(texts.change_with_reason), decided_by(change, words)});
    }
    return stories;
}

}  // namespace smpcare::say
