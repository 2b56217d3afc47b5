#include "format/text/rule_parts.hpp"

#include "base/safe_text.hpp"
#include "say/rules.hpp"

namespace smpcare::format {

std::string boundary_phrase(const Protocol& protocol, const Boundary& declared, std::optional<int> day,
                            const words::Words& words) {
    const auto& texts = words.rule;
    const auto resolved = day ? words::fill(texts.day, protocol.told_day(*day)) : std::string(texts.open);
    if (declared.base == Boundary::Base::day || declared.base == Boundary::Base::open) return resolved;
    auto phrase = words::fill(declared.base == Boundary::Base::after ? texts.after : texts.before, declared.rule);
    if (declared.days == 1) phrase = words::fill(texts.plus_one, phrase);
    if (declared.days > 1) phrase = words::fill(texts.plus, phrase, declared.days);
    return words::fill(texts.resolved, resolved, phrase);
}

std::string value_phrase(const Protocol& protocol, const Rule& rule, Field field, const words::Words& words) {
    const auto day = [&](std::optional<int> number) {
        return number ? words::fill(words.rule.day, protocol.told_day(*number)) : std::string();
    };
    switch (field) {
        case Field::from:
            return boundary_phrase(protocol, rule.declared_from, rule.from, words);
        case Field::through:
            return boundary_phrase(protocol, rule.declared_through, rule.through, words);
        case Field::floor:
            return day(rule.floor);
        case Field::target:
            return day(rule.target);
        case Field::activities:
            return ids(protocol.activities, rule.activities);
        case Field::when:
            return ids(protocol.facts, rule.when);
        case Field::unless:
            return ids(protocol.facts, rule.unless);
        case Field::relevant_to:
            return ids(protocol.facts, rule.relevant_to);
        case Field::count_from:
            return std::string(words.rule.counts[static_cast<std::size_t>(rule.count_from)]);
        case Field::until:
            return rule.until ? protocol.events[*rule.until].id : std::string();
        default:
            return {};
    }
}

void add_field(Page& page, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    page.paragraph(words::fill(page.words().common.labelled, label, text), 0, 2);
}

void add_sources(Page& page, const Protocol& protocol, const Rule& rule) {
    if (rule.sources.empty()) return;
    const auto& texts = page.words().rule;
    page.heading(texts.sources);
    for (const auto& cited : rule.sources) {
        page.bullet(say::citation_line(protocol, cited, page.words()));
        page.paragraph(one_line(protocol.sources[cited.source].url), 2, 4);
    }
}

void add_changes(Page& page, const Protocol& protocol, const Rule& rule) {
    if (rule.changes.empty()) return;
    page.heading(page.words().explain.changes);
    for (const auto& story : say::change_stories(protocol, rule, page.words())) {
        page.bullet(story.what);
        page.paragraph(story.decided, 2, 4);
    }
}

}  // namespace smpcare::format
