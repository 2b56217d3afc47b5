#pragma once

/// The only place that looks at the world: clock, environment and terminal.

#include <smpcare/date.hpp>

#include <optional>
#include <string>

namespace smpcare::cli {

struct Environment {
    std::optional<std::string> rules, language;  ///< SMPCARE_RULES, SMPCARE_LANGUAGE
    std::optional<std::string> epoch;            ///< SOURCE_DATE_EPOCH
    std::optional<std::string> columns;          ///< COLUMNS
    std::string path;                            ///< PATH
    bool no_color = false;                       ///< NO_COLOR is set and not empty
    bool dumb_terminal = false;                  ///< TERM=dumb
    bool utf8 = false;                           ///< LC_ALL, LC_CTYPE or LANG names UTF-8
    bool output_is_terminal = false;
    bool errors_are_terminal = false;
    int terminal_width = 0;  ///< of standard output; 0 where it is no terminal
    int terminal_height = 0;
    std::string pager;  ///< the command that shows what is longer than the terminal; "": none
};

Environment read_environment();

/// Today by the clock, in the time zone of whoever asks.
Date local_today();

}  // namespace smpcare::cli
