#include "format/json/parts.hpp"

#include "say/changes.hpp"

namespace smpcare::format {

/// Invalid UTF-8 is refused where texts come in; should some pass, it must not end the program here.
std::string bytes_of(const Json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json protocol_json(const Protocol& protocol) {
    return {{"id", protocol.id},
            {"version", protocol.version},
            {"title", protocol.title},
            {"fingerprint", protocol.fingerprint}};
}

Json clinic_json(const Clinic& clinic) {
    return {{"name", text_or_null(clinic.name)},   {"phone", clinic.phone},
            {"email", text_or_null(clinic.email)}, {"address", text_or_null(clinic.address)},
            {"url", text_or_null(clinic.url)},     {"emergency", clinic.emergency}};
}

Json date_or_null(std::optional<Date> day) { return day ? Json(iso(*day)) : Json(nullptr); }

Json number_or_null(std::optional<int> number) { return number ? Json(*number) : Json(nullptr); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json window_json(const Window& window) {
    return {{"kind", name(window.kind)},
            {"start", iso(window.start)},
            {"end", date_or_null(window.end)},
            {"after_sessions", list(window.after_sessions, [](int session) { return session; })}};
}

Json condition_json(const say::Speaker& speaker, const Rule& rule, const std::vector<std::size_t>& unknown) {
    if (unknown.empty()) return nullptr;
    const auto id = [&](std::size_t fact) { return speaker.protocol().facts[fact].id; };
    return {{"unknown", list(unknown, id)}, {"text", say::condition_phrase(speaker, rule, unknown)}};
}

Json changes_json(const Protocol& protocol, const Rule& rule, const words::Words& words) {
    return list(rule.changes, [&](const ValueChange& change) -> Json {
        return {{"field", name(change.field)},
                {"from", change.from},
                {"to", change.to},
                {"by", say::place_of(protocol, change.by, words)},
                {"reason", change.reason},
                {"author", change.author},
                {"decided", date_or_null(change.decided)}};
    });
}

Json notices_json(const std::vector<Diagnostic>& notices, const Style& style) {
    return list(notices, [&](const Diagnostic& one) -> Json {
        return {{"code", name(one.code)}, {"message", message(one, style.language)}};
    });
}

}  // namespace smpcare::format
