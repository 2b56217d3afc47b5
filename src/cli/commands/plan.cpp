#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace smpcare::cli {
namespace {

/// Without an id the calendar's events are named after things that may change.
void hint_about_id(Invocation& call) {
    if (call.arguments.has(Opt::id)) return;
    say_notices(call, {{Severity::notice, Code::hint_no_id, {}, {}, {}}});
}

/// The calendar, or nothing with the faults in `call.diagnostics`.
std::optional<std::string> calendar_bytes(Invocation& call, const Plan& plan, const Style& style) {
    std::optional<Previous> previous;
    if (call.arguments.has(Opt::previous)) {
        previous = read_previous(call);
        if (!previous) return std::nullopt;
    }
    const CalendarWriter writer{*plan.protocol, style};
    const auto kinship = previous ? writer.kinship(plan, *previous) : Kinship::same_events;
    if (kinship != Kinship::same_events) {
        const auto& name = previous->text->name;
        const auto code = kinship == Kinship::stranger ? Code::previous_unrelated : Code::other_events;
        say_notices(call, {{Severity::notice, code, whole(name), {name}, {}}});
    }
    std::string bytes;
    writer.append(plan, previous ? &*previous : nullptr, bytes);
    say_about_alarm(call, style.calendar);
    return bytes;
}

}  // namespace

ExitStatus run_plan(Invocation& call) {
    const auto* const format = choose_format(call);
    auto style = read_style_of_today(call);
    if (format != nullptr && style) read_format_options(call, {&format, 1}, *style);
    const auto browser = format == nullptr ? std::nullopt : read_browser(call, {&format, 1}, true);
    const auto client = read_case(call);
    if (format == nullptr || !style || !client || call.diagnostics.has_errors()) return fail(call);
    // A calendar's titles name first what people have most words for.
    const auto* const protocol = read_protocol(call, format->calendar ? Extent::questions : Extent::plan);
    if (protocol == nullptr) return fail(call);
    const auto plan = read_plan(call, *protocol, *client, Scope::listed);
    if (!plan) return fail(call);

    auto bytes = format->calendar ? calendar_bytes(call, *plan, *style) : format->plan(*plan, *style);
    if (browser) bytes = print(*plan, *bytes, *style, *browser, call.diagnostics);
    if (!bytes) return fail(call);
    auto beside = plan->notices;
    if (format->holds_notices)
        std::erase_if(beside, [](const Diagnostic& notice) { return !is_for_practitioners(notice.code); });
    say_notices(call, beside);
    if (bytes->empty()) {
        say(call, {Severity::error, Code::nothing_to_write, {}, {}, {}});
        return ExitStatus::negative;
    }
    if (format->calendar) hint_about_id(call);
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, *bytes, ExitStatus::done);
}

}  // namespace smpcare::cli
