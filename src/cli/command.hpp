#pragma once

/// One row a command; the table is what `help`, the parser, completion and the man page's test read. What people read
/// of a command is `command_help`.

#include "cli/exit_status.hpp"
#include "cli/options/options.hpp"

#include <smpcare/format.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::cli {

struct Invocation;

struct Command {
    std::string_view name;   ///< one word, or two as in `rules list`
    std::string_view words;  ///< what follows it: `ACTIVITY [DATE[..DATE]]`
    std::size_t fewest_words, most_words;
    ValueKind first, rest;  ///< what fits the first of those words, and what fits each after it
    std::string_view example;
    bool (*writes)(const Format&);  ///< whether it has a format; null where it has no --format
    ExitStatus (*run)(Invocation&);
};
std::span<const Command> command_table();

/// The longest command name that the words begin with: `rules list` before anything called `rules`.
const Command* find_command(const std::vector<std::string>& words);
/// Whether commands of two words begin with it.
bool is_group(std::string_view word);

/// The names of the formats that a command writes.
std::vector<std::string_view> format_names(const Command& command);

bool has_option(const Command& command, Opt option);

/// `smpcare help` and `smpcare COMMAND --help`.
std::string overview(std::string_view language);
std::string help_for(const Command& command, std::string_view language);

ExitStatus run_plan(Invocation& call);
ExitStatus run_day(Invocation& call);
ExitStatus run_can(Invocation& call);
ExitStatus run_normal(Invocation& call);
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
ExitStatus run_completion(Invocation& call);
ExitStatus run_help(Invocation& call);

}  // namespace smpcare::cli
