#include "cli/environment.hpp"

#include <cstdlib>
#include <ctime>

#include <sys/ioctl.h>
#include <unistd.h>

namespace smpcare::cli {
namespace {

/// An empty variable is an absent one.
std::optional<std::string> variable(const char* name) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

}  // namespace

Environment read_environment() {
    Environment environment;
    environment.rules = variable("SMPCARE_RULES");
    environment.language = variable("SMPCARE_LANGUAGE");
    environment.epoch = variable("SOURCE_DATE_EPOCH");
    environment.columns = variable("COLUMNS");
    environment.no_color = variable("NO_COLOR").has_value();
    environment.dumb_terminal = variable("TERM") == "dumb";
    environment.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    environment.errors_are_terminal = ::isatty(STDERR_FILENO) == 1;
    if (winsize size{}; environment.output_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        environment.terminal_width = size.ws_col;
    return environment;
}

Date local_today() {
    std::time_t const now = std::time(nullptr);
    std::tm civil{};
    ::localtime_r(&now, &civil);
    return date::year{civil.tm_year + 1900} / (civil.tm_mon + 1) / civil.tm_mday;
}

}  // namespace smpcare::cli
