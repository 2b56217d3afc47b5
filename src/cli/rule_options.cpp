#include "cli/invocation.hpp"

#include <smpcare/files.hpp>
#include <smpcare/nearest.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

constexpr std::string_view default_rules = "smp-standard";

/// The files of overrides, lowest first.
std::vector<SourceText> read_overrides(Invocation& call) {
    std::vector<SourceText> texts;
    for (auto const& path : call.arguments.values(Opt::overrides))
        if (auto text = read_text(path, rule_file_limit, call.diagnostics)) texts.push_back(std::move(*text));
    return texts;
}

/// Every `--set`, then every `--drop`, then every `--accept-below-floor`, all with the one reason.
std::vector<Setting> read_settings(Invocation& call) {
    std::vector<Setting> settings;
    for (auto const& text : call.arguments.values(Opt::set))
        if (auto setting = parse_setting(text, option_span(Opt::set, text), call.diagnostics))
            settings.push_back(std::move(*setting));
    for (auto const& rule : call.arguments.values(Opt::drop))
        settings.push_back(drop_setting(rule, option_span(Opt::drop, rule)));
    for (auto const& rule : call.arguments.values(Opt::accept_below_floor))
        settings.push_back(acceptance_setting(rule, option_span(Opt::accept_below_floor, rule)));
    for (auto& setting : settings) setting.reason = call.arguments.value(Opt::reason);
    if (settings.empty() && call.arguments.has(Opt::reason) && !call.arguments.has(Opt::set))
        call.diagnostics.error(Code::missing_option, option_span(Opt::reason, call.arguments.value(Opt::reason)),
                               {std::string{long_name(Opt::set)}});
    return settings;
}

/// Two that both want standard input would share one text between them.
bool reads_stdin_twice(const Invocation& call, std::string_view rules) {
    auto const& files = call.arguments.values(Opt::overrides);
    return std::count(files.begin(), files.end(), "-") + std::count(call.words.begin(), call.words.end(), "-") +
               (rules == "-" ? 1 : 0) >
           1;
}

}  // namespace

Reader file_reader() {
    return [](const std::string& name, const Span& at, Diagnostics& diagnostics) {
        Diagnostics found;
        auto text = read_text(name, rule_file_limit, found);
        for (auto fault : found.all()) {
            fault.span = at;
            diagnostics.add(std::move(fault));
        }
        return text;
    };
}

std::optional<SourceText> read_rule_text(std::string_view name, const Span& span, Diagnostics& diagnostics) {
    if (name == "-" || names_a_file(name)) return read_text(std::string{name}, rule_file_limit, diagnostics);
    if (auto text = built_in(name)) return text;
    std::vector<std::string_view> ids;
    for (auto const& known : built_ins()) ids.push_back(known.id);
    diagnostics.error(Code::unknown_protocol, span, {std::string{name}}, nearest(name, ids));
    return std::nullopt;
}

std::optional<LoadRequest> read_rules(Invocation& call) {
    std::string_view name = default_rules;
    Span span;
    if (call.arguments.has(Opt::rules)) {
        name = call.arguments.value(Opt::rules);
        span = option_span(Opt::rules, name);
    } else if (call.environment.rules) {
        name = *call.environment.rules;
        span = whole("SMPCARE_RULES=" + *call.environment.rules);
    }
    if (reads_stdin_twice(call, name)) {
        call.diagnostics.error(Code::stdin_twice, {});
        return std::nullopt;
    }
    auto const faults = call.diagnostics.all().size();
    auto text = read_rule_text(name, span, call.diagnostics);
    auto overrides = read_overrides(call);
    auto settings = read_settings(call);
    if (!text || call.diagnostics.all().size() > faults) return std::nullopt;
    return LoadRequest{std::move(*text), file_reader(), std::move(overrides), std::move(settings)};
}

std::optional<Protocol> read_protocol(Invocation& call) {
    auto request = read_rules(call);
    if (!request) return std::nullopt;
    return load_protocol(std::move(*request), call.diagnostics);
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
