#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

ExitStatus run_explain(Invocation& call) {
    auto const* const format = choose_format(call);
    auto const style = read_style(call);
    auto const client = read_case(call);
    auto const date = call.words.size() < 2 ? std::optional(call.today())
                                            : read_date(
                                                  call.words[1], [&call] { return call.today(); }, whole(call.words[1]),
                                                  call.diagnostics);
    auto const protocol = read_protocol(call);
    if (!protocol) return fail(call);
    auto const rule = find_rule(call, *protocol, call.words[0]);
    if (format == nullptr || !style || !client || !date || !rule) return fail(call);
    auto const plan = read_plan(call, *protocol, *client, Scope::all);
    if (!plan) return fail(call);

    say_notices(call, plan->notices);
    return write_output(call, format->explanation(*plan, explain(*plan, *rule, *date), *style), ExitStatus::done);
}

}  // namespace smpcare::cli
