#include "format/review/sheet.hpp"

#include "base/safe_text.hpp"
#include "say/phrases.hpp"
#include "say/rules.hpp"

#include <smpcare/load.hpp>

#include <algorithm>
#include <utility>

namespace smpcare::format {

namespace {

std::vector<std::string> titles_of_sources(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    std::vector<std::string> titles;
    for (const auto& citation : rule.sources) {
        auto title = one_line(protocol.sources[citation.source].title);
        if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(std::move(title));
    }
    if (titles.empty()) titles.emplace_back(words.review.no_source);
    return titles;
}

/// The days as the pages that publish them count.
std::vector<std::string> published_days(const Rule& rule, bool changed, const words::Words& words) {
    const auto& texts = words.review;
    std::vector<std::string> lines;
    const auto add = [&](std::string_view label, const std::string& text) {
        if (!text.empty()) lines.push_back(words::fill(words.common.labelled, label, one_line(text)));
    };
    add(texts.lowest, rule.published.lowest);
    add(texts.usual, rule.published.usual);
    add(texts.highest, rule.published.highest);
    add(changed ? texts.basis_before : texts.basis, rule.published.basis);
    return lines;
}

/// What the clinic decided: that the rule is its own, or what it changed in it, and why.
std::vector<std::string> changes_of(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    std::vector<std::string> changes;
    if (!protocol.extends.empty() && !built_in(rule.span.source->name)) changes.emplace_back(words.review.own_rule);
    for (const auto& story : say::change_stories(protocol, rule, words))
        changes.push_back(story.decided.empty() ? story.what
                                                : story.what + std::string(words.common.separator) + story.decided);
    return changes;
}

ReviewRow review_row(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    auto changes = changes_of(protocol, rule, words);
    ReviewRow row{rule.id,
                  one_line(rule.title),
                  one_line(rule.detail),
                  rule.dropped ? std::string(words.rule.never) : say::rule_days(protocol, rule, words),
                  {},
                  say::evidence_phrase(rule, words),
                  published_days(rule, !rule.changes.empty(), words),
                  titles_of_sources(protocol, rule, words),
                  std::move(changes)};
    if (rule.floor)
        row.floor = words::fill(words.review.floor, words::fill(words.common.day, protocol.told_day(*rule.floor)));
    return row;
}

}  // namespace

ReviewSheet review_sheet(const Protocol& protocol, const words::Words& words) {
    ReviewSheet sheet;
    sheet.title = words::fill(words.review.title, one_line(protocol.id), one_line(protocol.title));
    if (!protocol.clinic.name.empty()) sheet.head.push_back(one_line(protocol.clinic.name));
    sheet.head.insert(sheet.head.end(),
                      {say::call_line(protocol.clinic, words), say::emergency_line(protocol.clinic, words),
                       words::fill(words.rule.version, one_line(protocol.version)),
                       words::fill(words.rule.fingerprint, protocol.fingerprint)});
    if (!protocol.reviewed_by.empty())
        sheet.head.push_back(
            words::fill(words.common.labelled, words.review.reviewed_by, one_line(protocol.reviewed_by)));
    if (protocol.reviewed) sheet.head.push_back(words::fill(words.rule.reviewed, iso(*protocol.reviewed)));
    for (const Kind kind : all_kinds) {
        ReviewPart part{std::string(words.common.headings[static_cast<std::size_t>(kind)]), {}};
        for (const auto& rule : protocol.rules)
            if (rule.kind == kind) part.rows.push_back(review_row(protocol, rule, words));
        if (!part.rows.empty()) sheet.parts.push_back(std::move(part));
    }
    return sheet;
}

}  // namespace smpcare::format
