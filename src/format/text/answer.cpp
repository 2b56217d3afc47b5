#include "base/safe_text.hpp"
#include "format/renderers.hpp"
#include "format/text/parts.hpp"
#include "say/dates.hpp"

namespace smpcare::format {

namespace {

/// Of an Answer or an ActivityAnswer. "Limited" that would be "yes" but for sessions to come says so.
template <class Told>
std::string verdict_word(const words::Words& words, const Told& told) {
    const bool waits = told.provisional && told.verdict == Verdict::limited;
    return std::string(waits ? words.answer.provisional
                             : words.answer.verdicts[static_cast<std::size_t>(told.verdict)]);
}

/// What was asked: the one activity's title, or the word that stood for several.
std::string subject(const say::Speaker& speaker, const Answer& answer) {
    if (answer.activities.size() != 1) return one_line(answer.asked);
    return one_line(speaker.protocol().activities[answer.activities.front().activity].title);
}

std::string first_line(const say::Speaker& speaker, const Answer& answer) {
    const auto& words = speaker.words;
    const auto verdict = verdict_word(words, answer);
    const auto asked = subject(speaker, answer);
    const auto from = say::long_date(answer.from, words);
    if (answer.from == answer.to) return words::fill(words.answer.on_day, verdict, asked, from);
    return words::fill(words.answer.on_days, verdict, asked, from, say::long_date(answer.to, words));
}

void add_reason(Page& page, const say::Speaker& speaker, const Reason& reason) {
    const auto& words = page.words();
    const auto& rule = speaker.rule(reason.rule);
    const auto& pattern = words.answer.reason[static_cast<std::size_t>(reason.kind)];
    page.bullet(words::fill(pattern, one_line(rule.title), say::until_phrase(words, reason.end)), 2);
    if (rule.until && reason.kind != rule.kind) {
        const auto event = one_line(speaker.protocol().events[*rule.until].title);
        page.paragraph(words::fill(words.phrases.only_if, event), 4, 4);
    }
    page.paragraph(say::condition_phrase(speaker, rule, reason.unknown), 4, 4);
    if (reason.provisional) page.paragraph(words.phrases.provisional, 4, 4);
}

std::string freedom(const words::Words& words, const ActivityAnswer& answer) {
    const auto& texts = words.answer;
    if (!answer.free_from) return std::string(texts.never_free);
    const bool already_free = answer.verdict == Verdict::yes || answer.provisional;
    const auto through = answer.free_through ? say::long_date(*answer.free_through, words) : std::string();
    if (already_free)
        return answer.free_through ? words::fill(texts.remains_free_to, through) : std::string(texts.remains_free);
    const auto from = say::long_date(*answer.free_from, words);
    return answer.free_through ? words::fill(texts.free_between, from, through) : words::fill(texts.free_from, from);
}

void add_activity(Page& page, const say::Speaker& speaker, const ActivityAnswer& answer, bool alone) {
    const auto& words = page.words();
    if (!alone) {
        const auto title = one_line(speaker.protocol().activities[answer.activity].title);
        page.paragraph(words::fill(words.answer.activity, title, verdict_word(words, answer)), 0, 2);
    }
    for (const auto& reason : answer.because) add_reason(page, speaker, reason);
    if (answer.unnamed)
        page.bullet(words.answer.unnamed, 2);
    else if (!answer.provisional || answer.free_through)
        page.bullet(freedom(words, answer), 2);
}

}  // namespace

std::string answer_as_text(const Plan& plan, const Answer& answer, const Style& style) {
    Page page(style);
    const say::Speaker speaker{plan, page.words()};
    page.emphasise({});
    page.paragraph(first_line(speaker, answer), 0, 2);
    page.plain();
    for (const auto& activity : answer.activities) add_activity(page, speaker, activity, answer.activities.size() == 1);
    const auto first = plan.sessions.front();
    if (answer.from < first)
        page.bullet(words::fill(page.words().answer.before_first, say::long_date(first, page.words())), 2);
    page.blank();
    add_sessions_to_come(page, plan);
    page.paragraph(say::call_line(plan.protocol->clinic, page.words()), 0, 2);
    add_floors(page, *plan.protocol);
    page.paragraph(page.words().common.not_advice);
    page.paragraph(say::rules_line(*plan.protocol, page.words()), 0, 2);
    return page.take();
}

}  // namespace smpcare::format
