#pragma once

/// The one table of options, in the order of `--help`: parsing, help, completion and the check of the man page read it.
/// What people read of an option is `option_help`.

#include <smpcare/diagnostics.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::cli {

enum class Opt {
    date,
    planned,
    by,
    fact,
    observed,
    id,
    name,
    label,
    column,
    label_column,
    date_order,
    sessions,
    rules,
    strict,
    overrides,
    set,
    drop,
    accept_below_floor,
    reason,
    author,
    decided,
    dir,
    file_name,
    update,
    checksums,
    stream,
    combined,
    rejects,
    all_errors,
    dry_run,
    format,
    css,
    view,
    details,
    events,
    alarm,
    previous,
    discreet,
    open_to_all,
    calendar_name,
    output,
    force,
    language,
    color,
    ascii,
    width,
    no_pager,
    quiet,
    today,
    help,
    version,
    count_,
};
inline constexpr std::size_t option_count = static_cast<std::size_t>(Opt::count_);

/// What a value or a word of a command is: completion offers it, and paths are checked before anything is read.
enum class ValueKind {
    nothing,
    text,    ///< any text or number
    choice,  ///< one of the words of `among`
    column,  ///< COLUMN=HEADING
    date,
    range,        ///< DATE or DATE..DATE
    dates,        ///< dates with commas between them
    input_file,   ///< to be read; its name ends in `among`
    output_file,  ///< to be written
    folder,
    rules,       ///< a built-in's id, or a rule file to be read
    rule,        ///< the id of a rule
    setting,     ///< RULE.FIELD=VALUE
    activity,    ///< its id or one of its words
    sign,        ///< the same of what people see or feel
    fact,        ///< FACT or FACT=ANSWER
    event_date,  ///< EVENT=DATE
    format,
    language,
    topic,         ///< of `help`
    shell,         ///< of `completion`
    plan_file,     ///< as `plan -f json` writes it, to be read
    clients_file,  ///< a file of `batch`, to be read
};
/// Whether the value is a path, which is never empty.
bool is_path(ValueKind kind);
/// Whether what it names is read; `-` is then standard input.
bool is_read(ValueKind kind);

/// Adding an option is an enumerator, a row, a reader, a line of help and its place in the man page.
struct OptionRow {
    Opt option;
    std::string_view names;     ///< `-d,--date`
    std::string_view commands;  ///< that have it, with commas between them
    std::string_view value{};   ///< `DATE`; empty for a flag
    ValueKind kind = ValueKind::nothing;
    std::string_view among{};  ///< the choices, a space between them, or the ending of a file
    bool repeatable = false;
    bool brief = false;  ///< help names it at the foot, without a line of its own
};
/// `commands` of the options that every command has.
inline constexpr std::string_view every_command = "*";
std::span<const OptionRow> option_table();
const OptionRow& row(Opt option);
/// `--date`.
std::string_view long_name(Opt option);
/// The words of `among`.
std::vector<std::string_view> choices(std::string_view among);

/// What was typed, still as text.
class Arguments {
public:
    [[nodiscard]] bool has(Opt option) const { return !values(option).empty(); }
    [[nodiscard]] const std::vector<std::string>& values(Opt option) const { return values_[index(option)]; }
    /// The value of an option that takes one; "" where it is absent.
    [[nodiscard]] std::string_view value(Opt option) const {
        return has(option) ? std::string_view{values(option).front()} : std::string_view{};
    }

    std::vector<std::string> words;  ///< the command and its arguments

private:
    friend Arguments parse_arguments(std::span<char* const> argv, Diagnostics& diagnostics);
    static std::size_t index(Opt option) { return static_cast<std::size_t>(option); }
    std::array<std::vector<std::string>, option_count> values_;
};

/// Splits `argv` (without the program's name). Errors: invalid_utf8, unknown_option, missing_value (an
/// empty path too), option_as_value, option_repeated.
Arguments parse_arguments(std::span<char* const> argv, Diagnostics& diagnostics);

}  // namespace smpcare::cli
