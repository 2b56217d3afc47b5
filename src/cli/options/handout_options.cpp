#include "base/text.hpp"
#include "cli/invocation.hpp"

#include <smpcare/files.hpp>

namespace smpcare::cli {

bool belongs(Invocation& call, Opt option, const Format& format, std::string_view home) {
    if (!call.arguments.has(option)) return false;
    if (format.name == home) return true;
    call.diagnostics.error(Code::bad_choice, option_span(Opt::format, format.name),
                           {std::string{format.name}, std::string{long_name(option)}, std::string{home}});
    return false;
}

namespace {

void read_css_option(Invocation& call, Style& style) {
    const auto text = read_text(std::string{call.arguments.value(Opt::css)}, css_limit, call.diagnostics);
    if (!text) return;
    if (auto sheet = read_css(*text, call.diagnostics)) style.css = *std::move(sheet);
}

void read_view(Invocation& call, Style& style) {
    if (const auto view = read_choice(call, Opt::view)) style.view = View{static_cast<int>(*view)};
}

}  // namespace

void read_handout_options(Invocation& call, const Format& format, Style& style) {
    if (format.handout && !call.arguments.has(Opt::today)) style.today.reset();
    if (belongs(call, Opt::css, format, "html")) read_css_option(call, style);
    if (belongs(call, Opt::view, format, "text")) read_view(call, style);
}

void read_discreet(Invocation& call, std::span<const Format* const> chosen, Style& style) {
    style.discreet = call.arguments.has(Opt::discreet);
    if (!style.discreet) return;
    std::string able;
    for (const auto& format : formats())
        if (format.can_be_discreet) join(able, ", ", format.name);
    for (const auto* const format : chosen)
        if (!format->can_be_discreet)
            call.diagnostics.error(Code::bad_choice, option_span(Opt::format, format->name),
                                   {std::string{format->name}, "--discreet", able});
}

}  // namespace smpcare::cli
