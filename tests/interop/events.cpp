// smpcare_events, with the words of `smpcare plan -f ics`: prints the calendar's events from the program's own data,
// before they are made into bytes. One line each, UID|first day|day after the last|title|alarm, cancelled ones after a
// `-`; an alarm is `!`.

#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <algorithm>
#include <iostream>

using namespace smpcare;
using namespace smpcare::cli;

namespace {

std::string digits(Date day) {
    auto text = iso(day);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

std::string in_a_field(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\\' ? "\\\\" : c == '|' ? "\\p" : std::string(1, c);
    return out;
}

int print_events(Invocation& call) {
    auto style = read_style(call);
    const auto client = read_case(call);
    const auto* const protocol = style && client ? read_protocol(call, Extent::questions) : nullptr;
    const auto plan = protocol != nullptr ? read_plan(call, *protocol, *client, Scope::listed) : std::nullopt;
    std::optional<Previous> previous;
    if (call.arguments.has(Opt::previous)) previous = read_previous(call);
    if (!plan) return static_cast<int>(fail(call));
    const auto* const format = find_format("ics");
    read_format_options(call, {&format, 1}, *style);
    const CalendarWriter writer{*protocol, *style};
    if (call.diagnostics.has_errors()) return static_cast<int>(fail(call));
    for (const auto& event : writer.events(*plan, previous ? &*previous : nullptr)) {
        std::cout << (event.cancelled ? "-" : "") << event.uid << '|' << digits(event.start) << '|'
                  << digits(event.last + Days{1}) << '|' << in_a_field(event.title) << (event.alarm ? "|!\n" : "|\n");
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    Invocation call;
    call.arguments = parse_arguments({argv + 1, static_cast<std::size_t>(argc - 1)}, call.diagnostics);
    call.command = &command_table().front();
    return call.diagnostics.has_errors() ? static_cast<int>(fail(call)) : print_events(call);
}
