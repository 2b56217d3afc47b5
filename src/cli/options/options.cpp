#include "cli/options/options.hpp"

#include "base/typed.hpp"
#include "base/unseen.hpp"

#include <smpcare/nearest.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

constexpr std::string_view plans = "plan,day,can,normal,explain";
constexpr std::string_view asks = "plan,day,can,normal,latest,explain";
constexpr std::string_view takes_rules = "plan,day,can,normal,latest,explain,batch,rules show";
constexpr std::string_view is_strict = "plan,day,can,normal,latest,explain,batch,rules check";
constexpr std::string_view has_formats = "plan,day,can,normal,latest,explain,diff,batch,rules show,rules check";
constexpr std::string_view makes_files = "plan,batch";
constexpr std::string_view has_output =
    "plan,day,can,normal,latest,explain,diff,batch,rules list,rules show,rules check,rules test,rules new,"
    "rules schema,completion";

constexpr OptionRow all_options[] = {
    {Opt::date, "-d,--date", plans, "DATE[,DATE…]", ValueKind::dates, {}, true},
    {Opt::planned, "--planned", plans, "N", ValueKind::text},
    {Opt::by, "--by", "latest", "DATE", ValueKind::date},
    {Opt::fact, "--fact", asks, "FACT[=no]", ValueKind::fact, {}, true},
    {Opt::observed, "--observed", plans, "EVENT=DATE", ValueKind::event_date, {}, true},
    {Opt::id, "--id", plans, "TEXT", ValueKind::text},
    {Opt::name, "--name", plans, "TEXT", ValueKind::text},
    {Opt::label, "--label", plans, "KEY=TEXT", ValueKind::text, {}, true},
    {Opt::column, "--column", "batch", "NAME=HEADING", ValueKind::column, {}, true},
    {Opt::label_column, "--label-column", "batch", "HEADING", ValueKind::text, {}, true},
    {Opt::date_order, "--date-order", "batch", "ORDER", ValueKind::choice, "ymd dmy mdy"},
    {Opt::sessions, "--sessions", "batch", "WHERE", ValueKind::choice, "cells rows"},
    {Opt::rules, "-r,--rules", takes_rules, "ID|FILE|-", ValueKind::rules},
    {Opt::strict, "--strict", is_strict},
    {Opt::overrides, "--overrides", takes_rules, "FILE|-", ValueKind::input_file, ".toml", true},
    {Opt::set, "--set", takes_rules, "RULE.FIELD=VALUE", ValueKind::setting, {}, true},
    {Opt::drop, "--drop", takes_rules, "RULE", ValueKind::rule, {}, true},
    {Opt::accept_below_floor, "--accept-below-floor", takes_rules, "RULE", ValueKind::rule, {}, true},
    {Opt::reason, "--reason", takes_rules, "TEXT", ValueKind::text},
    {Opt::author, "--author", takes_rules, "TEXT", ValueKind::text, {}, false, true},
    {Opt::decided, "--decided", takes_rules, "DATE", ValueKind::date, {}, false, true},
    {Opt::dir, "--dir", "batch", "DIR", ValueKind::folder},
    {Opt::file_name, "--file-name", "batch", "PATTERN", ValueKind::text},
    {Opt::update, "--update", "batch"},
    {Opt::checksums, "--checksums", "batch"},
    {Opt::stream, "--stream", "batch"},
    {Opt::combined, "--combined", "batch"},
    {Opt::rejects, "--rejects", "batch", "FILE|-", ValueKind::output_file, ".csv"},
    {Opt::all_errors, "--all-errors", "batch"},
    {Opt::dry_run, "--dry-run", "batch"},
    {Opt::format, "-f,--format", has_formats, "FORMAT", ValueKind::format},
    {Opt::css, "--css", makes_files, "FILE", ValueKind::input_file, ".css"},
    {Opt::view, "--view", "plan", "VIEW", ValueKind::choice, "lists timeline calendar"},
    {Opt::details, "--details", asks, {}, ValueKind::nothing, {}, false, true},
    {Opt::events, "--events", makes_files, "MODE", ValueKind::choice, "changes windows days"},
    {Opt::alarm, "--alarm", makes_files, "-PT6H|none", ValueKind::choice, "-PT6H -PT12H -P1D none"},
    {Opt::previous, "--previous", "plan", "OLD.ics", ValueKind::input_file, ".ics"},
    {Opt::discreet, "--discreet", makes_files},
    {Opt::open_to_all, "--public", makes_files},
    {Opt::calendar_name, "--calendar-name", makes_files, "TEXT", ValueKind::text},
    {Opt::output, "-o,--output", has_output, "FILE|-", ValueKind::output_file},
    {Opt::force, "--force", has_output},
    {Opt::language, "--language", every_command, "CODE", ValueKind::language},
    {Opt::color, "--color", every_command, "WHEN", ValueKind::choice, "auto always never"},
    {Opt::ascii, "--ascii", every_command},
    {Opt::width, "--width", every_command, "N", ValueKind::text},
    {Opt::no_pager, "--no-pager", every_command},
    {Opt::quiet, "-q,--quiet", every_command},
    {Opt::today, "--today", every_command, "DATE", ValueKind::date},
    {Opt::help, "-h,--help", every_command},
    {Opt::version, "--version", ""},
};
constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(all_options); ++i)
        if (static_cast<std::size_t>(all_options[i].option) != i) return false;
    return std::size(all_options) == option_count;
}
static_assert(in_order(), "each option has its row, in the order of the enumerators");

std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names;
    for (const auto& option : all_options) names.push_back(long_name(option.option));
    return names;
}

/// `--name=` would make CLI11 take the next word as the value.
bool empty_assignment(std::string_view word) {
    return word.starts_with("--") && word.ends_with('=') && word.find('=') == word.size() - 1;
}

bool check_words(std::span<char* const> argv, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < argv.size(); ++i) {
        const std::string_view word = argv[i];
        if (invalid_utf8_at(word)) diagnostics.error(Code::invalid_utf8, {}, {Arg{Term::argument, {i + 1}}});
        if (const auto unseen = unseen_edge(word))
            diagnostics.error(Code::unseen_character, {}, {std::string{trimmed_unseen(word)}, *unseen});
        if (word == "--") break;
        if (empty_assignment(word))
            diagnostics.error(Code::missing_value, {}, {std::string{word.substr(0, word.size() - 1)}});
    }
    return !diagnostics.has_errors();
}

/// The option that a word means which begins with the dash of a text, as writing programs put it; else "".
std::string option_meant(std::string_view word) {
    const auto dash = find_unseen(word, UnseenKind::dash);
    if (!dash || dash->offset != 0 || dash->kind != UnseenKind::dash) return {};
    const auto name = word.substr(dash->length, word.find('=') - dash->length);
    const auto meant = std::string{name.size() == 1 ? "-" : "--"} + std::string{trimmed(name, "-")};
    const auto known = [&meant](const OptionRow& option) {
        return (',' + std::string{option.names} + ',').find(',' + meant + ',') != std::string::npos;
    };
    return std::any_of(std::begin(all_options), std::end(all_options), known) ? meant : std::string{};
}

/// What people call an option that has another name here; "" where it is none of these words.
std::string_view other_name_of(std::string_view typed) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"--session", "--date"},           {"--procedure", "--date"}, {"--treatment", "--date"}, {"--start", "--date"},
        {"--language-code", "--language"}, {"--protocol", "--rules"}, {"--file", "--output"}};
    for (const auto& [name, meant] : names)
        if (name == typed) return meant;
    return {};
}

/// Whether a word may name it: by its whole long name, or by its letter, alone or among others behind one dash.
/// Building the other options would cost a command more than all of its work.
bool may_occur(const OptionRow& option, std::span<char* const> argv) {
    const auto long_one = long_name(option.option);
    const auto letter = option.names.front() == '-' && option.names[1] != '-' ? option.names[1] : '\0';
    return std::ranges::any_of(argv, [&](std::string_view word) {
        if (word.starts_with("--")) return word.substr(0, word.find('=')) == long_one;
        return letter != '\0' && word.starts_with('-') && word.find(letter) != std::string_view::npos;
    });
}

/// What CLI11 did not know: words of the command, and options that do not exist.
void sort_remaining(const std::vector<std::string>& remaining, Arguments& arguments, Diagnostics& diagnostics) {
    bool only_words = false;
    for (const auto& word : remaining) {
        if (!only_words && word == "--") {
            only_words = true;
        } else if (const auto meant = only_words ? std::string{} : option_meant(word); !meant.empty()) {
            diagnostics.error(Code::unknown_option, {}, {word}, meant);
        } else if (only_words || word.size() < 2 || word.front() != '-') {
            arguments.words.push_back(word);
        } else {
            const std::string typed = word.substr(0, word.find('='));
            const std::string other{other_name_of(typed)};
            diagnostics.error(Code::unknown_option, {}, {typed}, other.empty() ? nearest(typed, all_names()) : other);
        }
    }
}

void check_values(const OptionRow& option, const std::vector<std::string>& values, Diagnostics& diagnostics) {
    const std::string name{long_name(option.option)};
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

std::span<const OptionRow> option_table() { return all_options; }

const OptionRow& row(Opt option) { return all_options[static_cast<std::size_t>(option)]; }

std::string_view long_name(Opt option) {
    const std::string_view names = row(option).names;
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

// CLI11 splits the words and knows which options take one. The rest is ours, as its answer would not be as good: its
// subcommands take no options before the command's words and no names of two words; its own errors, choices and
// required options stop at the first fault, without our codes, nearest names and exit statuses; an `envname` is not
// named in the error; and its help cannot come from a table of words in several languages.
Arguments parse_arguments(std::span<char* const> argv, Diagnostics& diagnostics) {
    Arguments arguments;
    if (!check_words(argv, diagnostics)) return arguments;

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::array<bool, option_count> flags{};
    for (const auto& option : all_options) {
        if (!may_occur(option, argv)) continue;
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
    for (const auto& option : all_options) {
        const auto at = Arguments::index(option.option);
        if (flags[at]) arguments.values_[at].emplace_back("yes");
        check_values(option, arguments.values_[at], diagnostics);
    }
    return arguments;
}

}  // namespace smpcare::cli
