#include "base/code_points.hpp"
#include "format/json/parts.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace smpcare::format {

namespace {

/// Reads one document. The first fault of shape ends the reading; what follows cannot be trusted.
class PlanReader {
public:
    PlanReader(const SourceText& text, Diagnostics& diagnostics)
        : source_(std::make_shared<SourceText>(text)), diagnostics_(diagnostics) {}

    std::optional<RecordedPlan> read() {
        Json document;
        if (!parse(document)) return std::nullopt;
        RecordedPlan plan;
        if (!document.is_object() || !is_known(text(document, "", "schema")))
            refuse("schema", {Term::choice, {"smpcare.plan/1", "smpcare.plan/2"}});
        if (!good_) return std::nullopt;
        const auto& head = member(document, "", "protocol", Json::value_t::object);
        plan.protocol = text(head, "protocol/", "id");
        plan.version = text(head, "protocol/", "version");
        plan.fingerprint = text(head, "protocol/", "fingerprint");
        each(document, "", "sessions",
             [&](const Json& value, const std::string& path) { plan.sessions.push_back(date(value, path)); });
        check_sessions(plan.sessions);
        each(document, "", "items", [&](const Json& value, const std::string& path) {
            plan.rules.push_back(rule(value, path, plan.sessions.size()));
        });
        check_rules(plan.rules);
        each(document, "", "notices", [&](const Json& value, const std::string& path) {
            auto said = text(value, path + '/', "message");
            if (text(value, path + '/', "code") == name(Code::floor_accepted)) plan.floors.push_back(std::move(said));
        });
        if (!good_) return std::nullopt;
        return plan;
    }

private:
    static bool is_known(std::string_view schema) { return schema == "smpcare.plan/1" || schema == "smpcare.plan/2"; }

    bool parse(Json& document) {
        std::vector<std::set<std::string>> keys;
        std::string twice;
        const auto watch = [&](int, Json::parse_event_t event, Json& value) {
            if (event == Json::parse_event_t::object_start) keys.emplace_back();
            if (event == Json::parse_event_t::object_end) keys.pop_back();
            if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
                twice = value.get<std::string>();
            return true;
        };
        try {
            document = Json::parse(source_->text, watch);
        } catch (const Json::parse_error& fault) {
            const auto byte = std::min(fault.byte > 0 ? fault.byte - 1 : 0, source_->text.size());
            const bool cut_off = source_->text.find_first_not_of(" \t\r\n", byte) == std::string::npos;
            diagnostics_.error(Code::not_json, place_of(source_, byte), {cut_off ? Term::cut_off : Term::out_of_place});
            return false;
        } catch (const Json::exception&) {
            diagnostics_.error(Code::not_json, whole(source_->name), {Term::huge_number});
            return false;
        }
        if (twice.empty()) return true;
        diagnostics_.error(Code::duplicate_key, whole(source_->name), {twice});
        return false;
    }

    void refuse(const std::string& path, Arg wanted) {
        if (good_) diagnostics_.error(Code::not_a_plan, whole(source_->name), {path, std::move(wanted)});
        good_ = false;
    }

    static Term term_of(Json::value_t type) {
        switch (type) {
            case Json::value_t::object:
                return Term::object;
            case Json::value_t::array:
                return Term::list;
            case Json::value_t::boolean:
                return Term::true_or_false;
            default:
                return Term::text;
        }
    }

    const Json& member(const Json& object, const std::string& path, const char* key, Json::value_t type) {
        static const Json none[] = {Json::object(), Json::array(), Json(""), Json(false)};
        if (object.is_object() && object.contains(key) && object[key].type() == type) return object[key];
        refuse(path + key, term_of(type));
        return *std::find_if(std::begin(none), std::end(none), [type](const Json& one) { return one.type() == type; });
    }

    std::string text(const Json& object, const std::string& path, const char* key) {
        return member(object, path, key, Json::value_t::string).get<std::string>();
    }

    template <class Read>
    void each(const Json& object, const std::string& path, const char* key, Read read) {
        std::size_t index = 0;
        for (const auto& value : member(object, path, key, Json::value_t::array)) {
            if (!good_) return;
            read(value, path + key + '/' + std::to_string(index++));
        }
    }

    Date date(const Json& value, const std::string& path) {
        const auto day = value.is_string() ? parse_date(value.get<std::string>()) : std::nullopt;
        if (!day) refuse(path, Term::iso_date);
        return day.value_or(first_date);
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
            const bool known = number.is_number_integer() && number >= 1 && number <= sessions;
            if (known)
                window.after_sessions.push_back(number.get<int>());
            else
                refuse(at, Term::session_number);
        });
        return window;
    }

    RecordedRule rule(const Json& value, const std::string& path, std::size_t sessions) {
        const auto inside = path + '/';
        RecordedRule rule;
        rule.id = text(value, inside, "rule");
        rule.kind = kind(value, inside);
        rule.title = text(value, inside, "title");
        rule.detail = text(value, inside, "detail");
        rule.provisional = member(value, inside, "provisional", Json::value_t::boolean).get<bool>();
        if (!value.is_object() || !value.contains("condition"))
            refuse(inside + "condition", Term::object_or_null);
        else if (!value["condition"].is_null())
            rule.condition = text(value["condition"], inside + "condition/", "text");
        each(value, inside, "windows",
             [&](const Json& one, const std::string& at) { rule.windows.push_back(window(one, at + '/', sessions)); });
        return rule;
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

    SourcePtr source_;
    Diagnostics& diagnostics_;
    bool good_ = true;
};

}  // namespace

}  // namespace smpcare::format

namespace smpcare {

using namespace format;

std::optional<RecordedPlan> read_plan_file(const SourceText& text, Diagnostics& diagnostics) {
    if (text.text.empty()) {
        diagnostics.error(Code::empty_file, whole(text.name), {text.name});
        return std::nullopt;
    }
    return PlanReader(text, diagnostics).read();
}

}  // namespace smpcare
