#include "format/json/parts.hpp"
#include "format/renderers.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

Json rule_ids(const Protocol& protocol, const std::vector<std::size_t>& rules) {
    return list(rules, [&](std::size_t rule) { return protocol.rules[rule].id; });
}

Json count(const Plan& plan, const std::optional<Count>& count, std::optional<Date> date) {
    if (!count || !date) return nullptr;
    return {{"how", name(count->how)},
            {"session", count->session},
            {"session_date", iso(plan.sessions[static_cast<std::size_t>(count->session) - 1])},
            {"days", count->how == Count::How::days || count->how == Count::How::event_limit ? Json(count->days)
                                                                                             : Json(nullptr)},
            {"date", iso(*date)}};
}

Json condition(const Protocol& protocol, const Condition& condition) {
    const auto& fact = protocol.facts[condition.fact];
    return {
        {"field", name(condition.field)}, {"fact", fact.id}, {"title", fact.title}, {"truth", name(condition.truth)}};
}

Json event(const Plan& plan, const Rule& rule) {
    if (!rule.until) return nullptr;
    const auto& event = plan.protocol->events[*rule.until];
    return {{"event", event.id},
            {"title", event.title},
            {"from", event.from},
            {"by", event.by},
            {"observed", list(plan.observed[*rule.until], iso)}};
}

template <class All>
Json id_list(const All& all, const std::vector<std::size_t>& indexes) {
    return list(indexes, [&](std::size_t index) { return all[index].id; });
}

/// What a field that decides about days holds after resolving; nothing for the other fields.
std::optional<Json> value(const Protocol& protocol, const Rule& rule, Field field) {
    switch (field) {
        case Field::from:
            return Json(rule.from);
        case Field::through:
            return number_or_null(rule.through);
        case Field::floor:
            return number_or_null(rule.floor);
        case Field::target:
            return number_or_null(rule.target);
        case Field::activities:
            return id_list(protocol.activities, rule.activities);
        case Field::when:
            return id_list(protocol.facts, rule.when);
        case Field::unless:
            return id_list(protocol.facts, rule.unless);
        case Field::relevant_to:
            return id_list(protocol.facts, rule.relevant_to);
        case Field::count_from:
            return Json(name(rule.count_from));
        case Field::until:
            return rule.until ? Json(protocol.events[*rule.until].id) : Json(nullptr);
        default:
            return std::nullopt;
    }
}

Json values(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    Json out = Json::array();
    for (const auto& [field, span] : rule.origins)
        if (auto held = value(protocol, rule, field))
            out.push_back({{"field", name(field)},
                           {"value", std::move(*held)},
                           {"written_at", words::told(told_place(span), words)}});
    return out;
}

Json source(const Protocol& protocol, const Citation& citation) {
    const auto& source = protocol.sources[citation.source];
    return {{"source", source.id},
            {"title", source.title},
            {"section", text_or_null(citation.section)},
            {"url", text_or_null(source.url)}};
}

Json limit(const Protocol& protocol, const ActivityLimit& limit) {
    const auto& activity = protocol.activities[limit.activity];
    return {{"activity", activity.id},
            {"title", activity.title},
            {"latest", date_or_null(limit.latest)},
            {"rule", limit.rule ? Json(protocol.rules[*limit.rule].id) : Json(nullptr)}};
}

}  // namespace

std::string explanation_as_json(const Plan& plan, const Explanation& told, const Style& style) {
    const auto& protocol = *plan.protocol;
    const auto& rule = protocol.rules[told.rule];
    const auto& window = told.window;
    const auto& words = words::of(style.language);
    const auto start = window ? std::optional(window->start) : std::nullopt;
    return bytes_of({{"schema", "smpcare.explanation/1"},
                     {"protocol", protocol_json(protocol)},
                     {"rule", rule.id},
                     {"kind", name(rule.kind)},
                     {"title", rule.title},
                     {"date", iso(told.date)},
                     {"standing", name(told.standing)},
                     {"in_force", told.kind ? Json(name(*told.kind)) : Json(nullptr)},
                     {"nearest", date_or_null(told.nearest)},
                     {"listed", told.listed},
                     {"provisional", told.provisional},
                     {"count_from", name(rule.count_from)},
                     {"window", window ? window_json(*window) : Json(nullptr)},
                     {"start", count(plan, told.start, start)},
                     {"end", count(plan, told.end, window ? window->end : std::nullopt)},
                     {"facts", list(told.conditions, [&](const Condition& one) { return condition(protocol, one); })},
                     {"until", event(plan, rule)},
                     {"cut_by", rule_ids(protocol, told.cut_by)},
                     {"cuts", rule_ids(protocol, told.cuts)},
                     {"values", values(protocol, rule, words)},
                     {"changes", changes_json(protocol, rule, words)},
                     {"sources", list(rule.sources, [&](const Citation& one) { return source(protocol, one); })},
                     {"evidence", name(rule.evidence)},
                     {"notices", notices_json(plan.notices, style)}});
}

std::string latest_as_json(const Protocol& protocol, const Latest& latest, const Style& style) {
    return bytes_of(
        {{"schema", "smpcare.latest/1"},
         {"protocol", protocol_json(protocol)},
         {"by", iso(latest.by)},
         {"latest", date_or_null(latest.latest)},
         {"activities", list(latest.activities, [&](const ActivityLimit& one) { return limit(protocol, one); })},
         {"notices", notices_json(protocol.notices, style)}});
}

}  // namespace smpcare::format
