#include "base/text.hpp"
#include "cli/invocation.hpp"

#include <smpcare/files.hpp>

#include <algorithm>

namespace smpcare::cli {

namespace {

std::string names_of_all(bool Format::*can) {
    std::string names;
    for (const auto& format : formats())
        if (format.*can) join(names, ", ", format.name);
    return names;
}

void refuse(Invocation& call, Opt option, const Format& format, bool Format::*wanted) {
    call.diagnostics.error(Code::bad_choice, option_span(Opt::format, format.name),
                           {std::string{format.name}, std::string{long_name(option)}, names_of_all(wanted)});
}

void read_css_option(Invocation& call, Style& style) {
    const auto text = read_text(std::string{call.arguments.value(Opt::css)}, css_limit, call.diagnostics);
    if (!text) return;
    if (auto sheet = read_css(*text, call.diagnostics)) style.css = *std::move(sheet);
}

void read_view(Invocation& call, Style& style) {
    if (const auto view = read_choice(call, Opt::view)) style.view = View{static_cast<int>(*view)};
}

void read_discreet(Invocation& call, std::span<const Format* const> chosen, Style& style) {
    style.discreet = call.arguments.has(Opt::discreet);
    if (!style.discreet) return;
    for (const auto* const format : chosen)
        if (!format->can_be_discreet) refuse(call, Opt::discreet, *format, &Format::can_be_discreet);
}

}  // namespace

bool belongs(Invocation& call, Opt option, std::span<const Format* const> chosen, bool Format::*takes) {
    if (!call.arguments.has(option)) return false;
    if (std::any_of(chosen.begin(), chosen.end(), [&](const Format* format) { return format->*takes; })) return true;
    refuse(call, option, *chosen.front(), takes);
    return false;
}

void read_format_options(Invocation& call, std::span<const Format* const> chosen, Style& style) {
    const bool kept = std::any_of(chosen.begin(), chosen.end(), [](const Format* format) { return format->handout; });
    if (kept && !call.arguments.has(Opt::today)) style.today.reset();
    if (belongs(call, Opt::css, chosen, &Format::takes_css)) read_css_option(call, style);
    if (belongs(call, Opt::view, chosen, &Format::takes_view)) read_view(call, style);
    read_discreet(call, chosen, style);
    read_calendar_options(call, chosen, style.calendar);
}

}  // namespace smpcare::cli
