#include "cli/invocation.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"
#include "cli/command.hpp"
#include "cli/pager.hpp"

#include <smpcare/files.hpp>
#include <smpcare/nearest.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace smpcare::cli {
namespace {

constexpr int default_width = 80;
constexpr int widest = 10000;

bool writes_to_file(const Invocation& call) {
    return call.arguments.has(Opt::output) && call.arguments.value(Opt::output) != "-";
}

/// --width, else COLUMNS where it is a number, else the terminal, else 80.
int choose_width(Invocation& call) {
    if (call.arguments.has(Opt::width)) return read_number(call, Opt::width, 1, widest).value_or(default_width);
    if (call.environment.columns)
        if (const auto columns = number_in(*call.environment.columns, 1, widest)) return *columns;
    if (call.environment.terminal_width > 0 && !writes_to_file(call)) return call.environment.terminal_width;
    return default_width;
}

/// What is none of the choices has been told, and gives no colour.
bool wants_colour(const Invocation& call, bool terminal) {
    const auto when = call.arguments.value(Opt::color);
    if (!when.empty() && when != "auto") return when == "always";
    return terminal && !call.environment.no_color && !call.environment.dumb_terminal;
}

std::optional<std::string_view> choose_language(Invocation& call) {
    const bool given = call.arguments.has(Opt::language);
    if (!given && !call.environment.language) return languages().front();
    const std::string_view wanted = given ? call.arguments.value(Opt::language) : *call.environment.language;
    const auto known = languages();
    const auto found = std::find(known.begin(), known.end(), wanted);
    if (found != known.end()) return *found;
    const auto span = given ? option_span(Opt::language, wanted) : whole("SMPCARE_LANGUAGE=" + std::string{wanted});
    if (const auto unseen = unseen_edge(wanted)) {
        call.diagnostics.error(Code::unseen_character, span, {std::string{trimmed_unseen(wanted)}, *unseen});
        return std::nullopt;
    }
    call.diagnostics.error(Code::unknown_language, span, {std::string{wanted}},
                           nearest(wanted, {known.begin(), known.end()}));
    return std::nullopt;
}

/// Seconds since 1970 that fall on a date we speak of.
void read_epoch(Invocation& call, Style& style) {
    if (!call.environment.epoch) return;
    const auto& text = *call.environment.epoch;
    const long long past_the_last = (last_date - Date{} + Days{1}).count() * 86400LL;
    style.epoch = number_in(text, 0LL, past_the_last - 1);
    if (!style.epoch) call.diagnostics.error(Code::bad_epoch, whole("SOURCE_DATE_EPOCH=" + text), {text});
}

}  // namespace

std::string_view ending_of(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot + 1);
}

std::string_view help_language(const Invocation& call) {
    if (call.arguments.has(Opt::language)) return call.arguments.value(Opt::language);
    return call.environment.language ? std::string_view{*call.environment.language} : languages().front();
}

std::optional<std::size_t> read_choice(Invocation& call, Opt option) {
    const auto text = call.arguments.value(option);
    const auto all = choices(row(option).among);
    const auto found = std::find(all.begin(), all.end(), text);
    if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    call.diagnostics.error(Code::bad_choice, option_span(option, text),
                           {std::string{text}, std::string{long_name(option)}, joined(all, ", ")}, nearest(text, all));
    return std::nullopt;
}

std::optional<Style> read_style(Invocation& call) {
    const auto faults = call.diagnostics.all().size();
    Style style;
    style.width = choose_width(call);
    // A file or a pipe gets the same bytes everywhere; only a terminal may be unable to show them.
    const bool poor_terminal = call.environment.output_is_terminal && !writes_to_file(call) && !call.environment.utf8;
    style.ascii = call.arguments.has(Opt::ascii) || poor_terminal;
    if (call.arguments.has(Opt::color)) read_choice(call, Opt::color);
    style.colour = !writes_to_file(call) && wants_colour(call, call.environment.output_is_terminal);
    if (const auto language = choose_language(call)) style.language = *language;
    style.details = call.arguments.has(Opt::details);
    read_epoch(call, style);
    if (call.diagnostics.all().size() > faults) return std::nullopt;
    return style;
}

std::optional<Style> read_style_of_today(Invocation& call) {
    auto style = read_style(call);
    if (style) style->today = call.today();
    return style;
}

Style error_style(const Invocation& call) {
    Style style;
    style.language = help_language(call);
    style.ascii = call.arguments.has(Opt::ascii);
    style.colour = wants_colour(call, call.environment.errors_are_terminal);
    return style;
}

const Format* choose_format(Invocation& call) {
    const auto writes = call.command->writes;
    const auto given = call.arguments.has(Opt::format) ? Opt::format : Opt::output;
    const auto value = call.arguments.value(given);
    const auto wanted = given == Opt::format ? value : ending_of(value);
    if (given == Opt::output && wanted.empty()) return &formats().front();
    const auto* const format = given == Opt::format ? find_format(wanted) : find_format_of_ending(wanted);
    if (format != nullptr && writes(*format)) return format;
    const auto names = format_names(*call.command);
    call.diagnostics.error(Code::format_unavailable, option_span(given, value),
                           {std::string{wanted}, std::string{call.command->name}, joined(names, ", ")},
                           nearest(wanted, names));
    return nullptr;
}

std::optional<Browser> read_browser(Invocation& call, std::span<const Format* const> chosen, bool to_output) {
    const auto printed =
        std::find_if(chosen.begin(), chosen.end(), [](const Format* format) { return format->printed; });
    if (printed == chosen.end()) return std::nullopt;
    const std::string_view name = (*printed)->name;
    if (to_output && call.environment.output_is_terminal && !writes_to_file(call)) {
        const auto given = call.arguments.has(Opt::format) ? Opt::format : Opt::output;
        call.diagnostics.error(Code::not_for_terminals, option_span(given, call.arguments.value(given)),
                               {std::string{name}});
        return std::nullopt;
    }
    auto browser = find_browser(call.environment.path);
    if (!browser) call.diagnostics.error(Code::no_browser, {});
    return browser;
}

void say(const Invocation& call, const Diagnostic& diagnostic) {
    const auto text = describe(diagnostic, error_style(call));
    // Nothing is left to be done where even standard error cannot be written.
    write_all(STDERR_FILENO, text);
}

void say_notices(Invocation& call, const std::vector<Diagnostic>& notices) {
    if (!call.diagnostics.accept(notices)) return;
    for (const auto& notice : notices)
        if (call.diagnostics.policy().tells(notice)) say(call, notice);
}

ExitStatus write_output(Invocation& call, std::string_view bytes, ExitStatus status, Readers readers) {
    if (writes_to_file(call)) {
        const std::string path{call.arguments.value(Opt::output)};
        const auto replace = call.arguments.has(Opt::force) ? Replace::regular_file : Replace::never;
        return write_whole(path, bytes, replace, call.diagnostics, readers) ? status : fail(call);
    }
    if (page(call, bytes)) return status;
    // A reader that has gone has what it wanted.
    if (write_all(STDOUT_FILENO, bytes) || errno == EPIPE) return status;
    call.diagnostics.error(Code::cannot_write, {}, {Term::standard_output, std::strerror(errno)});
    return fail(call);
}

bool is_io(Code code) {
    constexpr Code io[] = {Code::no_such_file, Code::is_a_directory, Code::cannot_read, Code::cannot_write,
                           Code::file_exists,  Code::no_browser,     Code::cannot_print};
    return std::find(std::begin(io), std::end(io), code) != std::end(io);
}

ExitStatus fail(const Invocation& call) {
    auto status = ExitStatus::bad_input;
    for (const auto& diagnostic : call.diagnostics.all()) {
        if (call.diagnostics.policy().tells(diagnostic)) say(call, diagnostic);
        if (is_io(diagnostic.code)) status = ExitStatus::bad_io;
    }
    return status;
}

}  // namespace smpcare::cli
