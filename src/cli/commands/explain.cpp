#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_explain(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    const auto client = read_case(call);
    const auto date = call.words.size() < 2 ? std::optional(call.today())
                                            : read_date(
                                                  call.words[1], [&call] { return call.today(); }, whole(call.words[1]),
                                                  call.diagnostics);
    const auto protocol = read_protocol(call);
    if (!protocol) return fail(call);
    const auto rule = find_rule(call, *protocol, call.words[0]);
    if (format == nullptr || !style || !client || !date || !rule) return fail(call);
    const auto plan = read_plan(call, *protocol, *client, Scope::all);
    if (!plan) return fail(call);

    say_notices(call, plan->notices);
    return write_output(call, format->explanation(*plan, explain(*plan, *rule, *date), *style), ExitStatus::done);
}

}  // namespace smpcare::cli
