#include "cli/invocation.hpp"

#include <smpcare/files.hpp>
#include <smpcare/nearest.hpp>

namespace smpcare::cli {
namespace {

constexpr std::string_view default_rules = "smp-standard";

/// A name without "/" and ".toml" is a built-in, never a file: a stray file in the folder changes nobody's plan.
bool is_file_name(std::string_view name) {
    return name == "-" || name.find('/') != std::string_view::npos || name.ends_with(".toml");
}

}  // namespace

std::optional<SourceText> read_rule_text(std::string_view name, const Span& span, Diagnostics& diagnostics) {
    if (is_file_name(name)) return read_text(std::string{name}, rule_file_limit, diagnostics);
    if (auto text = built_in(name)) return text;
    std::vector<std::string_view> ids;
    for (auto const& known : built_ins()) ids.push_back(known.id);
    diagnostics.error(Code::unknown_protocol, span, {std::string{name}}, nearest(name, ids));
    return std::nullopt;
}

std::optional<Protocol> read_protocol(Invocation& call) {
    std::string_view name = default_rules;
    Span span;
    if (call.arguments.has(Opt::rules)) {
        name = call.arguments.value(Opt::rules);
        span = option_span(Opt::rules, name);
    } else if (call.environment.rules) {
        name = *call.environment.rules;
        span = whole("SMPCARE_RULES=" + *call.environment.rules);
    }
    auto text = read_rule_text(name, span, call.diagnostics);
    if (!text) return std::nullopt;
    return load_protocol(std::move(*text), call.diagnostics);
}

std::optional<Plan> read_plan(Invocation& call, const Protocol& protocol, const Case& client, Scope scope) {
    auto plan = make_plan(protocol, client, scope, call.diagnostics);
    if (!plan || !call.arguments.has(Opt::strict) || plan->notices.empty()) return plan;
    for (auto notice : plan->notices) {
        notice.severity = Severity::error;
        call.diagnostics.add(std::move(notice));
    }
    return std::nullopt;
}

}  // namespace smpcare::cli
