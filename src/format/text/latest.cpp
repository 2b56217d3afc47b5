#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "format/text/page.hpp"
#include "format/text/parts.hpp"
#include "say/answer/answer.hpp"
#include "say/dates.hpp"
#include "say/phrases.hpp"

namespace smpcare::format {

namespace {

std::string titles_of(const Protocol& protocol, const Latest& latest) {
    const auto title = [&](const ActivityLimit& one) { return one_line(protocol.activities[one.activity].title); };
    return joined(latest.activities, ", ", title);
}

std::string limit_line(const Protocol& protocol, const ActivityLimit& limit, const words::Words& words) {
    const auto& texts = words.latest;
    const auto title = one_line(protocol.activities[limit.activity].title);
    if (!limit.rule) return words::fill(texts.limit_free, title);
    const auto& rule = protocol.rules[*limit.rule];
    const auto cause = words::fill(words.common.noted, one_line(rule.title), rule.id);
    if (limit.latest) return words::fill(texts.limit, title, say::long_date(*limit.latest, words), cause);
    return words::fill(rule.through ? texts.limit_early : texts.limit_never, title, cause);
}

}  // namespace

std::string latest_as_text(const Protocol& protocol, const Latest& latest, const Style& style) {
    Page page(style);
    const auto& words = page.words();
    const auto by = say::long_date(latest.by, words);
    const auto titles = titles_of(protocol, latest);
    page.emphasise({});
    if (latest.latest) {
        page.paragraph(words::fill(words.latest.found, say::long_date(*latest.latest, words)), 0, 2);
        page.plain();
        page.paragraph(words::fill(words.latest.subject, by, titles), 2, 4);
    } else {
        page.paragraph(words::fill(words.latest.none, by, titles), 0, 2);
        page.plain();
    }
    if (latest.latest && style.today && *latest.latest < *style.today)
        page.paragraph(words::fill(words.latest.past, say::long_date(*style.today, words)), 2, 4);
    for (const auto& limit : latest.activities) page.bullet(limit_line(protocol, limit, words), 2);
    page.blank();
    page.paragraph(words.latest.alone);
    if (latest.more_sessions) page.paragraph(words.latest.last_of_several);
    add_floors(page, protocol);
    page.paragraph(words.common.not_advice);
    if (style.details) page.paragraph(say::rules_line(protocol, words), 0, 2);
    page.paragraph(say::not_sure_line(protocol.clinic, words), 0, 2);
    return page.take();
}

}  // namespace smpcare::format
