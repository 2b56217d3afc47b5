#include "format/json/parts.hpp"

#include <charconv>

namespace smpcare {

using namespace format;

namespace {

std::string dump(const Json& document) { return document.dump(-1, ' ', false, Json::error_handler_t::replace); }

void append_date(std::string& out, std::optional<Date> day) {
    if (!day) {
        out += "null";
        return;
    }
    ((out += '"') += iso(*day)) += '"';
}

template <class Values, class Append>
void append_list(std::string& out, const Values& values, Append append) {
    out += '[';
    bool first = true;
    for (const auto& value : values) {
        if (!first) out += ',';
        first = false;
        append(value);
    }
    out += ']';
}

void append_number(std::string& out, int number) {
    char digits[12];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_window(std::string& out, const Window& window) {
    ((out += "{\"kind\":\"") += name(window.kind)) += "\",\"start\":";
    append_date(out, window.start);
    out += ",\"end\":";
    append_date(out, window.end);
    out += ",\"after_sessions\":";
    append_list(out, window.after_sessions, [&](int session) { append_number(out, session); });
    out += '}';
}

void append_cut(std::string& out, const Protocol& protocol, const Cut& cut) {
    out += "{\"start\":";
    append_date(out, cut.start);
    out += ",\"end\":";
    append_date(out, cut.end);
    out += ",\"by\":";
    append_list(out, cut.by, [&](std::size_t rule) { ((out += '"') += protocol.rules[rule].id) += '"'; });
    out += '}';
}

/// A plan with every rule and nothing of a client, to cut the pieces from.
Plan blank_plan(const Protocol& protocol) {
    Plan plan;
    plan.protocol = &protocol;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) plan.items.push_back({i, {}, false, {}, {}, {}});
    return plan;
}

}  // namespace

PlanLines::PlanLines(const Protocol& protocol, const Style& style) : protocol_(protocol), style_(style) {
    // Quotes inside values are escaped, so these stand nowhere else.
    constexpr std::string_view client = "\"client\":";
    constexpr std::string_view condition = "\"condition\":";
    constexpr std::string_view cuts = "\"cut\":[]";
    constexpr std::string_view changes = "\"changes\":";
    const auto document = format::plan_json(blank_plan(protocol), style);
    const auto whole = dump(document);
    head_ = whole.substr(0, whole.find(client) + client.size());
    for (const auto& item : document["items"]) {
        const auto text = dump(item);
        const auto start = text.find(cuts) + cuts.size();
        rules_.push_back({text.substr(0, text.find(condition) + condition.size()),
                          text.substr(start, text.find(changes) + changes.size() - start)});
    }
}

void PlanLines::append(const Plan& plan, std::string& out) const {
    out += head_;
    out += dump(format::client_json(plan));
    out += ",\"sessions\":";
    append_list(out, plan.sessions, [&](Date day) { append_date(out, day); });
    out += ",\"planned\":";
    if (plan.planned)
        append_number(out, *plan.planned);
    else
        out += "null";
    out += ",\"facts\":";
    out += dump(format::facts_json(plan));
    out += ",\"observed\":";
    out += dump(format::observed_json(plan));
    out += ",\"items\":";
    const say::Speaker speaker{plan, words::of(style_.language)};
    append_list(out, plan.items, [&](const Item& item) {
        const auto& rule = protocol_.rules[item.rule];
        const auto& pieces = rules_[item.rule];
        out += pieces.to_condition;
        out += item.unknown.empty() ? "null" : dump(format::condition_json(speaker, rule, item.unknown));
        out += waits_for_sessions(plan, item) ? ",\"provisional\":true,\"windows\":"
                                              : ",\"provisional\":false,\"windows\":";
        append_list(out, item.windows, [&](const Window& window) { append_window(out, window); });
        out += ",\"cut\":";
        append_list(out, item.cuts, [&](const Cut& cut) { append_cut(out, protocol_, cut); });
        out += pieces.after_cuts;
        out += rule.changes.empty() ? "[]" : dump(format::changes_json(protocol_, rule, speaker.words));
        out += '}';
    });
    out += ",\"notices\":";
    out += dump(format::notices_json(plan.notices, style_));
    out += "}\n";
}

}  // namespace smpcare
