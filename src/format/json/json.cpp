#include "format/json/parts.hpp"
#include "format/renderers.hpp"

namespace smpcare::format {

namespace {

/// Activities or signs.
template <class All>
Json named(const All& all, const std::vector<std::size_t>& indexes) {
    return list(indexes, [&](std::size_t index) { return Json{{"id", all[index].id}, {"title", all[index].title}}; });
}

Json cut(const Protocol& protocol, const Cut& cut) {
    const auto id = [&](std::size_t rule) { return protocol.rules[rule].id; };
    return {{"start", iso(cut.start)}, {"end", date_or_null(cut.end)}, {"by", list(cut.by, id)}};
}

Json citation(const Protocol& protocol, const Citation& citation) {
    const auto& id = protocol.sources[citation.source].id;
    return citation.section.empty() ? id : id + ":" + citation.section;
}

Json item(const say::Speaker& speaker, const Item& item) {
    const auto& protocol = speaker.protocol();
    const auto& rule = speaker.rule(item.rule);
    return {{"rule", rule.id},
            {"kind", name(rule.kind)},
            {"title", rule.title},
            {"detail", rule.detail},
            {"short", text_or_null(rule.short_title)},
            {"why", text_or_null(rule.why)},
            {"headline", text_or_null(rule.headline)},
            {"instead", list(rule.instead, [&](std::size_t other) { return protocol.rules[other].id; })},
            {"signs", named(protocol.signs, rule.signs)},
            {"help", rule.help ? Json(name(*rule.help)) : Json(nullptr)},
            {"target", number_or_null(rule.target)},
            {"times_per_day", number_or_null(rule.times_per_day)},
            {"every", number_or_null(rule.every)},
            {"activities", named(protocol.activities, rule.activities)},
            {"condition", condition_json(speaker, rule, item.unknown)},
            {"provisional", waits_for_sessions(speaker.plan, item)},
            {"windows", list(item.windows, window_json)},
            {"cut", list(item.cuts, [&](const Cut& taken) { return cut(protocol, taken); })},
            {"sources", list(rule.sources, [&](const Citation& cited) { return citation(protocol, cited); })},
            {"evidence", name(rule.evidence)},
            {"changes", changes_json(protocol, rule, speaker.words)}};
}

/// One rule on a day, as `starts` and `ends` name it.
Json change(const Protocol& protocol, const Change& change) {
    const auto& rule = protocol.rules[change.rule];
    return {{"rule", rule.id}, {"kind", name(change.kind)}, {"title", rule.title}};
}

Json changes(const Protocol& protocol, const std::vector<Change>& all) {
    return list(all, [&](const Change& one) { return change(protocol, one); });
}

Json in_force(const say::Speaker& speaker, const InForce& entry) {
    const auto& rule = speaker.rule(entry.rule);
    return {{"rule", rule.id},
            {"kind", name(entry.kind)},
            {"title", rule.title},
            {"activities", named(speaker.protocol().activities, entry.activities)},
            {"end", date_or_null(entry.end)},
            {"condition", condition_json(speaker, rule, entry.unknown)}};
}

Json next_changes(const Protocol& protocol, const std::optional<Changes>& next) {
    if (!next) return nullptr;
    return {{"date", iso(next->date)},
            {"starts", changes(protocol, next->starts)},
            {"ends", changes(protocol, next->ends)}};
}

}  // namespace

Json client_json(const Plan& plan) {
    Json labels = Json::object();
    for (const auto& [key, text] : plan.labels) labels[key] = text;
    return {{"id", text_or_null(plan.client_id)}, {"name", text_or_null(plan.client_name)}, {"labels", labels}};
}

Json facts_json(const Plan& plan) {
    Json out = Json::object();
    for (std::size_t i = 0; i < plan.facts.size(); ++i)
        if (plan.answered[i]) out[plan.protocol->facts[i].id] = name(plan.facts[i]);
    return out;
}

Json observed_json(const Plan& plan) {
    Json out = Json::object();
    for (std::size_t i = 0; i < plan.observed.size(); ++i)
        if (!plan.observed[i].empty()) out[plan.protocol->events[i].id] = list(plan.observed[i], iso);
    return out;
}

Json plan_json(const Plan& plan, const Style& style) {
    const say::Speaker speaker{plan, words::of(style.language)};
    return {{"schema", "smpcare.plan/2"},
            {"protocol", protocol_json(*plan.protocol)},
            {"day_one", plan.protocol->day_one},
            {"clinic", clinic_json(plan.protocol->clinic)},
            {"client", client_json(plan)},
            {"sessions", list(plan.sessions, iso)},
            {"planned", plan.planned ? Json(*plan.planned) : Json(nullptr)},
            {"facts", facts_json(plan)},
            {"observed", observed_json(plan)},
            {"items", list(plan.items, [&](const Item& one) { return item(speaker, one); })},
            {"notices", notices_json(plan.notices, style)}};
}

std::string plan_as_json(const Plan& plan, const Style& style) { return bytes_of(plan_json(plan, style)); }

std::string day_as_json(const Plan& plan, const DayView& view, const Style& style) {
    const say::Speaker speaker{plan, words::of(style.language)};
    return bytes_of({{"schema", "smpcare.day/2"},
                     {"protocol", protocol_json(*plan.protocol)},
                     {"date", iso(view.date)},
                     {"session", view.session},
                     {"day", view.day},
                     {"in_force", list(view.in_force, [&](const InForce& one) { return in_force(speaker, one); })},
                     {"starts", changes(*plan.protocol, view.starts)},
                     {"ends", changes(*plan.protocol, view.ends)},
                     {"next", next_changes(*plan.protocol, view.next)},
                     {"notices", notices_json(plan.notices, style)}});
}

}  // namespace smpcare::format
