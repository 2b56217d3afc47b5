#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace smpcare::cli {
namespace {

bool is_calendar(const Format& format) { return format.name == "ics"; }

/// Calendars and tables have no room for notices; the others hold them.
bool prints_notices(const Format& format) { return !is_calendar(format) && format.name != "csv"; }

/// Without an id the calendar's events are named after things that may change.
void hint_about_id(Invocation& call) {
    if (call.arguments.has(Opt::id)) return;
    say_notices(call, {{Severity::notice, Code::hint_no_id, {}, {}, {}}});
}

/// The calendar, or nothing with the faults in `call.diagnostics`.
std::optional<std::string> calendar_bytes(Invocation& call, const Plan& plan, const CalendarOptions& options) {
    std::optional<Previous> previous;
    if (call.arguments.has(Opt::previous)) {
        previous = read_previous(call);
        if (!previous) return std::nullopt;
    }
    const CalendarWriter writer{*plan.protocol, options};
    const auto kinship = previous ? writer.kinship(plan, *previous) : Kinship::same_events;
    if (kinship != Kinship::same_events) {
        const auto& name = previous->text->name;
        const auto code = kinship == Kinship::stranger ? Code::previous_unrelated : Code::other_events;
        say_notices(call, {{Severity::notice, code, whole(name), {name}, {}}});
    }
    std::string bytes;
    writer.append(plan, previous ? &*previous : nullptr, bytes);
    say_about_alarm(call, options);
    return bytes;
}

}  // namespace

ExitStatus run_plan(Invocation& call) {
    const auto* const format = choose_format(call);
    auto style = read_style(call);
    CalendarOptions calendar;
    if (format != nullptr && style) {
        read_handout_options(call, *format, *style);
        read_discreet(call, {&format, 1}, *style);
        calendar = read_calendar_options(call, *format, *style);
    }
    const auto client = read_case(call);
    if (format == nullptr || !style || !client || call.diagnostics.has_errors()) return fail(call);
    const auto protocol = read_protocol(call);
    if (!protocol) return fail(call);
    const auto plan = read_plan(call, *protocol, *client, Scope::listed);
    if (!plan) return fail(call);

    const auto bytes = is_calendar(*format) ? calendar_bytes(call, *plan, calendar) : format->plan(*plan, *style);
    if (!bytes) return fail(call);
    if (!prints_notices(*format)) say_notices(call, plan->notices);
    if (bytes->empty()) {
        say(call, {Severity::error, Code::nothing_to_write, {}, {}, {}});
        return ExitStatus::negative;
    }
    if (is_calendar(*format)) hint_about_id(call);
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, *bytes, ExitStatus::done);
}

}  // namespace smpcare::cli
