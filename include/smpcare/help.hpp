#pragma once

/// What `--help` and completion say of commands and options: one line for each name, a table per language. An unknown
/// language is English.

#include <string_view>

namespace smpcare {

/// Of `plan`, `rules list`, or `rules` for all that begin with it; "" for a name that is no command.
std::string_view command_help(std::string_view name, std::string_view language);
/// Of `--date`, its long name; "" for a name that is no option.
std::string_view option_help(std::string_view name, std::string_view language);

/// The lines around them.
struct HelpFrame {
    std::string_view title, closing;  ///< of the overview
    std::string_view common;          ///< before the options that every command has
    std::string_view out_of_memory;   ///< said where no sentence can be made any more; a whole line
    std::string_view broken;          ///< before what the library threw, which is a fault of its own
};
HelpFrame help_frame(std::string_view language);

}  // namespace smpcare
