#include "cli/client_plan.hpp"
#include "cli/command.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_can(Invocation& call) {
    ClientPlan client{call};
    const auto range = call.words.size() < 2 ? std::optional(DateRange{call.today(), call.today()})
                                             : read_range(call, call.words[1], whole(call.words[1]));
    const auto* const protocol = client.read_rules();
    if (protocol == nullptr) return fail(call);
    const auto activities = find_activities(call, *protocol, call.words[0]);
    const auto* const plan = client.make(Scope::all);
    if (plan == nullptr) return fail(call);

    const auto said = answer(*plan, call.words[0], activities, {range->from, range->to, call.today()});
    const auto status = said.verdict == Verdict::yes ? ExitStatus::done : ExitStatus::negative;
    return write_output(call, client.format().answer(*plan, said, client.style()), status);
}

}  // namespace smpcare::cli
