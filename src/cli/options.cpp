#include "cli/options.hpp"

#include <smpcare/nearest.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

constexpr OptionRow table[] = {
    {Opt::date, "-d,--date", "DATE[,DATE…]", true, "procedure date(s), as 2026-11-22 or today, today-2w"},
    {Opt::planned, "--planned", "N", false, "sessions planned in the latest series"},
    {Opt::id, "--id", "TEXT", false, "the client's id: keeps calendar events the same from file to file"},
    {Opt::name, "--name", "TEXT", false, "the client's name"},
    {Opt::fact, "--fact", "FACT[=no]", true, "something about the client: yes, no or unknown"},
    {Opt::observed, "--observed", "EVENT=DATE", true, "something seen, such as scabs-gone=2026-12-05"},
    {Opt::label, "--label", "KEY=TEXT", true, "a line for the head: Practitioner=Ana"},
    {Opt::by, "--by", "DATE", false, "the day from which all of it must be free"},
    {Opt::rules, "-r,--rules", "ID|FILE|-", false, "the rule set: a built-in, a file, or standard input"},
    {Opt::overrides, "--overrides", "FILE|-", true, "a file of overrides; a later one wins"},
    {Opt::set, "--set", "RULE.FIELD=VALUE", true, "set one value; += and -= move a first or last day"},
    {Opt::drop, "--drop", "RULE", true, "leave a rule out"},
    {Opt::accept_below_floor, "--accept-below-floor", "RULE", true, "free days of a rule below its floor, knowingly"},
    {Opt::reason, "--reason", "TEXT", false, "why: goes with --set, --drop and --accept-below-floor"},
    {Opt::strict, "--strict", "", false, "notices are errors"},
    {Opt::column, "--column", "NAME=HEADING", true, "the heading of a column: date=\"Procedure date\""},
    {Opt::label_column, "--label-column", "HEADING", true, "a column to print at the head of outputs"},
    {Opt::date_order, "--date-order", "ORDER", false, "of the dates in the file: ymd, dmy or mdy"},
    {Opt::dir, "--dir", "DIR", false, "write each client's files into a folder"},
    {Opt::file_name, "--file-name", "PATTERN", false, "of {id}, {name} and {date}; {id} if not given"},
    {Opt::update, "--update", "", false, "the calendars in the folder are what was sent before"},
    {Opt::checksums, "--checksums", "", false, "print a list of the files for sha256sum -c"},
    {Opt::stream, "--stream", "", false, "write one JSON line a client, or one calendar"},
    {Opt::combined, "--combined", "", false, "write one HTML page for all, to print"},
    {Opt::rejects, "--rejects", "FILE", false, "keep the rows that were refused"},
    {Opt::dry_run, "--dry-run", "", false, "say what would be done, and write nothing"},
    {Opt::format, "-f,--format", "FORMAT", false, "the form of the output"},
    {Opt::output, "-o,--output", "FILE|-", false, "write to a file, never over one that exists"},
    {Opt::force, "--force", "", false, "replace the output file"},
    {Opt::css, "--css", "FILE", false, "a style sheet of your own for html"},
    {Opt::view, "--view", "VIEW", false, "lists, or calendar: months with what changes when"},
    {Opt::events, "--events", "MODE", false, "of a calendar: one for each of the changes, windows or days"},
    {Opt::alarm, "--alarm", "-PT6H|none", false, "how long before an event its calendar rings"},
    {Opt::previous, "--previous", "OLD.ics", false, "the calendar sent before: move and cancel what it has"},
    {Opt::discreet, "--discreet", "", false, "a calendar that says nothing of what it is about"},
    {Opt::open_to_all, "--public", "", false, "calendar events without the mark that they are private"},
    {Opt::calendar_name, "--calendar-name", "TEXT", false, "the name of the calendar"},
    {Opt::language, "--language", "CODE", false, "the language of headings and dates: en"},
    {Opt::color, "--color", "WHEN", false, "auto, always or never"},
    {Opt::ascii, "--ascii", "", false, "draw with ASCII only"},
    {Opt::width, "--width", "N", false, "columns of text output"},
    {Opt::quiet, "-q,--quiet", "", false, "no notices and hints on standard error"},
    {Opt::today, "--today", "DATE", false, "stands in for the clock"},
    {Opt::help, "-h,--help", "", false, "print this help"},
    {Opt::version, "--version", "", false, "print the version"},
};
static_assert(std::size(table) == option_count);

std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names;
    for (auto const& option : table) names.push_back(long_name(option.option));
    return names;
}

/// `--name=` would make CLI11 take the next word as the value.
bool empty_assignment(std::string_view word) {
    return word.starts_with("--") && word.ends_with('=') && word.find('=') == word.size() - 1;
}

bool check_words(std::span<char* const> argv, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < argv.size(); ++i) {
        std::string_view const word = argv[i];
        if (invalid_utf8_at(word)) diagnostics.error(Code::invalid_utf8, {}, {"argument " + std::to_string(i + 1)});
        if (word == "--") break;
        if (empty_assignment(word))
            diagnostics.error(Code::missing_value, {}, {std::string{word.substr(0, word.size() - 1)}});
    }
    return !diagnostics.has_errors();
}

/// What CLI11 did not know: words of the command, and options that do not exist.
void sort_remaining(const std::vector<std::string>& remaining, Arguments& arguments, Diagnostics& diagnostics) {
    bool only_words = false;
    for (auto const& word : remaining) {
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
    for (auto const& value : values)
        if (value.starts_with("--")) diagnostics.error(Code::option_as_value, {}, {name, value});
    if (values.size() > 1 && !option.repeatable) diagnostics.error(Code::option_repeated, {}, {name});
}

}  // namespace

std::span<const OptionRow> option_table() { return table; }

const OptionRow& row(Opt option) { return table[static_cast<std::size_t>(option)]; }

std::string_view long_name(Opt option) {
    std::string_view const names = row(option).names;
    return names.substr(names.find("--"));
}

Arguments parse_arguments(std::span<char* const> argv, Diagnostics& diagnostics) {
    Arguments arguments;
    if (!check_words(argv, diagnostics)) return arguments;

    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::array<bool, option_count> flags{};
    for (auto const& option : table) {
        auto const at = Arguments::index(option.option);
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
    for (auto const& option : table) {
        auto const at = Arguments::index(option.option);
        if (flags[at]) arguments.values_[at].emplace_back("yes");
        check_values(option, arguments.values_[at], diagnostics);
    }
    return arguments;
}

}  // namespace smpcare::cli
