#include "cli/pager.hpp"

#include <smpcare/files.hpp>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace smpcare::cli {
namespace {

constexpr int command_not_found = 127;  // as the shell says it

bool fits(const Environment& environment, std::string_view text) {
    return std::count(text.begin(), text.end(), '\n') < environment.terminal_height;
}

/// What a child gets back that this program ignores or changed.
class ChildSettings {
public:
    explicit ChildSettings(int input) {
        ::posix_spawnattr_init(&attributes_);
        sigset_t usual;
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE);
        sigaddset(&usual, SIGXFSZ);
        ::posix_spawnattr_setsigdefault(&attributes_, &usual);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    }
    ~ChildSettings() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    ChildSettings(const ChildSettings&) = delete;
    ChildSettings& operator=(const ChildSettings&) = delete;

    bool start(const std::string& command, pid_t& child) {
        std::string shell = "sh", option = "-c", text = command;
        char* const words[] = {shell.data(), option.data(), text.data(), nullptr};
        return ::posix_spawn(&child, "/bin/sh", &actions_, &attributes_, words, environ) == 0;
    }

private:
    posix_spawnattr_t attributes_{};
    posix_spawn_file_actions_t actions_{};
};

/// The exit status of the pager; nothing but its own end ends the wait.
int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

}  // namespace

bool page(const Invocation& call, std::string_view text) {
    const auto& environment = call.environment;
    const bool wanted = environment.output_is_terminal && !call.arguments.has(Opt::no_pager);
    if (!wanted || environment.pager.empty() || fits(environment, text)) return false;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    ::setenv("LESS", "FRX", 0);
    pid_t child = 0;
    const bool started = ChildSettings(ends[0]).start(environment.pager, child);
    ::close(ends[0]);
    if (started) {
        // What is typed to stop the pager is for it.
        std::signal(SIGINT, SIG_IGN);
        std::signal(SIGQUIT, SIG_IGN);
        write_all(ends[1], text);  // a pager that was closed has shown enough
    }
    ::close(ends[1]);
    return started && wait_for(child) != command_not_found;
}

}  // namespace smpcare::cli
