#include "cli/environment.hpp"

#include "base/civil.hpp"
#include "base/typed.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <tuple>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

namespace smpcare::cli {
namespace {

std::optional<std::string> given_variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

/// An empty variable is an absent one.
std::optional<std::string> variable(const char* name) {
    auto value = given_variable(name);
    return value && value->empty() ? std::nullopt : value;
}

/// As git has it: SMPCARE_PAGER, else PAGER, else less; a variable that is empty, or "cat", asks for none.
std::string choose_pager() {
    constexpr std::string_view usual = "if command -v less >/dev/null; then exec less -FRX; else exec cat; fi";
    for (const auto& command : {given_variable("SMPCARE_PAGER"), given_variable("PAGER")})
        if (command) return *command == "cat" ? std::string() : *command;
    return std::string(usual);
}

/// The first of the locale's variables that is set decides, as the C library has it.
bool speaks_utf8() {
    for (const auto& locale : {variable("LC_ALL"), variable("LC_CTYPE"), variable("LANG")}) {
        if (!locale) continue;
        const auto name = ascii_lower(*locale);
        return name.find("utf-8") != std::string::npos || name.find("utf8") != std::string::npos;
    }
    return false;
}

}  // namespace

Environment read_environment() {
    Environment environment;
    environment.rules = variable("SMPCARE_RULES");
    environment.language = variable("SMPCARE_LANGUAGE");
    environment.epoch = variable("SOURCE_DATE_EPOCH");
    environment.columns = variable("COLUMNS");
    environment.path = variable("PATH").value_or("/usr/local/bin:/usr/bin:/bin");
    environment.no_color = variable("NO_COLOR").has_value();
    environment.dumb_terminal = variable("TERM") == "dumb";
    environment.utf8 = speaks_utf8();
    environment.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    environment.errors_are_terminal = ::isatty(STDERR_FILENO) == 1;
    if (winsize size{}; environment.output_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        std::tie(environment.terminal_width, environment.terminal_height) = std::pair{size.ws_col, size.ws_row};
    if (!environment.dumb_terminal && variable("TERM")) environment.pager = choose_pager();
    return environment;
}

Date local_today() {
    const std::time_t now = std::time(nullptr);
    std::tm civil{};
    ::localtime_r(&now, &civil);
    return date::year{civil.tm_year + 1900} / (civil.tm_mon + 1) / civil.tm_mday;
}

}  // namespace smpcare::cli
