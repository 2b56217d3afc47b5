#include "cli/client_plan.hpp"
#include "cli/command.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_explain(Invocation& call) {
    ClientPlan client{call};
    const auto date = date_of_word(call, 1);
    const auto* const protocol = client.read_rules();
    if (protocol == nullptr) return fail(call);
    const auto rule = find_rule(call, *protocol, call.words[0]);
    const auto* const plan = client.make(Scope::all);
    if (plan == nullptr) return fail(call);
    return write_output(call, client.format().explanation(*plan, explain(*plan, *rule, *date), client.style()),
                        ExitStatus::done);
}

}  // namespace smpcare::cli
