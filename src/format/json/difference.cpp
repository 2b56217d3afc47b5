#include "format/json/parts.hpp"
#include "format/renderers.hpp"

#include <variant>

namespace smpcare::format {

namespace {

/// What both plans say of one thing.
Json both(Json now, Json was) { return {{"now", std::move(now)}, {"was", std::move(was)}}; }

Json value_json(const PartValue& value) {
    return std::visit(
        [](const auto& held) -> Json {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>)
                return nullptr;
            else if constexpr (std::is_same_v<Held, Help>)
                return name(held);
            else
                return held;
        },
        value);
}

Json part_difference(const PartDifference& difference) {
    return {{"part", name(difference.part)}, {"now", value_json(difference.now)}, {"was", value_json(difference.was)}};
}

Json rule_difference(const RuleDifference& difference) {
    return {{"rule", difference.rule},
            {"kind", name(difference.kind)},
            {"change", name(difference.move)},
            {"title", difference.title},
            {"old_title", text_or_null(difference.old_title)},
            {"now", list(difference.now, window_json)},
            {"was", list(difference.was, window_json)},
            {"parts", list(difference.parts, part_difference)}};
}

Json rules_of(const RecordedPlan& plan) {
    return {{"id", plan.protocol}, {"version", plan.version}, {"title", plan.title}, {"fingerprint", plan.fingerprint}};
}

Json client_of(const RecordedPlan& plan) {
    Json labels = Json::object();
    for (const auto& [key, text] : plan.labels) labels[key] = text;
    return {{"id", text_or_null(plan.client_id)}, {"name", text_or_null(plan.client_name)}, {"labels", labels}};
}

/// Older files do not know it.
Json clinic_of(const RecordedPlan& plan) { return plan.schema < 2 ? Json(nullptr) : clinic_json(plan.clinic); }

Json day_one_of(const RecordedPlan& plan) { return plan.schema < 2 ? Json(nullptr) : Json(plan.day_one); }

}  // namespace

std::string difference_as_json(const Difference& difference, const Style&) {
    const auto& [now, was, heads, rules] = difference;
    return bytes_of({{"schema", "smpcare.diff/1"},
                     {"protocol", rules_of(now)},
                     {"old_protocol", rules_of(was)},
                     {"differs", list(heads, [](Head head) { return name(head); })},
                     {"client", both(client_of(now), client_of(was))},
                     {"day_one", both(day_one_of(now), day_one_of(was))},
                     {"clinic", both(clinic_of(now), clinic_of(was))},
                     {"sessions", both(list(now.sessions, iso), list(was.sessions, iso))},
                     {"planned", both(number_or_null(now.planned), number_or_null(was.planned))},
                     {"rules", list(rules, rule_difference)},
                     {"floors", now.floors},
                     {"notices", both(now.notices, was.notices)}});
}

}  // namespace smpcare::format
