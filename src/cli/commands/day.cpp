#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_day(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    const auto client = read_case(call);
    const auto date = call.words.empty() ? std::optional(call.today())
                                         : read_date(
                                               call.words[0], [&call] { return call.today(); }, whole(call.words[0]),
                                               call.diagnostics);
    if (format == nullptr || !style || !client || !date) return fail(call);
    const auto protocol = read_protocol(call);
    if (!protocol) return fail(call);
    const auto plan = read_plan(call, *protocol, *client, Scope::listed);
    if (!plan) return fail(call);

    say_notices(call, plan->notices);
    return write_output(call, format->day(*plan, day_view(*plan, *date), *style), ExitStatus::done);
}

}  // namespace smpcare::cli
