#pragma once

/// One row a command; the table is what `help`, the parser and the man page's test read.

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::cli {

struct Invocation;

struct Command {
    std::string_view name;   ///< one word, or two as in `rules list`
    std::string_view words;  ///< what follows it: `ACTIVITY [DATE[..DATE]]`
    std::size_t fewest_words, most_words;
    std::string_view summary;
    std::string_view example;
    std::span<const std::span<const Opt>> options;  ///< in groups, in the order of `--help`
    ExitStatus (*run)(Invocation&);
};
std::span<const Command> command_table();

bool has_option(const Command& command, Opt option);

/// `smpcare help` and `smpcare COMMAND --help`.
std::string overview();
std::string help_for(const Command& command);

ExitStatus run_plan(Invocation& call);
ExitStatus run_day(Invocation& call);
ExitStatus run_can(Invocation& call);
ExitStatus run_latest(Invocation& call);
ExitStatus run_explain(Invocation& call);
ExitStatus run_diff(Invocation& call);
ExitStatus run_batch(Invocation& call);
ExitStatus run_rules_list(Invocation& call);
ExitStatus run_rules_show(Invocation& call);
ExitStatus run_rules_check(Invocation& call);
ExitStatus run_rules_test(Invocation& call);
ExitStatus run_rules_new(Invocation& call);
ExitStatus run_rules_schema(Invocation& call);
ExitStatus run_help(Invocation& call);

}  // namespace smpcare::cli
