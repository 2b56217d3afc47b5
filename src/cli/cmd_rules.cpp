#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/nearest.hpp>

namespace smpcare::cli {
namespace {

constexpr int review_is_old_after = 365;

/// A review older than a year is worth a look, by today's date and not by the file's.
void notice_old_review(const Protocol& protocol, Date today, const Span& span, Diagnostics& diagnostics) {
    if (protocol.reviewed && day_number(*protocol.reviewed, today) > review_is_old_after)
        diagnostics.notice(Code::review_old, span, {iso(*protocol.reviewed)});
}

/// All that is to be said of one rule file.
Diagnostics check_file(const std::string& name, Date today) {
    Diagnostics found;
    auto text = read_rule_text(name, whole(name), found);
    if (!text) return found;
    Span const span = whole(text->name);
    if (auto const protocol = load_protocol(std::move(*text), found)) {
        for (auto const& notice : protocol->notices) found.add(notice);
        notice_old_review(*protocol, today, span, found);
    }
    return found;
}

}  // namespace

ExitStatus run_rules_list(Invocation& call) {
    auto const style = read_style(call);
    if (!style) return fail(call);
    std::vector<Protocol> protocols;
    for (auto const& known : built_ins())
        if (auto protocol = load_protocol({std::string{known.id}, std::string{known.text}}, call.diagnostics))
            protocols.push_back(std::move(*protocol));
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, list_built_ins(protocols, *style), ExitStatus::done);
}

ExitStatus run_rules_show(Invocation& call) {
    auto const style = read_style(call);
    if (!style) return fail(call);
    auto const protocol = read_protocol(call);
    if (!protocol) return fail(call);
    if (call.words.empty()) return write_output(call, show_protocol(*protocol, *style), ExitStatus::done);
    if (auto const* const rule = protocol->find_rule(call.words[0]))
        return write_output(call, show_rule(*protocol, *rule, *style), ExitStatus::done);
    std::vector<std::string_view> ids;
    for (auto const& rule : protocol->rules) ids.push_back(rule.id);
    call.diagnostics.error(Code::unknown_rule, {}, {call.words[0]}, nearest(call.words[0], ids));
    return fail(call);
}

ExitStatus run_rules_check(Invocation& call) {
    auto const style = read_style(call);
    if (!style) return fail(call);
    std::string report;
    bool clean = true;
    for (auto const& name : call.words) {
        auto const found = check_file(name, call.today());
        for (auto const& diagnostic : found.all()) {
            if (is_io(diagnostic.code))
                call.diagnostics.add(diagnostic);
            else
                report += describe(diagnostic, *style);
        }
        clean = clean && !found.has_errors() && (found.all().empty() || !call.arguments.has(Opt::strict));
    }
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, report, clean ? ExitStatus::done : ExitStatus::negative);
}

}  // namespace smpcare::cli
