#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace smpcare::cli {

ExitStatus run_rules_list(Invocation& call) {
    const auto style = read_style(call);
    if (!style) return fail(call);
    std::vector<Protocol> protocols;
    for (const auto& known : built_ins())
        if (auto protocol = load_protocol(*built_in(known.id), call.diagnostics))
            protocols.push_back(std::move(*protocol));
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, list_built_ins(protocols, *style), ExitStatus::done);
}

ExitStatus run_rules_show(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    if (format == nullptr || !style) return fail(call);
    const auto* const protocol = read_protocol(call, Extent::whole);
    if (protocol == nullptr) return fail(call);
    if (call.words.empty()) return write_output(call, format->rules(*protocol, *style), ExitStatus::done);
    if (format != &formats().front()) {
        call.diagnostics.error(Code::format_unavailable, option_span(Opt::format, format->name),
                               {std::string{format->name}, "rules show RULE", std::string{formats().front().name}});
        return fail(call);
    }
    const auto rule = find_rule(call, *protocol, call.words[0]);
    if (!rule) return fail(call);
    return write_output(call, show_rule(*protocol, protocol->rules[*rule], *style), ExitStatus::done);
}

}  // namespace smpcare::cli
