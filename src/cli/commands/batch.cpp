#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/batch.hpp>
#include <smpcare/files.hpp>
#include <smpcare/nearest.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace smpcare::cli {
namespace {

/// More threads than this only wait for the folder.
constexpr unsigned most_workers = 4;
constexpr std::chrono::milliseconds moment{100}, while_of_lines{10'000};
constexpr std::size_t buffered = std::size_t{1} << 16;
constexpr int pipe_size = 1 << 20;

/// The options that say where the output goes, and what they ask for.
struct Place {
    Opt option;
    BatchTarget target;
    std::string_view format;  ///< unless --format says another
};
constexpr Place places[] = {
    {Opt::dir, BatchTarget::files, "ics"},
    {Opt::stream, BatchTarget::stream, "json"},
    {Opt::combined, BatchTarget::combined, "html"},
};

const Place* choose_place(Invocation& call) {
    const Place* chosen = nullptr;
    for (const auto& place : places) {
        if (!call.arguments.has(place.option)) continue;
        if (chosen != nullptr)
            call.diagnostics.error(Code::options_clash, {},
                                   {std::string{long_name(chosen->option)}, std::string{long_name(place.option)}});
        chosen = &place;
    }
    if (chosen == nullptr) call.diagnostics.error(Code::missing_option, {}, {std::string{long_name(Opt::dir)}});
    return chosen;
}

/// Rejects are not written where something else is, standard output or a file.
void check_rejects(Invocation& call) {
    if (!call.arguments.has(Opt::rejects)) return;
    const auto rejects = call.arguments.value(Opt::rejects), output = call.arguments.value(Opt::output);
    const auto clash = [&call](Opt other) {
        call.diagnostics.error(
            Code::options_clash, {},
            {std::string{long_name(Opt::rejects)} + (other == Opt::output ? "" : " -"), std::string{long_name(other)}});
    };
    if (rejects != "-") {
        if (!output.empty() && is_same_path(std::string{rejects}, std::string{output})) clash(Opt::output);
        return;
    }
    for (const auto option : {Opt::stream, Opt::checksums})
        if (call.arguments.has(option)) clash(option);
    if (call.arguments.has(Opt::combined) && (output.empty() || output == "-")) clash(Opt::combined);
}

/// Options that mean something in one place alone.
void check_places(Invocation& call) {
    const auto needs = [&call](Opt option, Opt place) {
        if (call.arguments.has(option) && !call.arguments.has(place))
            call.diagnostics.error(Code::missing_option, whole(std::string{long_name(option)}),
                                   {std::string{long_name(place)}});
    };
    needs(Opt::output, Opt::combined);
    for (const auto option : {Opt::file_name, Opt::update, Opt::checksums}) needs(option, Opt::dir);
    check_rejects(call);
}

/// Whether a place can hold a format: a stream, what can follow on itself; one document, what has pages.
bool fits(BatchTarget target, const Format& format) {
    if (format.plan == nullptr) return false;
    if (target == BatchTarget::stream) return format.streams;
    return target != BatchTarget::combined || format.combined != nullptr;
}

/// --format, else the ending of --output where it fits, else what the place usually holds.
std::string_view format_of(const Invocation& call, const Place& place) {
    if (call.arguments.has(Opt::format)) return call.arguments.value(Opt::format);
    const auto* const named = find_format_of_ending(ending_of(call.arguments.value(Opt::output)));
    return named != nullptr && fits(place.target, *named) ? named->name : place.format;
}

std::vector<const Format*> choose_formats(Invocation& call, const Place& place) {
    const std::string given{format_of(call, place)};
    std::vector<std::string_view> names;
    for (const auto& format : formats())
        if (fits(place.target, format)) names.push_back(format.name);
    const auto all = joined(names, ", ");
    std::vector<const Format*> chosen;
    for (std::string_view rest = given;;) {
        const auto comma = rest.find(',');
        const auto word = rest.substr(0, comma);
        const auto* const format = find_format(word);
        if (format == nullptr || !fits(place.target, *format))
            call.diagnostics.error(Code::format_unavailable, option_span(Opt::format, given),
                                   {std::string{word}, "batch " + std::string{long_name(place.option)}, all},
                                   nearest(word, names));
        else if (std::find(chosen.begin(), chosen.end(), format) == chosen.end())
            chosen.push_back(format);
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (place.target == BatchTarget::stream && chosen.size() > 1)
        call.diagnostics.error(Code::format_unavailable, option_span(Opt::format, given),
                               {given, "batch " + std::string{long_name(place.option)}, all});
    return chosen;
}

void read_columns(Invocation& call, BatchRequest& request) {
    for (const auto& value : call.arguments.values(Opt::column)) {
        const auto equals = value.find('=');
        const auto span = option_span(Opt::column, value);
        if (equals == std::string::npos || equals + 1 == value.size())
            call.diagnostics.error(Code::bad_choice, span, {value, "--column", Term::column_and_heading});
        else
            request.columns.push_back({value.substr(0, equals), value.substr(equals + 1), span});
    }
    for (const auto& value : call.arguments.values(Opt::label_column))
        request.labels.push_back({value, option_span(Opt::label_column, value)});
}

SessionRows read_sessions(Invocation& call) {
    constexpr SessionRows places_of_sessions[] = {SessionRows::cells, SessionRows::rows};
    if (!call.arguments.has(Opt::sessions)) return SessionRows::cells;
    return places_of_sessions[read_choice(call, Opt::sessions).value_or(0)];
}

DateOrder read_order(Invocation& call) {
    // As the option's row lists them.
    constexpr DateOrder orders[] = {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy};
    if (!call.arguments.has(Opt::date_order)) return orders[0];
    return orders[read_choice(call, Opt::date_order).value_or(0)];
}

void read_chosen_formats(Invocation& call, BatchRequest& request) {
    if (request.formats.empty()) return;
    read_format_options(call, request.formats, request.style);
    const auto pattern = call.arguments.value(Opt::file_name);
    if (request.style.discreet && pattern.find("{name}") != std::string_view::npos)
        call.diagnostics.error(Code::bad_file_name, option_span(Opt::file_name, pattern),
                               {std::string{pattern}, Arg{Term::choice_discreet, {"id", "date"}}});
}

void read_request(Invocation& call, BatchRequest& request) {
    const auto* const place = choose_place(call);
    check_places(call);
    if (auto style = read_style(call)) request.style = *style;
    request.today = call.today();
    // What is kept or sent shows no day of its making, unless somebody says which.
    if (call.arguments.has(Opt::today)) request.style.today = request.today;
    request.style.colour = false;
    if (!call.arguments.has(Opt::width)) request.style.width = 80;
    if (place != nullptr) {
        request.formats = choose_formats(call, *place);
        read_chosen_formats(call, request);
        request.browser = read_browser(call, request.formats, place->target == BatchTarget::combined);
        request.target = call.arguments.has(Opt::dry_run) ? BatchTarget::nothing : place->target;
    }
    request.clients = call.words.front();
    read_columns(call, request);
    request.order = read_order(call);
    request.sessions = read_sessions(call);
    request.inputs = input_paths(call);
    request.folder = call.arguments.value(Opt::dir);
    if (call.arguments.has(Opt::file_name)) request.file_name = call.arguments.value(Opt::file_name);
    request.rejects = call.arguments.value(Opt::rejects);
    request.all_errors = call.arguments.has(Opt::all_errors);
    request.update = call.arguments.has(Opt::update);
    request.strict = call.arguments.has(Opt::strict);
    request.replace = call.arguments.has(Opt::force) ? Replace::regular_file : Replace::never;
    request.workers = std::clamp(std::thread::hardware_concurrency(), 1U, most_workers);
    if (auto rules = read_rules(call)) request.rules = std::move(*rules);
}

/// A pipe that holds several blocks lets the workers go on while the reader reads. Where it cannot grow, or is no pipe,
/// nothing is lost but time.
void widen_output() {
#ifdef F_SETPIPE_SZ
    [[maybe_unused]] const auto size = ::fcntl(STDOUT_FILENO, F_SETPIPE_SZ, pipe_size);
#endif
}

/// Standard output and standard error while the rows go by.
class Talk {
public:
    Talk(Invocation& call, bool prints) : call_(call), quiet_(call.arguments.has(Opt::quiet)) {
        on_one_line_ = call.environment.errors_are_terminal && !call.environment.dumb_terminal;
        shows_progress_ = !quiet_ && (on_one_line_ || prints);
    }

    [[nodiscard]] BatchHooks hooks(BatchTarget target) {
        BatchHooks made;
        made.report = [this](const Diagnostic& diagnostic) {
            if (!call_.diagnostics.policy().tells(diagnostic)) return;
            clear_progress();
            say(call_, diagnostic);
        };
        if (shows_progress_) made.progress = [this](std::size_t rows, std::size_t all) { progress(rows, all); };
        if (call_.arguments.has(Opt::checksums)) made.file = [this](const BatchFile& file) { checksum(file); };
        made.rejects = [this](std::string_view bytes) { return write(bytes); };
        if (target == BatchTarget::stream) {
            widen_output();
            made.output = [this](std::string_view bytes) { return write(bytes); };
        }
        if (target == BatchTarget::combined)
            made.output = [this](std::string_view bytes) {
                document_ = bytes;
                return true;
            };
        return made;
    }

    /// What is left to be said and written.
    ExitStatus end(const std::optional<BatchSummary>& summary, BatchTarget target) {
        clear_progress();
        write(checksums_);
        if (!summary) return fail(call_);
        if (!quiet_) write_all(STDERR_FILENO, last_lines(*summary, target));
        if (failed_) return fail(call_);
        if (summary->rows == 0) say(call_, {Severity::error, Code::nothing_to_write, {}, {}, {}});
        const auto status = summary->refused > 0 || summary->rows == 0 ? ExitStatus::negative : ExitStatus::done;
        return document_.empty() ? status : write_output(call_, document_, status, Readers::owner);
    }

private:
    [[nodiscard]] std::string last_lines(const BatchSummary& summary, BatchTarget target) const {
        const auto style = error_style(call_);
        const bool is_lost = summary.refused > 0 && !call_.arguments.has(Opt::rejects);
        return summary_line(summary, target, style) + (is_lost ? rejects_hint(style) : std::string{});
    }

    bool write(std::string_view bytes) {
        if (write_all(STDOUT_FILENO, bytes)) return true;
        // A reader that has gone has what it wanted.
        if (errno != EPIPE && !failed_) {
            call_.diagnostics.error(Code::cannot_write, {}, {Term::standard_output, std::strerror(errno)});
            failed_ = true;
        }
        return false;
    }

    void checksum(const BatchFile& file) {
        checksums_ += checksum_line(file);
        if (checksums_.size() < buffered) return;
        write(checksums_);
        checksums_.clear();
    }

    /// Over the line before, or now and then below it where there is nothing but lines.
    void progress(std::size_t rows, std::size_t all) {
        const auto now = std::chrono::steady_clock::now();
        if (now - shown_ < (on_one_line_ ? moment : while_of_lines)) return;
        shown_ = now;
        visible_ = on_one_line_;
        const auto line = progress_line(rows, all, error_style(call_));
        write_all(STDERR_FILENO, on_one_line_ ? '\r' + line : line + '\n');
    }

    void clear_progress() {
        if (visible_) write_all(STDERR_FILENO, "\r\x1b[K");
        visible_ = false;
    }

    Invocation& call_;
    bool quiet_;
    bool shows_progress_ = false, on_one_line_ = false, visible_ = false, failed_ = false;
    std::chrono::steady_clock::time_point shown_ = std::chrono::steady_clock::now() - moment;
    std::string checksums_, document_;
};

}  // namespace

ExitStatus run_batch(Invocation& call) {
    BatchRequest request;
    read_request(call, request);
    if (call.diagnostics.has_errors()) return fail(call);
    const auto& formats = request.formats;
    if (std::any_of(formats.begin(), formats.end(), [](const Format* format) { return format->calendar; }))
        say_about_alarm(call, request.style.calendar);
    Talk talk{call, request.browser.has_value()};
    const auto hooks = talk.hooks(request.target);
    const auto summary = smpcare::run_batch(request, hooks, call.diagnostics);
    return talk.end(summary, request.target);
}

}  // namespace smpcare::cli
