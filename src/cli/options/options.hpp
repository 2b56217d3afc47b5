#pragma once

/// The one table of options: parsing, `--help`, completion and the check of the man page all read it. What people read
/// of an option is `option_help`.

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
    id,
    name,
    fact,
    observed,
    label,
    by,
    rules,
    overrides,
    set,
    drop,
    accept_below_floor,
    reason,
    strict,
    column,
    label_column,
    date_order,
    dir,
    file_name,
    update,
    checksums,
    stream,
    combined,
    rejects,
    dry_run,
    format,
    output,
    force,
    css,
    view,
    events,
    alarm,
    previous,
    discreet,
    open_to_all,
    calendar_name,
    language,
    color,
    ascii,
    width,
    quiet,
    today,
    help,
    version,
    count_,
};
inline constexpr std::size_t option_count = static_cast<std::size_t>(Opt::count_);

/// What fits where a value or a word of a command stands; completion offers it.
enum class Fits {
    nothing,
    text,    ///< any text or number
    choice,  ///< one of the words of `among`; after one that ends in `=` more is to follow
    date,
    range,  ///< DATE or DATE..DATE
    dates,  ///< dates with commas between them
    file,   ///< whose name ends in `among`
    folder,
    rules,       ///< a built-in's id, or a rule file
    rule,        ///< the id of a rule
    setting,     ///< RULE.FIELD=VALUE
    activity,    ///< its id or one of its words
    fact,        ///< FACT or FACT=ANSWER
    event_date,  ///< EVENT=DATE
    format,
    language,
    topic,         ///< of `help`
    shell,         ///< of `completion`
    plan_file,     ///< as `plan -f json` writes it
    clients_file,  ///< a file of `batch`
};

struct OptionRow {
    Opt option;
    std::string_view names;    ///< `-d,--date`
    std::string_view value{};  ///< `DATE`; empty for a flag
    bool repeatable = false;
    Fits fits = Fits::nothing;
    std::string_view among{};  ///< the choices, a space between them, or the ending of a file
};
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

/// Splits `argv` (without the program's name). Errors: invalid_utf8, unknown_option, missing_value, option_as_value,
/// option_repeated.
Arguments parse_arguments(std::span<char* const> argv, Diagnostics& diagnostics);

}  // namespace smpcare::cli
