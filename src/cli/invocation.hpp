#pragma once

/// One run of the program: what was typed, what the world says, and the steps that commands share.

#include "cli/environment.hpp"
#include "cli/exit_status.hpp"
#include "cli/options/dates.hpp"
#include "cli/options/options.hpp"

#include <smpcare/calendar.hpp>
#include <smpcare/files.hpp>
#include <smpcare/format.hpp>
#include <smpcare/load.hpp>
#include <smpcare/plan.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::cli {

struct Command;

struct Invocation {
    Arguments arguments;
    Environment environment;
    const Command* command = nullptr;
    std::vector<std::string> words;  ///< the command's own words, its name taken off
    Diagnostics diagnostics;

    /// --today, else the clock's, which is asked only where somebody needs it and then once.
    [[nodiscard]] Date today() const;
    mutable std::optional<Date> known_today{};
};

/// Paths are looked at before anything is read or written. Errors: stdin_twice; of what is to be written,
/// is_a_directory, output_is_input.
void check_paths(Invocation& call);
/// Whether two paths name one file, or would when it is there.
bool is_same_path(const std::string& one, const std::string& other);
/// The files that the command line and the environment ask to read.
std::vector<std::string> input_paths(const Invocation& call);
/// The files that will be written, by --output and --rejects.
std::vector<std::string> output_paths(const Invocation& call);

/// The steps below add their errors to `call.diagnostics` and return nothing.
std::optional<Case> read_case(Invocation& call);

/// `--rules`, or SMPCARE_RULES, or smp-standard; over it `--overrides`, `--set`, `--drop` and
/// `--accept-below-floor`. Null where they cannot be used. It stays to the program's end, where the system frees all
/// memory in one go: to take it apart costs more than to make a plan of it.
const Protocol* read_protocol(Invocation& call, Extent extent);
/// The same, not loaded yet.
std::optional<LoadRequest> read_rules(Invocation& call);
/// For completion: rules and overrides as far as they can be read, without settings, which may be half typed. Tells
/// nothing, and never waits: standard input and what is no ordinary file are not read.
std::optional<Protocol> protocol_to_complete(const Invocation& call);
/// Dates of the command line, as options/dates.hpp has them.
std::optional<Date> read_date(Invocation& call, std::string_view text, const Span& span);
std::optional<DateRange> read_range(Invocation& call, std::string_view text, const Span& span);
/// The facts alone, for what is asked without a client's sessions.
std::vector<FactAnswer> read_facts(Invocation& call);
/// A rule by its id. Errors: unknown_rule.
std::optional<std::size_t> find_rule(Invocation& call, const Protocol& protocol, std::string_view id);
/// What reads the files that rule files extend; none of `outputs`. Errors: those of read_text, output_is_input.
Reader file_reader(std::vector<std::string> outputs);
/// One argument of `rules check` and friends: a built-in's id, a file, or `-`.
std::optional<SourceText> read_rule_text(std::string_view name, const Span& span, Diagnostics& diagnostics);

/// Colour, width and language for standard output (or for a file, where there is no colour).
std::optional<Style> read_style(Invocation& call);
/// And today, which is asked of the clock where --today does not say it.
std::optional<Style> read_style_of_today(Invocation& call);
/// What the chosen formats take: --css, --view, --discreet, which each of them must be able to keep, and the
/// calendar's; and no today of the clock's on a page that is kept. Errors: bad_choice, bad_alarm, those of reading a
/// style sheet.
void read_format_options(Invocation& call, std::span<const Format* const> chosen, Style& style);
/// Whether an option is given and one of the formats takes it. Errors: bad_choice.
bool belongs(Invocation& call, Opt option, std::span<const Format* const> chosen, bool Format::*takes);
/// --events, --alarm, --public and --calendar-name. Errors: bad_choice, bad_alarm.
void read_calendar_options(Invocation& call, std::span<const Format* const> chosen, CalendarOptions& options);
/// The file of --previous. Errors: those of reading a file, not_our_calendar.
std::optional<Previous> read_previous(Invocation& call);
/// That an alarm rings when people sleep.
void say_about_alarm(Invocation& call, const CalendarOptions& options);
/// The same for standard error, where nothing can fail any more.
Style error_style(const Invocation& call);

/// `--format`, else the ending of `--output`, else text where it has none; the command must write it. Errors:
/// format_unavailable.
const Format* choose_format(Invocation& call);

/// Of a file's name, `ics` of `.../ana.ics`; "" where it has none, as `ana` and `.ana`.
std::string_view ending_of(std::string_view path);

/// What prints the chosen formats, where one of them is printed; nothing where none is. Errors: no_browser, and
/// not_for_terminals where standard output is a terminal and has to take it.
std::optional<Browser> read_browser(Invocation& call, std::span<const Format* const> chosen, bool to_output);

/// The language of help, which never fails.
std::string_view help_language(const Invocation& call);
/// Which of the option's choices is given. Errors: bad_choice.
std::optional<std::size_t> read_choice(Invocation& call, Opt option);

/// A number an option gives, decimal, from `lowest` to `highest`.
std::optional<int> read_number(Invocation& call, Opt option, int lowest, int highest);
/// The command line that would have worked: the command, these words and --date.
std::string command_line(const Invocation& call, std::span<const std::string> words, std::string_view date);
Span option_span(Opt option, std::string_view value);

/// That the rules are due for a review, told at once; false where --strict refuses them.
bool say_old_review(Invocation& call, const Protocol& protocol);

/// Case and protocol made into a plan, its notices refused under --strict.
std::optional<Plan> read_plan(Invocation& call, const Protocol& protocol, const Case& client, Scope scope);

/// Notices for those outputs that do not print them themselves: told at once, or added as errors under --strict.
void say_notices(Invocation& call, const std::vector<Diagnostic>& notices);
void say(const Invocation& call, const Diagnostic& diagnostic);

/// Writes to --output or standard output.
ExitStatus write_output(Invocation& call, std::string_view bytes, ExitStatus status,
                        Readers readers = Readers::by_umask);
/// Whether a fault is of reading or writing, not of what was read.
bool is_io(Code code);
/// Prints what went wrong and says how badly.
ExitStatus fail(const Invocation& call);

}  // namespace smpcare::cli
