#include "cli/app.hpp"

#include "cli/command.hpp"
#include "cli/completion/completion.hpp"
#include "cli/invocation.hpp"

#include <smpcare/files.hpp>
#include <smpcare/help.hpp>
#include <smpcare/nearest.hpp>
#include <smpcare/version.hpp>

#include <csignal>
#include <exception>
#include <functional>
#include <new>

#include <unistd.h>

namespace smpcare::cli {
namespace {

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const auto& command : command_table()) names.push_back(command.name);
    return names;
}

/// Finds the command and takes its name off the words.
void read_command(Invocation& call) {
    const auto& words = call.arguments.words;
    call.command = find_command(words);
    if (call.command != nullptr) {
        const std::ptrdiff_t name_words = call.command->name.find(' ') == std::string_view::npos ? 1 : 2;
        call.words.assign(words.begin() + name_words, words.end());
        return;
    }
    if (words.empty()) {
        call.diagnostics.error(Code::missing_command, {});
        return;
    }
    std::string typed = words[0];
    if (is_group(typed)) {
        if (words.size() == 1) {
            call.diagnostics.error(Code::missing_argument, {}, {Arg{Term::group_command, {typed}}});
            return;
        }
        typed += ' ' + words[1];
    }
    call.diagnostics.error(Code::unknown_command, {}, {typed}, nearest(typed, command_names()));
}

/// A date where no date belongs is most likely the session's, if none was given.
std::string meant_as_session(const Invocation& call, std::size_t word) {
    const bool lacks_date = has_option(*call.command, Opt::date) && !call.arguments.has(Opt::date);
    if (!lacks_date || word != call.command->most_words || !parse_date(call.words[word])) return {};
    return command_line(call, std::span{call.words}.first(word), call.words[word]);
}

/// Unknown names come before missing ones: a slip in an option's name is one mistake, not two.
void check_usage(Invocation& call) {
    const auto& command = *call.command;
    for (const auto& option : option_table())
        if (call.arguments.has(option.option) && !has_option(command, option.option))
            call.diagnostics.error(Code::option_elsewhere, {},
                                   {std::string{long_name(option.option)}, std::string{command.name}});
    for (std::size_t i = command.most_words; i < call.words.size(); ++i)
        call.diagnostics.error(Code::unexpected_argument, {}, {call.words[i]}, meant_as_session(call, i));
    if (!call.diagnostics.has_errors() && call.words.size() < command.fewest_words)
        call.diagnostics.error(Code::missing_argument, {}, {std::string{command.words}});
}

/// --today is read even where nothing asks for today.
void read_today(Invocation& call) {
    if (!call.arguments.has(Opt::today)) return;
    const auto text = call.arguments.value(Opt::today);
    call.known_today = read_date(text, local_today, option_span(Opt::today, text), call.diagnostics);
}

ExitStatus dispatch(Invocation& call) {
    const bool asks_help = call.arguments.has(Opt::help);
    if (call.diagnostics.has_errors()) return fail(call);
    if (call.arguments.has(Opt::version))
        return write_output(call, "smpcare " + std::string{version} + '\n', ExitStatus::done);
    if (asks_help && call.arguments.words.empty())
        return write_output(call, overview(help_language(call)), ExitStatus::done);
    if (!asks_help && call.arguments.words.empty()) {
        const std::string text = overview(help_language(call));
        write_all(STDERR_FILENO, text);
        return ExitStatus::bad_input;
    }
    if (asks_help) {
        call.words = call.arguments.words;
        return run_help(call);
    }
    read_command(call);
    if (call.command != nullptr) check_usage(call);
    if (!call.diagnostics.has_errors()) check_paths(call);
    read_today(call);
    return call.diagnostics.has_errors() ? fail(call) : call.command->run(call);
}

}  // namespace

Date Invocation::today() const {
    if (!known_today) known_today = local_today();
    return *known_today;
}

int guarded(const std::function<int()>& work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        write_all(STDERR_FILENO, help_frame({}).out_of_memory);
    } catch (const std::exception& fault) {
        write_all(STDERR_FILENO, help_frame({}).broken);
        write_all(STDERR_FILENO, fault.what());
        write_all(STDERR_FILENO, "\n");
    }
    return static_cast<int>(ExitStatus::bad_io);
}

/// Memory can run out where nothing may be thrown, as in the destructor of a JSON document.
void end_with_a_message() {
    ::_exit(guarded([] {
        if (const auto fault = std::current_exception()) std::rethrow_exception(fault);
        return static_cast<int>(ExitStatus::bad_io);
    }));
}

int run(int argc, char** argv) {
    std::set_terminate(end_with_a_message);
    // A closed pipe is seen where the write fails, so that `| head` ends quietly with the command's own status.
    std::signal(SIGPIPE, SIG_IGN);
    // So is a file that grows past what the system allows.
    std::signal(SIGXFSZ, SIG_IGN);
    return guarded([=] {
        Invocation call;
        if (argc > 1 && argv[1] == completion_question)
            return static_cast<int>(
                write_output(call, complete({argv + 2, static_cast<std::size_t>(argc - 2)}), ExitStatus::done));
        call.environment = read_environment();
        const auto count = static_cast<std::size_t>(argc > 0 ? argc - 1 : 0);
        call.arguments = parse_arguments({argv + 1, count}, call.diagnostics);
        call.diagnostics.obey({call.arguments.has(Opt::strict), call.arguments.has(Opt::quiet)});
        return static_cast<int>(dispatch(call));
    });
}

}  // namespace smpcare::cli
