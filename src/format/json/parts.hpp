#pragma once

/// What the JSON outputs share.

#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

/// Keys come in the order of the schemas, which programs and people's own comparisons have by now: a new one may come
/// between them, but none changes its name, its place before another, or what it means.
using Json = nlohmann::ordered_json;

/// The document, indented, with a newline at its end.
std::string bytes_of(const Json& document);

/// What `plan -f json` holds.
Json plan_json(const Plan& plan, const Style& style);

/// Members of it that are a client's own.
Json client_json(const Plan& plan);
Json facts_json(const Plan& plan);
Json observed_json(const Plan& plan);

/// What every document says of the rules behind it.
Json protocol_json(const Protocol& protocol);

/// Whom the plan says to call.
Json clinic_json(const Clinic& clinic);

Json date_or_null(std::optional<Date> day);
Json number_or_null(std::optional<int> number);
Json text_or_null(const std::string& text);
Json window_json(const Window& window);
Json condition_json(const say::Speaker& speaker, const Rule& rule, const std::vector<std::size_t>& unknown);
Json changes_json(const Protocol& protocol, const Rule& rule, const words::Words& words);
Json notices_json(const std::vector<Diagnostic>& notices, const Style& style);

template <class Values, class Convert>
Json list(const Values& values, Convert convert) {
    Json out = Json::array();
    for (const auto& value : values) out.push_back(convert(value));
    return out;
}

}  // namespace smpcare::format
