#include "cli/command.hpp"

#include <smpcare/version.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace smpcare::cli {
namespace {

using Group = std::span<const Opt>;

constexpr Opt case_options[] = {Opt::date, Opt::planned, Opt::fact, Opt::observed};
constexpr Opt client_options[] = {Opt::id, Opt::name, Opt::label};
constexpr Opt rule_options[] = {Opt::rules, Opt::strict};
constexpr Opt rules_option[] = {Opt::rules};
constexpr Opt override_options[] = {Opt::overrides, Opt::set, Opt::drop, Opt::accept_below_floor, Opt::reason};
constexpr Opt latest_options[] = {Opt::by, Opt::fact};
constexpr Opt strict_option[] = {Opt::strict};
constexpr Opt format_option[] = {Opt::format};
constexpr Opt handout_options[] = {Opt::css, Opt::view};
constexpr Opt calendar_options[] = {Opt::events,   Opt::alarm,       Opt::previous,
                                    Opt::discreet, Opt::open_to_all, Opt::calendar_name};
constexpr Opt file_options[] = {Opt::output, Opt::force};
constexpr Opt clients_options[] = {Opt::column, Opt::label_column, Opt::date_order};
constexpr Opt folder_options[] = {Opt::dir, Opt::file_name, Opt::update, Opt::checksums};
constexpr Opt many_options[] = {Opt::stream, Opt::combined, Opt::rejects, Opt::dry_run};
constexpr Opt common[] = {Opt::language, Opt::color, Opt::ascii, Opt::width, Opt::quiet, Opt::today, Opt::help};

constexpr Group of_plan[] = {case_options,  client_options, rule_options, override_options,
                             format_option, file_options,   common};
constexpr Group of_schedule[] = {case_options,     client_options, rule_options,
                                 override_options, format_option,  handout_options,
                                 calendar_options, file_options,   common};
constexpr Group of_latest[] = {latest_options, rule_options, override_options, format_option, file_options, common};
constexpr Group of_diff[] = {format_option, file_options, common};
constexpr Opt batch_format_options[] = {Opt::format,   Opt::css,         Opt::events,       Opt::alarm,
                                        Opt::discreet, Opt::open_to_all, Opt::calendar_name};
constexpr Group of_batch[] = {clients_options, rule_options,         override_options, folder_options,
                              many_options,    batch_format_options, file_options,     common};
constexpr Group of_list[] = {file_options, common};
constexpr Group of_show[] = {rules_option, override_options, file_options, common};
constexpr Group of_check[] = {strict_option, format_option, file_options, common};
constexpr Group of_help[] = {common};

constexpr Command table[] = {
    {"plan", "", 0, 0, "the whole schedule: what, from, until and including", "smpcare plan --date 2026-11-22",
     of_schedule, run_plan},
    {"day", "[DATE]", 0, 1, "what is in force on a day, what ends, what starts next",
     "smpcare day tomorrow --date 2026-11-22", of_plan, run_day},
    {"can", "ACTIVITY [DATE[..DATE]]", 1, 2, "yes, limited or no; why; and from when it is free",
     "smpcare can swim 2026-12-20..2026-12-27 --date 2026-11-22", of_plan, run_can},
    {"latest", "ACTIVITY…", 1, 100, "the last procedure date that leaves activities free by a day",
     "smpcare latest swim sauna --by 2027-01-10", of_latest, run_latest},
    {"explain", "RULE [DATE]", 1, 2, "why a rule is, or is not, in force on a day",
     "smpcare explain swim-pool 2026-12-20 --date 2026-11-22", of_plan, run_explain},
    {"diff", "OLD NEW", 2, 2, "what changed between two plans, in words", "smpcare diff old.json new.json", of_diff,
     run_diff},
    {"batch", "CLIENTS.csv|-", 1, 1, "files for many clients at once",
     "smpcare batch clients.csv --dir out -f ics,html", of_batch, run_batch},
    {"rules list", "", 0, 0, "the rule sets inside the program", "smpcare rules list", of_list, run_rules_list},
    {"rules show", "[RULE]", 0, 1, "a rule set, or one rule with its sources", "smpcare rules show swim-pool", of_show,
     run_rules_show},
    {"rules check", "FILE…", 1, 1000, "every fault and doubt in rule files", "smpcare rules check clinic.toml",
     of_check, run_rules_check},
    {"rules test", "FILE…", 1, 1000, "run the tests that stand in rule files", "smpcare rules test clinic.toml",
     of_list, run_rules_test},
    {"rules new", "", 0, 0, "a clinic's own rule file, to begin with", "smpcare rules new -o clinic.toml", of_list,
     run_rules_new},
    {"rules schema", "", 0, 0, "the JSON Schema of rule files, for editors", "smpcare rules schema", of_list,
     run_rules_schema},
    {"help", "[COMMAND|CODE]", 0, 2, "help with a command, or with an error's code", "smpcare help unknown-field",
     of_help, run_help},
};

void append_option(std::string& text, Opt option) {
    auto const& shown = row(option);
    bool const has_short = shown.names[1] != '-';
    auto const names =
        fmt::format("{}{}{}{}", has_short ? "" : "    ", shown.names, shown.value.empty() ? "" : " ", shown.value);
    fmt::format_to(std::back_inserter(text), "  {:<29} {}\n", names, shown.help);
}

}  // namespace

std::span<const Command> command_table() { return table; }

bool has_option(const Command& command, Opt option) {
    return std::any_of(command.options.begin(), command.options.end(),
                       [option](Group group) { return std::find(group.begin(), group.end(), option) != group.end(); });
}

std::string overview() {
    std::string text =
        "smpcare says what to avoid, and until which date, after scalp micropigmentation.\n\n"
        "  smpcare plan --date 2026-11-22\n\n";
    for (auto const& command : table)
        fmt::format_to(std::back_inserter(text), "  {:<13} {}\n", command.name, command.summary);
    text +=
        "\nsmpcare help COMMAND says more; man smpcare says all. It works offline and stores nothing.\n"
        "It is not medical advice: your practitioner's word comes first.\n";
    return text;
}

std::string help_for(const Command& command) {
    std::string text = fmt::format("  {}\n\nsmpcare {}{}{}: {}\n\n", command.example, command.name,
                                   command.words.empty() ? "" : " ", command.words, command.summary);
    for (auto group : command.options)
        for (auto option : group) append_option(text, option);
    return text;
}

}  // namespace smpcare::cli
