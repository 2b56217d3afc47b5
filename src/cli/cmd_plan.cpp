#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace smpcare::cli {
namespace {

/// Without an id the calendar's events are named after things that may change.
void hint_about_id(const Invocation& call, const Format& format) {
    if (format.name != "ics" || call.arguments.has(Opt::id) || call.arguments.has(Opt::quiet)) return;
    say(call, {Severity::notice, Code::hint_no_id, {}, {}, {}});
}

/// Text and JSON hold the notices themselves.
bool prints_notices(const Format& format) { return format.name == "text" || format.name == "json"; }

}  // namespace

ExitStatus run_plan(Invocation& call) {
    auto const* const format = choose_format(call, [](const Format& f) { return f.plan != nullptr; });
    auto const style = read_style(call);
    auto const client = read_case(call);
    if (format == nullptr || !style || !client) return fail(call);
    auto const protocol = read_protocol(call);
    if (!protocol) return fail(call);
    auto const plan = read_plan(call, *protocol, *client, Scope::listed);
    if (!plan) return fail(call);

    auto const bytes = format->plan(*plan, *style);
    if (!prints_notices(*format)) say_notices(call, plan->notices);
    if (bytes.empty()) {
        say(call, {Severity::error, Code::nothing_to_write, {}, {}, {}});
        return ExitStatus::negative;
    }
    hint_about_id(call, *format);
    return write_output(call, bytes, ExitStatus::done);
}

}  // namespace smpcare::cli
