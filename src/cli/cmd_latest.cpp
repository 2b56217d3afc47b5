#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

std::optional<Date> read_by(Invocation& call) {
    if (!call.arguments.has(Opt::by)) {
        call.diagnostics.error(Code::missing_option, {}, {std::string{long_name(Opt::by)}});
        return std::nullopt;
    }
    auto const text = call.arguments.value(Opt::by);
    return read_date(
        text, [&call] { return call.today(); }, option_span(Opt::by, text), call.diagnostics);
}

/// The activities of all words, each once.
std::vector<std::size_t> read_activities(Invocation& call, const Protocol& protocol) {
    std::vector<std::size_t> activities;
    for (auto const& word : call.words)
        for (auto const activity : find_activities(call, protocol, word))
            if (std::find(activities.begin(), activities.end(), activity) == activities.end())
                activities.push_back(activity);
    return activities;
}

/// Notices of the rules, refused under --strict.
bool accept_notices(Invocation& call, const Protocol& protocol) {
    if (!call.arguments.has(Opt::strict)) return true;
    for (auto notice : protocol.notices) {
        notice.severity = Severity::error;
        call.diagnostics.add(std::move(notice));
    }
    return protocol.notices.empty();
}

}  // namespace

ExitStatus run_latest(Invocation& call) {
    auto const* const format = choose_format(call);
    auto const style = read_style(call);
    auto const by = read_by(call);
    auto const facts = read_facts(call);
    auto const protocol = read_protocol(call);
    if (!protocol) return fail(call);
    auto const activities = read_activities(call, *protocol);
    bool const accepted = accept_notices(call, *protocol);
    if (format == nullptr || !style || !by || !accepted || call.diagnostics.has_errors()) return fail(call);
    auto const found = latest_session(*protocol, facts, activities, *by, call.diagnostics);
    if (!found) return fail(call);

    say_notices(call, protocol->notices);
    bool const possible = found->latest && *found->latest >= call.today();
    return write_output(call, format->latest(*protocol, *found, *style),
                        possible ? ExitStatus::done : ExitStatus::negative);
}

}  // namespace smpcare::cli
