#include "cli/client_plan.hpp"
#include "cli/command.hpp"
#include "cli/question.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_day(Invocation& call) {
    ClientPlan client{call};
    const auto date = date_of_words(call, 0, counted_session(call, client.client()));
    client.read_rules(Extent::plan);
    const auto* const plan = client.make(Scope::listed);
    if (plan == nullptr) return fail(call);
    return write_output(call, client.format().day(*plan, day_view(*plan, *date), client.style()), ExitStatus::done);
}

}  // namespace smpcare::cli
