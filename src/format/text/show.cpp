#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/text/page.hpp"
#include "format/text/parts.hpp"
#include "format/text/rule_parts.hpp"
#include "say/changes.hpp"
#include "say/phrases.hpp"
#include "say/rules.hpp"

#include <smpcare/format.hpp>

#include <algorithm>

namespace smpcare::format {

namespace {

using Cells = std::vector<std::string>;

/// Columns as wide as their widest cell, the last one left to wrap.
void add_table(Page& page, const std::vector<Cells>& rows) {
    std::vector<int> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    for (const auto& row : rows) {
        std::string start;
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            start += row[i];
            start.append(static_cast<std::size_t>(widths[i] - display_width(row[i]) + 2), ' ');
        }
        page.row(start, row.back());
    }
}

void add_number(Page& page, std::string_view label, std::optional<int> number) {
    if (number) add_field(page, label, std::to_string(*number));
}

void add_origins(Page& page, const Rule& rule) {
    const auto& words = page.words();
    page.heading(words.rule.written_at);
    if (rule.origins.empty()) page.paragraph(say::place(rule.span, words), 2, 4);
    for (const auto& origin : rule.origins)
        page.paragraph(words::fill(words.common.labelled, name(origin.field), say::place(origin.span, words)), 2, 4);
}

void add_window(Page& page, const Protocol& protocol, const Rule& rule) {
    const auto& words = page.words();
    const auto& texts = words.rule;
    add_field(page, texts.window, say::rule_days(protocol, rule, words));
    add_field(page, texts.from, boundary_phrase(protocol, rule.declared_from, rule.from, words));
    add_field(page, texts.through, boundary_phrase(protocol, rule.declared_through, rule.through, words));
    for (const auto& [label, field] : {std::pair{texts.floor, Field::floor}, std::pair{texts.target, Field::target}})
        add_field(page, label, value_phrase(protocol, rule, field, words));
    add_field(page, texts.count_from, texts.counts[static_cast<std::size_t>(rule.count_from)]);
}

void add_conditions(Page& page, const Protocol& protocol, const Rule& rule) {
    const auto& texts = page.words().rule;
    add_field(page, texts.activities, ids(protocol.activities, rule.activities));
    add_field(page, texts.when, ids(protocol.facts, rule.when));
    add_field(page, texts.unless, ids(protocol.facts, rule.unless));
    add_field(page, texts.relevant_to, ids(protocol.facts, rule.relevant_to));
    if (rule.until) {
        const auto& event = protocol.events[*rule.until];
        add_field(page, texts.until, words::fill(texts.head, event.id, one_line(event.title)));
    }
}

void add_head(Page& page, const Protocol& protocol) {
    const auto& texts = page.words().rule;
    page.title(words::fill(texts.head, one_line(protocol.id), one_line(protocol.title)));
    page.paragraph(words::fill(texts.version, one_line(protocol.version)));
    page.paragraph(words::fill(texts.language, one_line(protocol.language)));
    if (protocol.reviewed) page.paragraph(words::fill(texts.reviewed, iso(*protocol.reviewed)));
    page.paragraph(words::fill(texts.fingerprint, protocol.fingerprint), 0, 2);
    page.paragraph(words::fill(texts.series_gap, protocol.series_gap));
    if (protocol.min_gap) page.paragraph(words::fill(texts.min_gap, *protocol.min_gap));
    page.paragraph(say::day_line(protocol, page.words()));
}

void add_section(Page& page, std::string_view heading, const std::vector<Cells>& rows) {
    if (rows.empty()) return;
    page.heading(heading);
    add_table(page, rows);
}

void add_floor_lines(Page& page, const Protocol& protocol) {
    if (say::floor_lines(protocol, page.words()).empty()) return;
    page.blank();
    add_floors(page, protocol);
}

/// The title, and each value that is not that of the rules that these are built on, with its place.
std::string marked_title(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    const auto title = one_line(rule.title);
    if (rule.changes.empty()) return title;
    const auto place = [&](const ValueChange& change) {
        return words::fill(words.common.noted, name(change.field), one_line(say::place_of(protocol, change.by, words)));
    };
    const auto changed = words::fill(words.common.labelled, words.rule.changed, joined(rule.changes, ", ", place));
    return title + std::string(words.common.separator) + changed;
}

std::string words_of(const Activity& activity, const words::Words& words) {
    const auto all = joined(activity.words, ", ", one_line);
    const auto title = one_line(activity.title);
    return all.empty() ? title : title + " (" + words::fill(words.rule.words, all) + ")";
}

}  // namespace

}  // namespace smpcare::format

namespace smpcare {

using namespace format;

std::string list_built_ins(std::span<const Protocol> protocols, const Style& style) {
    Page page(style);
    const auto& texts = page.words().rule;
    std::vector<Cells> rows{{std::string(texts.list_id), std::string(texts.list_version), std::string(texts.list_rules),
                             std::string(texts.list_extends), std::string(texts.list_title)}};
    for (const auto& protocol : protocols) {
        rows.push_back({protocol.id, one_line(protocol.version), std::to_string(protocol.rules.size()),
                        protocol.extends.empty() ? "-" : one_line(protocol.extends), one_line(protocol.title)});
    }
    add_table(page, rows);
    return page.take();
}

std::string show_protocol(const Protocol& protocol, const Style& style) {
    Page page(style);
    const auto& words = page.words();
    std::vector<Cells> rules, activities, facts, events, sources;
    for (const auto& rule : protocol.rules)
        rules.push_back({rule.id, std::string(name(rule.kind)), say::rule_days(protocol, rule, words),
                         marked_title(protocol, rule, words)});
    for (const auto& activity : protocol.activities) activities.push_back({activity.id, words_of(activity, words)});
    for (const auto& fact : protocol.facts) facts.push_back({fact.id, one_line(fact.title)});
    for (const auto& event : protocol.events)
        events.push_back({event.id, words::fill(words.rule.event, one_line(event.title), protocol.told_day(event.from),
                                                protocol.told_day(event.by))});
    for (const auto& source : protocol.sources) sources.push_back({source.id, one_line(source.title)});

    add_head(page, protocol);
    add_section(page, words.rule.rules, rules);
    add_section(page, words.rule.activities, activities);
    add_section(page, words.rule.facts, facts);
    add_section(page, words.rule.events, events);
    add_section(page, words.rule.sources, sources);
    add_floor_lines(page, protocol);
    return page.take();
}

std::string show_rule(const Protocol& protocol, const Rule& rule, const Style& style) {
    Page page(style);
    const auto& words = page.words();
    const auto& texts = words.rule;
    page.title(words::fill(texts.head, rule.id, one_line(rule.title)));
    add_field(page, texts.kind, name(rule.kind));
    page.paragraph(say::day_line(protocol, words));
    add_window(page, protocol, rule);
    add_conditions(page, protocol, rule);
    add_number(page, texts.times_per_day, rule.times_per_day);
    if (rule.every) add_field(page, texts.every, say::days_phrase(words, *rule.every));
    if (rule.help) add_field(page, texts.help, words.phrases.help[static_cast<std::size_t>(*rule.help)]);
    add_field(page, texts.evidence, say::evidence_phrase(rule, words));
    if (!rule.detail.empty()) {
        page.heading(texts.detail);
        page.paragraph(safe_text(rule.detail));
    }
    add_sources(page, protocol, rule);
    add_changes(page, protocol, rule);
    add_origins(page, rule);
    add_floor_lines(page, protocol);
    return page.take();
}

}  // namespace smpcare
