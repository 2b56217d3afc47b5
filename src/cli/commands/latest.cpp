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
    const auto text = call.arguments.value(Opt::by);
    return read_date(call, text, option_span(Opt::by, text));
}

/// The activities of all words, each once.
std::vector<std::size_t> read_activities(Invocation& call, const Protocol& protocol) {
    std::vector<std::size_t> activities;
    for (const auto& word : call.words)
        for (const auto activity : find_activities(call, protocol, word))
            if (std::find(activities.begin(), activities.end(), activity) == activities.end())
                activities.push_back(activity);
    return activities;
}

}  // namespace

ExitStatus run_latest(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    const auto by = read_by(call);
    const auto facts = read_facts(call);
    const auto protocol = read_protocol(call);
    if (!protocol) return fail(call);
    const auto activities = read_activities(call, *protocol);
    const bool fresh = say_old_review(call, *protocol);
    const bool accepted = call.diagnostics.accept(protocol->notices) && fresh;
    if (format == nullptr || !style || !by || !accepted || call.diagnostics.has_errors()) return fail(call);
    const auto found = latest_session(*protocol, facts, activities, *by, call.diagnostics);
    if (!found) return fail(call);

    say_notices(call, protocol->notices);
    const bool possible = found->latest && *found->latest >= call.today();
    return write_output(call, format->latest(*protocol, *found, *style),
                        possible ? ExitStatus::done : ExitStatus::negative);
}

}  // namespace smpcare::cli
