#include "format/json/parts.hpp"
#include "format/json/typed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>

namespace smpcare::format {

namespace {

/// Reads one document. The first fault of shape ends the reading: what follows cannot be trusted.
class PlanReader : TypedJson {
public:
    using TypedJson::TypedJson;

    std::optional<RecordedPlan> read() {
        Json document;
        if (!parse(document)) return std::nullopt;
        RecordedPlan plan;
        if (!read_schema(document, plan)) return std::nullopt;
        read_head(document, plan);
        each(document, "", "sessions",
             [&](const Json& value, const std::string& path) { plan.sessions.push_back(date(value, path)); });
        check_sessions(plan.sessions);
        each(document, "", "items",
             [&](const Json& value, const std::string& path) { plan.rules.push_back(rule(value, path, plan)); });
        check_rules(plan.rules);
        each(document, "", "notices", [&](const Json& value, const std::string& path) {
            const auto code = text(value, path + '/', "code");
            const bool freed = code == name(Code::floor_accepted) || code == name(Code::sign_accepted);
            auto said = text(value, path + '/', "message");
            if (code == name(Code::freed_without_reason)) return;  // the practitioner's matter
            (freed ? plan.floors : plan.notices).push_back(std::move(said));
        });
        if (!good()) return std::nullopt;
        name_what_is_allowed(plan.rules);
        return plan;
    }

private:
    bool read_schema(const Json& document, RecordedPlan& plan) {
        constexpr std::array<std::string_view, 2> known{"smpcare.plan/1", "smpcare.plan/2"};
        const auto schema = document.is_object() ? text(document, "", "schema") : std::string();
        const auto found = std::find(known.begin(), known.end(), schema);
        if (found == known.end()) refuse("schema", {Term::choice, {known[0], known[1]}});
        plan.schema = static_cast<int>(found - known.begin()) + 1;
        return good();
    }

    void read_head(const Json& document, RecordedPlan& plan) {
        const auto& head = member(document, "", "protocol", Json::value_t::object);
        plan.protocol = text(head, "protocol/", "id");
        plan.version = text(head, "protocol/", "version");
        plan.title = text(head, "protocol/", "title");
        plan.fingerprint = text(head, "protocol/", "fingerprint");
        if (plan.schema >= 2) {
            plan.day_one = member(document, "", "day_one", Json::value_t::boolean).get<bool>();
            plan.clinic = clinic(member(document, "", "clinic", Json::value_t::object));
        }
        const auto& client = member(document, "", "client", Json::value_t::object);
        plan.client_id = text_or_empty(client, "client/", "id");
        plan.client_name = text_or_empty(client, "client/", "name");
        for (const auto& [key, value] : member(client, "client/", "labels", Json::value_t::object).items())
            plan.labels.emplace_back(key, value.is_string() ? value.get<std::string>() : std::string());
        plan.planned = number_or_none(document, "", "planned");
    }

    Clinic clinic(const Json& given) {
        Clinic clinic;
        clinic.name = text_or_empty(given, "clinic/", "name");
        clinic.email = text_or_empty(given, "clinic/", "email");
        clinic.address = text_or_empty(given, "clinic/", "address");
        clinic.url = text_or_empty(given, "clinic/", "url");
        clinic.phone = texts(given, "clinic/", "phone");
        clinic.emergency = texts(given, "clinic/", "emergency");
        return clinic;
    }

    Kind kind(const Json& object, const std::string& path) {
        const auto wanted = text(object, path, "kind");
        for (const Kind kind : all_kinds)
            if (name(kind) == wanted) return kind;
        refuse(path + "kind", {Term::choice, {"avoid", "ask", "limit", "do", "expect", "visit", "warn"}});
        return Kind::avoid;
    }

    Window window(const Json& value, const std::string& path, std::size_t sessions) {
        Window window;
        window.kind = kind(value, path);
        window.start = date(member(value, path, "start", Json::value_t::string), path + "start");
        if (!value.is_object() || !value.contains("end"))
            refuse(path + "end", Term::date_or_null);
        else if (!value["end"].is_null())
            window.end = date(value["end"], path + "end");
        if (window.end && *window.end < window.start) refuse(path + "end", Term::not_before_start);
        each(value, path, "after_sessions", [&](const Json& number, const std::string& at) {
            const bool known = number.is_number_integer() && number >= 1 && number <= std::min(sessions, session_limit);
            if (known)
                window.after_sessions.insert(number.get<int>());
            else
                refuse(at, Term::session_number);
        });
        return window;
    }

    RecordedRule rule(const Json& value, const std::string& path, const RecordedPlan& plan) {
        const auto inside = path + '/';
        RecordedRule rule;
        rule.id = text(value, inside, "rule");
        rule.kind = kind(value, inside);
        rule.part(Part::title) = text(value, inside, "title");
        rule.part(Part::detail) = text(value, inside, "detail");
        if (plan.schema >= 2) read_advice(value, inside, rule);
        rule.part(Part::activities) = texts(value, inside, "activities", "title");
        rule.part(Part::provisional) = member(value, inside, "provisional", Json::value_t::boolean).get<bool>();
        if (!value.is_object() || !value.contains("condition"))
            refuse(inside + "condition", Term::object_or_null);
        else if (!value["condition"].is_null())
            rule.part(Part::condition) = text(value["condition"], inside + "condition/", "text");
        each(value, inside, "windows", [&](const Json& one, const std::string& at) {
            rule.windows.push_back(window(one, at + '/', plan.sessions.size()));
        });
        if (good()) count(rule, plan.sessions);
        rule.part(Part::reasons) = reasons(value, inside);
        return rule;
    }

    /// What files of smpcare.plan/2 add.
    void read_advice(const Json& value, const std::string& inside, RecordedRule& rule) {
        const auto add_text = [&](Part part, const char* key) {
            if (auto held = text_or_empty(value, inside, key); !held.empty()) rule.part(part) = std::move(held);
        };
        const auto add_number = [&](Part part, const char* key) {
            if (const auto held = number_or_none(value, inside, key)) rule.part(part) = *held;
        };
        add_text(Part::short_title, "short");
        add_text(Part::why, "why");
        add_text(Part::headline, "headline");
        rule.part(Part::instead) = texts(value, inside, "instead");
        rule.part(Part::signs) = texts(value, inside, "signs", "title");
        if (const auto whom = text_or_empty(value, inside, "help"); !whom.empty())
            rule.part(Part::help) = help(whom, inside);
        add_number(Part::target, "target");
        add_number(Part::times_per_day, "times_per_day");
        add_number(Part::every, "every");
    }

    Help help(std::string_view whom, const std::string& inside) {
        constexpr std::array all{Help::practitioner, Help::doctor, Help::emergency};
        const auto found = std::find_if(all.begin(), all.end(), [&](Help one) { return name(one) == whom; });
        if (found != all.end()) return *found;
        refuse(inside + "help", {Term::choice, {name(all[0]), name(all[1]), name(all[2])}});
        return Help::emergency;
    }

    /// The usual day of each window, and the sessions that stand behind them.
    static void count(RecordedRule& rule, const std::vector<Date>& sessions) {
        const auto* const target = std::get_if<int>(&rule.part(Part::target));
        std::set<int> behind;
        for (auto& window : rule.windows) {
            behind.insert(window.after_sessions.begin(), window.after_sessions.end());
            if (target != nullptr && !window.after_sessions.empty())
                window.target = sessions[static_cast<std::size_t>(window.after_sessions.back() - 1)] + Days{*target};
        }
        std::vector<std::string> counted;
        for (const int session : behind) counted.push_back(std::to_string(session));
        rule.part(Part::counted) = std::move(counted);
    }

    /// Each once, in the order of the layers.
    std::vector<std::string> reasons(const Json& value, const std::string& inside) {
        std::vector<std::string> found;
        for (auto& reason : texts(value, inside, "changes", "reason"))
            if (!reason.empty() && std::find(found.begin(), found.end(), reason) == found.end())
                found.push_back(std::move(reason));
        return found;
    }

    /// What is allowed meanwhile is read as ids of rules, and told by their titles.
    static void name_what_is_allowed(std::vector<RecordedRule>& rules) {
        std::map<std::string, std::string> titles;
        for (const auto& rule : rules) titles[rule.id] = std::get<std::string>(rule.part(Part::title));
        for (auto& rule : rules)
            if (auto* const ids = std::get_if<std::vector<std::string>>(&rule.part(Part::instead)))
                for (auto& id : *ids)
                    if (const auto known = titles.find(id); known != titles.end()) id = known->second;
    }

    void check_sessions(const std::vector<Date>& sessions) {
        if (sessions.empty() || sessions.size() > session_limit)
            refuse("sessions", {Term::dates_up_to, {session_limit}});
        const bool ascending =
            std::adjacent_find(sessions.begin(), sessions.end(), std::greater_equal<>()) == sessions.end();
        if (!ascending) refuse("sessions", Term::dates_in_order);
    }

    void check_rules(const std::vector<RecordedRule>& rules) {
        std::set<std::string_view> ids;
        for (const auto& rule : rules)
            if (!ids.insert(rule.id).second) refuse("items", {Term::one_for_each_rule, {rule.id}});
    }
};

}  // namespace

}  // namespace smpcare::format

namespace smpcare {

using namespace format;

std::optional<RecordedPlan> read_plan_file(const SourceText& text, Diagnostics& diagnostics) {
    if (text.text.view().empty()) {
        diagnostics.error(Code::empty_file, whole(text), {told_name(text)});
        return std::nullopt;
    }
    return PlanReader(std::make_shared<SourceText>(text), diagnostics).read();
}

}  // namespace smpcare
