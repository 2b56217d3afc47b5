#include "base/text.hpp"
#include "cli/command.hpp"

#include <smpcare/help.hpp>

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

constexpr Group of_plan[] = {case_options, client_options, rule_options, override_options, format_option, file_options};
constexpr Group of_schedule[] = {case_options,  client_options,  rule_options,     override_options,
                                 format_option, handout_options, calendar_options, file_options};
constexpr Group of_latest[] = {latest_options, rule_options, override_options, format_option, file_options};
constexpr Group of_diff[] = {format_option, file_options};
constexpr Opt batch_format_options[] = {Opt::format,   Opt::css,         Opt::events,       Opt::alarm,
                                        Opt::discreet, Opt::open_to_all, Opt::calendar_name};
constexpr Group of_batch[] = {clients_options, rule_options,         override_options, folder_options,
                              many_options,    batch_format_options, file_options};
constexpr Group of_list[] = {file_options};
constexpr Group of_show[] = {rules_option, override_options, file_options};
constexpr Group of_check[] = {strict_option, format_option, file_options};

template <auto Result>
bool writes(const Format& format) {
    return format.*Result != nullptr;
}

constexpr Command table[] = {
    {"plan", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare plan --date 2026-11-22", of_schedule,
     writes<&Format::plan>, run_plan},
    {"day", "[DATE]", 0, 1, ValueKind::date, ValueKind::nothing, "smpcare day tomorrow --date 2026-11-22", of_plan,
     writes<&Format::day>, run_day},
    {"can", "ACTIVITY [DATE[..DATE]]", 1, 2, ValueKind::activity, ValueKind::range,
     "smpcare can swim 2026-12-20..2026-12-27 --date 2026-11-22", of_plan, writes<&Format::answer>, run_can},
    {"latest", "ACTIVITY…", 1, 100, ValueKind::activity, ValueKind::activity,
     "smpcare latest swim sauna --by 2027-01-10", of_latest, writes<&Format::latest>, run_latest},
    {"explain", "RULE [DATE]", 1, 2, ValueKind::rule, ValueKind::date,
     "smpcare explain swim-pool 2026-12-20 --date 2026-11-22", of_plan, writes<&Format::explanation>, run_explain},
    {"diff", "OLD NEW", 2, 2, ValueKind::plan_file, ValueKind::plan_file, "smpcare diff old.json new.json", of_diff,
     writes<&Format::difference>, run_diff},
    {"batch", "CLIENTS.csv|-", 1, 1, ValueKind::clients_file, ValueKind::nothing,
     "smpcare batch clients.csv --dir out -f ics,html", of_batch, writes<&Format::plan>, run_batch},
    {"rules list", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare rules list", of_list, nullptr,
     run_rules_list},
    {"rules show", "[RULE]", 0, 1, ValueKind::rule, ValueKind::nothing, "smpcare rules show swim-pool", of_show,
     nullptr, run_rules_show},
    {"rules check", "FILE…", 1, 1000, ValueKind::rules, ValueKind::rules, "smpcare rules check clinic.toml", of_check,
     writes<&Format::findings>, run_rules_check},
    {"rules test", "FILE…", 1, 1000, ValueKind::rules, ValueKind::rules, "smpcare rules test clinic.toml", of_list,
     nullptr, run_rules_test},
    {"rules new", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare rules new -o clinic.toml", of_list,
     nullptr, run_rules_new},
    {"rules schema", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare rules schema", of_list, nullptr,
     run_rules_schema},
    {"completion", "bash|zsh|fish", 1, 1, ValueKind::shell, ValueKind::nothing, "source <(smpcare completion bash)",
     of_list, nullptr, run_completion},
    {"help",
     "[COMMAND|CODE]",
     0,
     2,
     ValueKind::topic,
     ValueKind::topic,
     "smpcare help unknown-field",
     {},
     nullptr,
     run_help},
};

/// `-d,--date DATE[,DATE…]`.
std::string shown(const OptionRow& option) {
    return smpcare::fill("{}{}{}", option.names, option.value.empty() ? "" : " ", option.value);
}

void append_option(std::string& text, const Command& command, Opt option, std::string_view language) {
    const auto& option_row = row(option);
    const bool has_short = option_row.names[1] != '-';
    std::string help{option_help(long_name(option), language)};
    if (option == Opt::format) help += smpcare::fill(": {}", joined(format_names(command), ", "));
    smpcare::append(text, "  {:<29} {}\n", (has_short ? "" : "    ") + shown(option_row), help);
}

/// The options of every command, on as few lines as they need.
void append_common(std::string& text, std::string_view language) {
    constexpr std::size_t width = 80;
    std::string line{help_frame(language).common};
    for (const auto option : common) {
        const auto next = shown(row(option)) + (option == Opt::help ? "" : ",");
        if (line.size() + 1 + next.size() > width) {
            text += line + '\n';
            line = " ";
        }
        line += ' ' + next;
    }
    text += line + '\n';
}

}  // namespace

std::span<const Command> command_table() { return table; }

std::span<const Opt> common_options() { return common; }

const Command* find_command(const std::vector<std::string>& words) {
    for (std::size_t count : {2U, 1U}) {
        if (words.size() < count) continue;
        std::string const name = count == 2 ? words[0] + ' ' + words[1] : words[0];
        for (const auto& command : table)
            if (command.name == name) return &command;
    }
    return nullptr;
}

bool is_group(std::string_view word) {
    for (const auto& command : table)
        if (command.name.starts_with(std::string{word} + ' ')) return true;
    return false;
}

bool has_option(const Command& command, Opt option) {
    const auto in = [option](Group group) { return std::find(group.begin(), group.end(), option) != group.end(); };
    return in(common) || std::any_of(command.options.begin(), command.options.end(), in);
}

std::vector<std::string_view> format_names(const Command& command) {
    std::vector<std::string_view> names;
    for (const auto& format : formats())
        if (command.writes != nullptr && command.writes(format)) names.push_back(format.name);
    return names;
}

std::string overview(std::string_view language) {
    const auto frame = help_frame(language);
    auto text = smpcare::fill("{}\n\n  {}\n\n", frame.title, table[0].example);
    const auto add = [&text](std::string_view name, std::string_view help) {
        smpcare::append(text, "  {:<13} {}\n", name, help);
    };
    for (const auto& command : table) add(command.name, command_help(command.name, language));
    add(row(Opt::version).names, option_help(long_name(Opt::version), language));
    return text.append("\n").append(frame.closing);
}

std::string help_for(const Command& command, std::string_view language) {
    auto text = smpcare::fill("  {}\n\nsmpcare {}{}{}: {}\n\n", command.example, command.name,
                              command.words.empty() ? "" : " ", command.words, command_help(command.name, language));
    for (auto group : command.options)
        for (auto option : group) append_option(text, command, option, language);
    if (!command.options.empty()) text += '\n';
    append_common(text, language);
    return text;
}

}  // namespace smpcare::cli
