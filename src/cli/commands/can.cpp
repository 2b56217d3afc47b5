#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_can(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    const auto client = read_case(call);
    const auto range = call.words.size() < 2 ? std::optional(DateRange{call.today(), call.today()})
                                             : read_range(
                                                   call.words[1], [&call] { return call.today(); },
                                                   whole(call.words[1]), call.diagnostics);
    const auto protocol = read_protocol(call);
    if (!protocol) return fail(call);
    const auto activities = find_activities(call, *protocol, call.words[0]);
    if (format == nullptr || !style || !client || !range || activities.empty()) return fail(call);
    const auto plan = read_plan(call, *protocol, *client, Scope::all);
    if (!plan) return fail(call);

    say_notices(call, plan->notices);
    const auto found = answer(*plan, call.words[0], activities, range->from, range->to);
    const auto status = found.verdict == Verdict::yes ? ExitStatus::done : ExitStatus::negative;
    return write_output(call, format->answer(*plan, found, *style), status);
}

}  // namespace smpcare::cli
