#include "base/text.hpp"
#include "cli/command.hpp"

#include <smpcare/help.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

template <auto Result>
bool writes(const Format& format) {
    return format.*Result != nullptr;
}

constexpr Command all_commands[] = {
    {"plan", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare plan --date 2026-11-22", writes<&Format::plan>,
     run_plan},
    {"day", "[DATE]", 0, 4, ValueKind::date, ValueKind::nothing, "smpcare day tomorrow --date 2026-11-22",
     writes<&Format::day>, run_day},
    {"can", "ACTIVITY… [DATE[..DATE]]", 1, 100, ValueKind::activity, ValueKind::range,
     "smpcare can swim 2026-12-20..2026-12-27 --date 2026-11-22", writes<&Format::answer>, run_can},
    {"normal", "SIGN… [DATE[..DATE]]", 1, 100, ValueKind::sign, ValueKind::range,
     "smpcare normal redness tomorrow --date 2026-11-22", writes<&Format::answer>, run_normal},
    {"latest", "ACTIVITY…", 1, 100, ValueKind::activity, ValueKind::activity,
     "smpcare latest swim sauna --by 2027-01-10", writes<&Format::latest>, run_latest},
    {"explain", "RULE [DATE]", 1, 100, ValueKind::rule, ValueKind::date,
     "smpcare explain swim-pool 2026-12-20 --date 2026-11-22", writes<&Format::explanation>, run_explain},
    {"diff", "OLD NEW", 2, 2, ValueKind::plan_file, ValueKind::plan_file, "smpcare diff old.json new.json",
     writes<&Format::difference>, run_diff},
    {"batch", "CLIENTS.csv|-", 1, 1, ValueKind::clients_file, ValueKind::nothing,
     "smpcare batch clients.csv --dir out -f ics,html", writes<&Format::plan>, run_batch},
    {"rules list", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare rules list", nullptr, run_rules_list},
    {"rules show", "[RULE]", 0, 1, ValueKind::rule, ValueKind::nothing, "smpcare rules show swim-pool",
     writes<&Format::rules>, run_rules_show},
    {"rules check", "FILE…", 1, 1000, ValueKind::rules, ValueKind::rules, "smpcare rules check clinic.toml",
     writes<&Format::findings>, run_rules_check},
    {"rules test", "FILE…", 1, 1000, ValueKind::rules, ValueKind::rules, "smpcare rules test clinic.toml", nullptr,
     run_rules_test},
    {"rules new", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare rules new -o clinic.toml", nullptr,
     run_rules_new},
    {"rules schema", "", 0, 0, ValueKind::nothing, ValueKind::nothing, "smpcare rules schema", nullptr,
     run_rules_schema},
    {"completion", "bash|zsh|fish", 1, 1, ValueKind::shell, ValueKind::nothing, "source <(smpcare completion bash)",
     nullptr, run_completion},
    {"help", "[COMMAND|CODE]", 0, 2, ValueKind::topic, ValueKind::topic, "smpcare help unknown-field", nullptr,
     run_help},
};

/// `-d,--date DATE[,DATE…]`.
std::string shown(const OptionRow& option) {
    return smpcare::fill("{}{}{}", option.names, option.value.empty() ? "" : " ", option.value);
}

bool at_the_foot(const OptionRow& option) { return option.brief || option.commands == every_command; }

void append_option(std::string& text, const Command& command, const OptionRow& option, std::string_view language) {
    const bool has_short = option.names[1] != '-';
    std::string help{option_help(long_name(option.option), language)};
    if (option.option == Opt::format) help += smpcare::fill(": {}", joined(format_names(command), ", "));
    smpcare::append(text, "  {:<29} {}\n", (has_short ? "" : "    ") + shown(option), help);
}

/// The options of every command, and those that need no line of their own, on as few lines as they take.
void append_common(std::string& text, const Command& command, std::string_view language) {
    constexpr std::size_t width = 80;
    std::string line{help_frame(language).common};
    for (const auto& option : option_table()) {
        if (!at_the_foot(option) || !has_option(command, option.option)) continue;
        const auto next = shown(option) + (option.option == Opt::help ? "" : ",");
        if (line.size() + 1 + next.size() > width) {
            text += line + '\n';
            line = " ";
        }
        line += ' ' + next;
    }
    text += line + '\n';
}

}  // namespace

std::span<const Command> command_table() { return all_commands; }

const Command* find_command(const std::vector<std::string>& words) {
    for (std::size_t count : {2U, 1U}) {
        if (words.size() < count) continue;
        const std::string name = count == 2 ? words[0] + ' ' + words[1] : words[0];
        for (const auto& command : all_commands)
            if (command.name == name) return &command;
    }
    return nullptr;
}

bool is_group(std::string_view word) {
    for (const auto& command : all_commands)
        if (command.name.starts_with(std::string{word} + ' ')) return true;
    return false;
}

bool has_option(const Command& command, Opt option) {
    const auto commands = row(option).commands;
    if (commands == every_command) return true;
    for (auto rest = commands; !rest.empty();) {
        const auto end = std::min(rest.find(','), rest.size());
        if (rest.substr(0, end) == command.name) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::vector<std::string_view> format_names(const Command& command) {
    std::vector<std::string_view> names;
    for (const auto& format : formats())
        if (command.writes != nullptr && command.writes(format)) names.push_back(format.name);
    return names;
}

std::string overview(std::string_view language) {
    const auto frame = help_frame(language);
    auto text = smpcare::fill("{}\n\n  {}\n\n", frame.title, all_commands[0].example);
    const auto add = [&text](std::string_view name, std::string_view help) {
        smpcare::append(text, "  {:<13} {}\n", name, help);
    };
    for (const auto& command : all_commands) add(command.name, command_help(command.name, language));
    add(row(Opt::version).names, option_help(long_name(Opt::version), language));
    return text.append("\n").append(frame.closing);
}

std::string help_for(const Command& command, std::string_view language) {
    auto text = smpcare::fill("  {}\n\nsmpcare {}{}{}: {}\n\n", command.example, command.name,
                              command.words.empty() ? "" : " ", command.words, command_help(command.name, language));
    bool has_own = false;
    for (const auto& option : option_table()) {
        if (at_the_foot(option) || !has_option(command, option.option)) continue;
        append_option(text, command, option, language);
        has_own = true;
    }
    if (has_own) text += '\n';
    append_common(text, command, language);
    return text;
}

}  // namespace smpcare::cli
