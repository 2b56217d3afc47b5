#include "cli/options/options.hpp"

#include <smpcare/nearest.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

constexpr OptionRow table[] = {
    {Opt::date, "-d,--date", "DATE[,DATE…]", true, ValueKind::dates},
    {Opt::planned, "--planned", "N", false, ValueKind::text},
    {Opt::id, "--id", "TEXT", false, ValueKind::text},
    {Opt::name, "--name", "TEXT", false, ValueKind::text},
    {Opt::fact, "--fact", "FACT[=no]", true, ValueKind::fact},
    {Opt::observed, "--observed", "EVENT=DATE", true, ValueKind::event_date},
    {Opt::label, "--label", "KEY=TEXT", true, ValueKind::text},
    {Opt::by, "--by", "DATE", false, ValueKind::date},
    {Opt::rules, "-r,--rules", "ID|FILE|-", false, ValueKind::rules},
    {Opt::overrides, "--overrides", "FILE|-", true, ValueKind::input_file, ".toml"},
    {Opt::set, "--set", "RULE.FIELD=VALUE", true, ValueKind::setting},
    {Opt::drop, "--drop", "RULE", true, ValueKind::rule},
    {Opt::accept_below_floor, "--accept-below-floor", "RULE", true, ValueKind::rule},
    {Opt::reason, "--reason", "TEXT", false, ValueKind::text},
    {Opt::strict, "--strict"},
    {Opt::column, "--column", "NAME=HEADING", true, ValueKind::column},
    {Opt::label_column, "--label-column", "HEADING", true, ValueKind::text},
    {Opt::date_order, "--date-order", "ORDER", false, ValueKind::choice, "ymd dmy mdy"},
    {Opt::dir, "--dir", "DIR", false, ValueKind::folder},
    {Opt::file_name, "--file-name", "PATTERN", false, ValueKind::text},
    {Opt::update, "--update"},
    {Opt::checksums, "--checksums"},
    {Opt::stream, "--stream"},
    {Opt::combined, "--combined"},
    {Opt::rejects, "--rejects", "FILE", false, ValueKind::output_file, ".csv"},
    {Opt::dry_run, "--dry-run"},
    {Opt::format, "-f,--format", "FORMAT", false, ValueKind::format},
    {Opt::output, "-o,--output", "FILE|-", false, ValueKind::output_file},
    {Opt::force, "--force"},
    {Opt::css, "--css", "FILE", false, ValueKind::input_file, ".css"},
    {Opt::view, "--view", "VIEW", false, ValueKind::choice, "lists calendar"},
    {Opt::events, "--events", "MODE", false, ValueKind::choice, "changes windows days"},
    {Opt::alarm, "--alarm", "-PT6H|none", false, ValueKind::choice, "-PT6H -PT12H -P1D none"},
    {Opt::previous, "--previous", "OLD.ics", false, ValueKind::input_file, ".ics"},
    {Opt::discreet, "--discreet"},
    {Opt::open_to_all, "--public"},
    {Opt::calendar_name, "--calendar-name", "TEXT", false, ValueKind::text},
    {Opt::language, "--language", "CODE", false, ValueKind::language},
    {Opt::color, "--color", "WHEN", false, ValueKind::choice, "auto always never"},
    {Opt::ascii, "--ascii"},
    {Opt::width, "--width", "N", false, ValueKind::text},
    {Opt::quiet, "-q,--quiet"},
    {Opt::today, "--today", "DATE", false, ValueKind::date},
    {Opt::help, "-h,--help"},
    {Opt::version, "--version"},
};
static_assert(std::size(table) == option_count);

std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names;
    for (const auto& option : table) names.push_back(long_name(option.option));
    return names;
}

/// `--name=` would make CLI11 take the next word as the value.
bool empty_assignment(std::string_view word) {
    return word.starts_with("--") && word.ends_with('=') && word.find('=') == word.size() - 1;
}

bool check_words(std::span<char* const> argv, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < argv.size(); ++i) {
        std::string_view const word = argv[i];
        if (invalid_utf8_at(word)) diagnostics.error(Code::invalid_utf8, {}, {"argument:" + std::to_string(i + 1)});
        if (word == "--") break;
        if (empty_assignment(word))
            diagnostics.error(Code::missing_value, {}, {std::string{word.substr(0, word.size() - 1)}});
    }
    return !diagnostics.has_errors();
}

/// What CLI11 did not know: words of the command, and options that do not exist.
void sort_remaining(const std::vector<std::string>& remaining, Arguments& arguments, Diagnostics& diagnostics) {
    bool only_words = false;
    for (const auto& word : remaining) {
        if (!only_words && word == "--") {
            only_words = true;
        } else if (only_words || word.size() < 2 || word.front() != '-') {
            arguments.words.push_back(word);
        } else {
            std::string const typed = word.substr(0, word.find('='));
            diagnostics.error(Code::unknown_option, {}, {typed}, nearest(typed, all_names()));
        }
    }
}

void check_values(const OptionRow& option, const std::vector<std::string>& values, Diagnostics& diagnostics) {
    std::string const name{long_name(option.option)};
    if (option.value.empty()) return;
    for (const auto& value : values) {
        if (value.starts_with("--")) diagnostics.error(Code::option_as_value, {}, {name, value});
        if (value.empty() && is_path(option.kind)) diagnostics.error(Code::missing_value, {}, {name});
    }
    if (values.size() > 1 && !option.repeatable) diagnostics.error(Code::option_repeated, {}, {name});
}

}  // namespace

bool is_read(ValueKind kind) {
    return kind == ValueKind::input_file || kind == ValueKind::rules || kind == ValueKind::plan_file ||
           kind == ValueKind::clients_file;
}

bool is_path(ValueKind kind) { return is_read(kind) || kind == ValueKind::output_file || kind == ValueKind::folder; }

std::span<const OptionRow> option_table() { return table; }

const OptionRow& row(Opt option) { return table[static_cast<std::size_t>(option)]; }

std::string_view long_name(Opt option) {
    std::string_view const names = row(option).names;
    return names.substr(names.find("--"));
}

std::vector<std::string_view> choices(std::string_view among) {
    std::vector<std::string_view> words;
    while (!among.empty()) {
        const auto end = std::min(among.find(' '), among.size());
        words.push_back(among.substr(0, end));
        among.remove_prefix(std::min(end + 1, among.size()));
    }
    return words;
}

Arguments parse_arguments(std::span<char* const> argv, Diagnostics& diagnostics) {
    Arguments arguments;
    if (!check_words(argv, diagnostics)) return arguments;

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::array<bool, option_count> flags{};
    for (const auto& option : table) {
        const auto at = Arguments::index(option.option);
        if (option.value.empty())
            app.add_flag(std::string{option.names}, flags[at]);
        else
            app.add_option(std::string{option.names}, arguments.values_[at])->allow_extra_args(false)->take_all();
    }
    std::vector<std::string> words(argv.rbegin(), argv.rend());
    try {
        app.parse(words);
    } catch (const CLI::ArgumentMismatch&) {
        // Every option takes exactly one word, so only the last word can lack its value.
        diagnostics.error(Code::missing_value, {}, {argv.back()});
    } catch (const CLI::ParseError&) {
        diagnostics.error(Code::unexpected_argument, {}, {argv.back()});
    }
    sort_remaining(app.remaining(), arguments, diagnostics);
    for (const auto& option : table) {
        const auto at = Arguments::index(option.option);
        if (flags[at]) arguments.values_[at].emplace_back("yes");
        check_values(option, arguments.values_[at], diagnostics);
    }
    return arguments;
}

}  // namespace smpcare::cli
