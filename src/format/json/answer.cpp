#include "format/json/parts.hpp"
#include "format/renderers.hpp"

namespace smpcare::format {

namespace {

Json reason(const say::Speaker& speaker, const Reason& reason) {
    const auto& rule = speaker.rule(reason.rule);
    return {{"rule", rule.id},
            {"kind", name(reason.kind)},
            {"end", date_or_null(reason.end)},
            {"condition", condition_json(speaker, rule, reason.unknown)}};
}

Json rule_days(const say::Speaker& speaker, const RuleDays& days) {
    const auto& rule = speaker.rule(days.rule);
    return {{"rule", rule.id},
            {"kind", name(days.kind)},
            {"title", rule.title},
            {"start", date_or_null(days.start)},
            {"end", date_or_null(days.end)},
            {"condition", condition_json(speaker, rule, days.unknown)}};
}

Json stretch(const say::Speaker& speaker, const RoadStretch& stretch) {
    const auto id = [&](std::size_t rule) { return speaker.rule(rule).id; };
    return {{"start", iso(stretch.start)},
            {"end", date_or_null(stretch.end)},
            {"kind", stretch.kind ? name(*stretch.kind) : "free"},
            {"rules", list(stretch.rules, id)},
            {"condition", stretch.rules.empty()
                              ? Json(nullptr)
                              : condition_json(speaker, speaker.rule(stretch.rules.front()), stretch.unknown)}};
}

Json activity_answer(const say::Speaker& speaker, const ActivityAnswer& answer) {
    const auto& activity = speaker.protocol().activities[answer.activity];
    return {{"activity", activity.id},
            {"title", activity.title},
            {"answer", name(answer.verdict)},
            {"because", list(answer.because, [&](const Reason& because) { return reason(speaker, because); })},
            {"also", list(answer.also, [&](const RuleDays& one) { return rule_days(speaker, one); })},
            {"road", list(answer.road, [&](const RoadStretch& one) { return stretch(speaker, one); })},
            {"free_from", date_or_null(answer.free_from)},
            {"free_through", date_or_null(answer.free_through)}};
}

Json expected(const say::Speaker& speaker, const RuleDays& days) {
    const auto& rule = speaker.rule(days.rule);
    return {
        {"rule", rule.id}, {"title", rule.title}, {"start", date_or_null(days.start)}, {"end", date_or_null(days.end)}};
}

Json call(const say::Speaker& speaker, const RuleDays& days) {
    const auto& rule = speaker.rule(days.rule);
    return {{"rule", rule.id},
            {"title", rule.title},
            {"help", name(help_of(rule))},
            {"start", date_or_null(days.start)},
            {"end", date_or_null(days.end)}};
}

Json sign_answer(const say::Speaker& speaker, const SignAnswer& answer) {
    const auto& sign = speaker.protocol().signs[answer.sign];
    return {{"sign", sign.id},
            {"title", sign.title},
            {"answer", name(answer.verdict)},
            {"expected", list(answer.expected, [&](const RuleDays& one) { return expected(speaker, one); })},
            {"call", list(answer.call, [&](const RuleDays& one) { return call(speaker, one); })}};
}

}  // namespace

std::string answer_as_json(const Plan& plan, const Answer& answer, const Style& style) {
    const say::Speaker speaker{plan, words::of(style.language)};
    const auto activity = [&](const ActivityAnswer& one) { return activity_answer(speaker, one); };
    const auto sign = [&](const SignAnswer& one) { return sign_answer(speaker, one); };
    return bytes_of({{"schema", "smpcare.answer/2"},
                     {"protocol", protocol_json(*plan.protocol)},
                     {"asked", answer.asked},
                     {"unknown", answer.unknown},
                     {"from", iso(answer.from)},
                     {"to", iso(answer.to)},
                     {"answer", name(answer.verdict)},
                     {"provisional", answer.provisional},
                     {"activities", list(answer.activities, activity)},
                     {"signs", list(answer.signs, sign)},
                     {"notices", notices_json(plan.notices, style)}});
}

}  // namespace smpcare::format
