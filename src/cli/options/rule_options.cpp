#include "base/unseen.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/files.hpp>
#include <smpcare/nearest.hpp>

#include <deque>
#include <filesystem>
#include <utility>

namespace smpcare::cli {
namespace {

constexpr std::string_view default_rules = "smp-standard";

/// The files of overrides, lowest first.
std::vector<SourceText> read_overrides(Invocation& call) {
    std::vector<SourceText> texts;
    for (const auto& path : call.arguments.values(Opt::overrides))
        if (auto text = read_text(path, rule_file_limit, call.diagnostics)) texts.push_back(std::move(*text));
    return texts;
}

/// The one reason of a command, who decided and when. They need something that was decided.
void add_why(Invocation& call, std::vector<Setting>& settings) {
    std::optional<Date> decided;
    if (const auto text = call.arguments.value(Opt::decided); call.arguments.has(Opt::decided))
        decided = read_date(call, text, option_span(Opt::decided, text));
    for (auto& setting : settings) {
        setting.reason = call.arguments.value(Opt::reason);
        setting.author = call.arguments.value(Opt::author);
        setting.decided = decided;
    }
    if (!settings.empty() || call.arguments.has(Opt::set)) return;
    for (const auto option : {Opt::reason, Opt::author, Opt::decided})
        if (call.arguments.has(option))
            call.diagnostics.error(Code::missing_option, option_span(option, call.arguments.value(option)),
                                   {std::string{long_name(Opt::set)}});
}

/// Every `--set`, then every `--drop`, then every `--accept-below-floor`, all with the one reason.
std::vector<Setting> read_settings(Invocation& call) {
    std::vector<Setting> settings;
    for (const auto& text : call.arguments.values(Opt::set))
        if (auto setting = parse_setting(text, option_span(Opt::set, text), call.diagnostics))
            settings.push_back(std::move(*setting));
    for (const auto& rule : call.arguments.values(Opt::drop))
        settings.push_back(drop_setting(rule, option_span(Opt::drop, rule)));
    for (const auto& rule : call.arguments.values(Opt::accept_below_floor))
        settings.push_back(acceptance_setting(rule, option_span(Opt::accept_below_floor, rule)));
    add_why(call, settings);
    return settings;
}

/// The name of the rules, and where it was given.
std::pair<std::string_view, Span> choose_rules(const Invocation& call) {
    if (call.arguments.has(Opt::rules)) {
        const auto name = call.arguments.value(Opt::rules);
        return {name, option_span(Opt::rules, name)};
    }
    if (call.environment.rules) return {*call.environment.rules, whole("SMPCARE_RULES=" + *call.environment.rules)};
    return {default_rules, {}};
}

/// Whether reading it ends by itself: no standard input, no pipe.
bool is_ordinary(const std::string& path) {
    std::error_code unknown;
    return std::filesystem::is_regular_file(path, unknown);
}

}  // namespace

std::optional<SourceText> read_rule_text(std::string_view name, const Span& span, Diagnostics& diagnostics) {
    if (const auto unseen = unseen_edge(name)) {
        diagnostics.error(Code::unseen_character, span, {std::string{trimmed_unseen(name)}, *unseen});
        return std::nullopt;
    }
    if (name == "-" || names_a_file(name)) return read_text(std::string{name}, rule_file_limit, diagnostics);
    if (auto text = built_in(name)) return text;
    std::vector<std::string_view> ids;
    for (const auto& known : built_ins()) ids.push_back(known.id);
    diagnostics.error(Code::unknown_protocol, span, {std::string{name}}, nearest(name, ids));
    return std::nullopt;
}

std::optional<LoadRequest> read_rules(Invocation& call) {
    const auto [name, span] = choose_rules(call);
    const auto faults = call.diagnostics.all().size();
    auto text = read_rule_text(name, span, call.diagnostics);
    auto overrides = read_overrides(call);
    auto settings = read_settings(call);
    if (!text || call.diagnostics.all().size() > faults) return std::nullopt;
    return LoadRequest{std::move(*text), file_reader(output_paths(call)), std::move(overrides), {std::move(settings)}};
}

std::optional<Protocol> protocol_to_complete(const Invocation& call) {
    const std::string name{choose_rules(call).first};
    if (name == "-" || (names_a_file(name) && !is_ordinary(name))) return std::nullopt;
    Diagnostics ignored;
    LoadRequest request;
    if (auto text = read_rule_text(name, {}, ignored))
        request.text = std::move(*text);
    else
        return std::nullopt;
    request.reader = [](const std::string& file, const Span& at, Diagnostics& diagnostics) {
        return is_ordinary(file) ? file_reader({})(file, at, diagnostics) : std::nullopt;
    };
    auto plain = request;
    for (const auto& path : call.arguments.values(Opt::overrides))
        if (is_ordinary(path))
            if (auto text = read_text(path, rule_file_limit, ignored)) request.overrides.push_back(std::move(*text));
    auto protocol = load_protocol(std::move(request), ignored);
    return protocol ? protocol : load_protocol(std::move(plain), ignored);
}

const Protocol* read_protocol(Invocation& call, Extent extent) {
    auto request = read_rules(call);
    if (!request) return nullptr;
    request->extent = extent;
    auto protocol = load_protocol(std::move(*request), call.diagnostics);
    static auto& kept = *new std::deque<Protocol>;
    return protocol ? &kept.emplace_back(std::move(*protocol)) : nullptr;
}

bool say_old_review(Invocation& call, const Protocol& protocol) {
    const auto old = old_review(protocol, call.today());
    if (!call.diagnostics.accept(old)) return false;
    say_notices(call, old);
    return true;
}

std::optional<Plan> read_plan(Invocation& call, const Protocol& protocol, const Case& client, Scope scope) {
    auto plan = make_plan(protocol, client, scope, call.diagnostics);
    const bool fresh = !plan || say_old_review(call, protocol);
    if (plan && (!call.diagnostics.accept(plan->notices) || !fresh)) return std::nullopt;
    return plan;
}

}  // namespace smpcare::cli
