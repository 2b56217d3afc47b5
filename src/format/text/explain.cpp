#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "format/text/parts.hpp"
#include "format/text/rule_parts.hpp"
#include "say/answer/answer.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"
#include "say/rules.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

/// One rule's explanation, and the words for it.
struct Teller {
    Page& page;
    const say::Speaker& speaker;
    const Explanation& told;

    [[nodiscard]] const Rule& rule() const { return speaker.rule(told.rule); }
    [[nodiscard]] const words::Words& words() const { return speaker.words; }
    [[nodiscard]] const words::ExplainText& texts() const { return speaker.words.explain; }
};

std::string dated(const Teller& teller) {
    const auto& plan = teller.speaker.plan;
    const auto after = std::upper_bound(plan.sessions.begin(), plan.sessions.end(), teller.told.date);
    const auto date = say::long_date(teller.told.date, teller.words());
    if (after == plan.sessions.begin()) return date;
    const int day = teller.speaker.protocol().told_day(day_number(*(after - 1), teller.told.date));
    return words::fill(teller.words().common.noted, date,
                       words::fill(teller.words().common.session_day, after - plan.sessions.begin(), day));
}

/// The end of what remains of the window that holds on the day.
std::optional<Date> end_in_force(const Teller& teller) {
    const auto& items = teller.speaker.plan.items;
    const auto item =
        std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.rule == teller.told.rule; });
    for (const auto& window : item->windows)
        if (window.covers(teller.told.date)) return window.end;
    return std::nullopt;
}

void add_standing(const Teller& teller) {
    auto& page = teller.page;
    const auto& texts = teller.texts();
    const auto& told = teller.told;
    if (told.kind) {
        const auto& kind = teller.words().common.notes[static_cast<std::size_t>(*told.kind)];
        page.paragraph(
            words::fill(texts.in_force, dated(teller), kind, say::until_phrase(teller.words(), end_in_force(teller))));
    } else {
        page.paragraph(
            words::fill(texts.not_in_force, dated(teller), texts.reasons[static_cast<std::size_t>(told.standing)]));
        page.paragraph(told.nearest ? words::fill(texts.nearest, say::long_date(*told.nearest, teller.words()))
                                    : std::string(texts.never));
    }
    if (told.provisional)
        page.paragraph(
            words::fill(teller.words().common.labelled, teller.rule().id, teller.words().phrases.provisional));
    if (!told.listed) page.paragraph(texts.unlisted);
}

std::string arithmetic(const Teller& teller, const Count& count, Date result) {
    const auto& texts = teller.texts();
    const auto& words = teller.words();
    const auto session = teller.speaker.plan.sessions[static_cast<std::size_t>(count.session) - 1];
    const auto from = say::brief_date(session, result, words);
    const auto to = say::brief_date(result, session, words);
    const auto event = [&] { return one_line(teller.speaker.protocol().events[*teller.rule().until].title); };
    switch (count.how) {
        case Count::How::days:
            return words::fill(texts.sum, count.session, from, say::days_phrase(words, count.days), to);
        case Count::How::event_limit:
            return words::fill(texts.sum_by, count.session, from, say::days_phrase(words, count.days), to, event());
        case Count::How::observed:
            return words::fill(texts.before_seen, to, event());
        case Count::How::new_session:
            return words::fill(texts.before_session, to, count.session);
    }
    return to;
}

void add_counted(const Teller& teller) {
    const auto& told = teller.told;
    if (!told.window) return;
    auto& page = teller.page;
    const auto& texts = teller.texts();
    page.heading(told.standing == Standing::hidden ? texts.otherwise : texts.counted);
    page.bullet(
        words::fill(texts.counts_from, teller.words().rule.counts[static_cast<std::size_t>(teller.rule().count_from)]));
    if (told.start) page.bullet(words::fill(texts.first_day, arithmetic(teller, *told.start, told.window->start)));
    page.bullet(told.end ? words::fill(texts.last_day, arithmetic(teller, *told.end, *told.window->end))
                         : std::string(texts.no_last_day));
}

std::string_view fact_pattern(const words::ExplainText& texts, Field field) {
    if (field == Field::when) return texts.fact[0];
    return field == Field::unless ? texts.fact[1] : texts.fact[2];
}

void add_facts(const Teller& teller) {
    if (teller.told.conditions.empty()) return;
    teller.page.heading(teller.texts().facts);
    for (const auto& [field, index, truth] : teller.told.conditions) {
        const auto& fact = teller.speaker.protocol().facts[index];
        teller.page.bullet(words::fill(fact_pattern(teller.texts(), field), one_line(fact.title), fact.id,
                                       teller.texts().truths[static_cast<std::size_t>(truth)]));
    }
}

void add_event(const Teller& teller) {
    if (!teller.rule().until) return;
    const auto& event = teller.speaker.protocol().events[*teller.rule().until];
    const auto date = [&](Date day) { return say::day_month_year(day, teller.words()); };
    const auto seen = joined(teller.speaker.plan.observed[*teller.rule().until], ", ", date);
    teller.page.heading(teller.texts().event);
    teller.page.bullet(seen.empty() ? words::fill(teller.texts().event_unseen, one_line(event.title),
                                                  teller.speaker.protocol().told_day(event.by))
                                    : words::fill(teller.texts().event_seen, one_line(event.title), seen));
}

void add_cuts(const Teller& teller) {
    const auto& rules = teller.speaker.protocol().rules;
    const auto& told = teller.told;
    if (told.cut_by.empty() && told.cuts.empty()) return;
    teller.page.heading(teller.texts().cuts);
    if (!told.cut_by.empty()) teller.page.bullet(words::fill(teller.texts().cut_by, ids(rules, told.cut_by)));
    if (!told.cuts.empty()) teller.page.bullet(words::fill(teller.texts().cuts_others, ids(rules, told.cuts)));
}

void add_values(const Teller& teller) {
    const auto& texts = teller.texts();
    bool any = false;
    for (const auto& [field, span] : teller.rule().origins) {
        const auto value = value_phrase(teller.speaker.protocol(), teller.rule(), field, teller.words());
        if (value.empty()) continue;
        if (!any) teller.page.heading(texts.values);
        any = true;
        teller.page.paragraph(words::fill(texts.value, name(field), value, say::place(span, teller.words())), 2, 4);
    }
}

}  // namespace

std::string explanation_as_text(const Plan& plan, const Explanation& told, const Style& style) {
    Page page(style);
    const say::Speaker speaker{plan, page.words(), false};
    const Teller teller{page, speaker, told};
    const auto& rule = teller.rule();
    page.title(words::fill(teller.texts().title, rule.id, one_line(rule.title)));
    add_standing(teller);
    if (style.details) {
        page.paragraph(one_line(rule.why));
        page.paragraph(safe_text(rule.detail));
    }
    page.paragraph(say::day_line(*plan.protocol, page.words()));
    add_counted(teller);
    add_facts(teller);
    add_event(teller);
    add_cuts(teller);
    add_values(teller);
    add_changes(page, *plan.protocol, rule);
    add_sources(page, *plan.protocol, rule);
    page.blank();
    page.paragraph(words::fill(teller.texts().evidence, say::evidence_phrase(rule, page.words())));
    add_floors(page, *plan.protocol);
    page.paragraph(page.words().common.not_advice);
    page.paragraph(say::rules_line(*plan.protocol, page.words()), 0, 2);
    page.paragraph(say::not_sure_line(plan.protocol->clinic, page.words()), 0, 2);
    return page.take();
}

}  // namespace smpcare::format
