#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/files.hpp>

namespace smpcare::cli {
namespace {

constexpr Opt calendar_only[] = {Opt::events, Opt::alarm, Opt::previous, Opt::open_to_all, Opt::calendar_name};
constexpr int late_evening = 22 * 60;  // minutes after midnight
constexpr int early_morning = 7 * 60;

void read_events(Invocation& call, CalendarOptions& options) {
    if (!call.arguments.has(Opt::events)) return;
    if (!read_choice(call, Opt::events)) return;
    options.events = *find_events(call.arguments.value(Opt::events));
}

void read_alarm_option(Invocation& call, CalendarOptions& options) {
    if (!call.arguments.has(Opt::alarm)) return;
    const auto text = call.arguments.value(Opt::alarm);
    if (text == "none")
        options.alarm.clear();
    else if (auto alarm = read_alarm(text))
        options.alarm = *std::move(alarm);
    else
        call.diagnostics.error(Code::bad_alarm, option_span(Opt::alarm, text), {std::string{text}});
}

}  // namespace

void read_calendar_options(Invocation& call, std::span<const Format* const> chosen, CalendarOptions& options) {
    for (const auto option : calendar_only) belongs(call, option, chosen, &Format::calendar);
    read_events(call, options);
    read_alarm_option(call, options);
    options.open = call.arguments.has(Opt::open_to_all);
    options.name = call.arguments.value(Opt::calendar_name);
}

std::optional<Previous> read_previous(Invocation& call) {
    const std::string path{call.arguments.value(Opt::previous)};
    auto text = read_text(path, calendar_limit, call.diagnostics);
    if (!text) return std::nullopt;
    return read_calendar(*std::move(text), call.diagnostics);
}

void say_about_alarm(Invocation& call, const CalendarOptions& options) {
    if (options.alarm.empty()) return;
    const int time = alarm_time(options.alarm);
    if (early_morning <= time && time < late_evening) return;
    say_notices(call, {{Severity::notice,
                        Code::alarm_at_night,
                        option_span(Opt::alarm, options.alarm),
                        {smpcare::fill("{:02}:{:02}", time / 60, time % 60)},
                        {}}});
}

}  // namespace smpcare::cli
