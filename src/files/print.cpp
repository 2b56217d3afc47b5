#include <smpcare/print.hpp>

#include "files/descriptor.hpp"
#include "files/print.hpp"

#include <smpcare/files.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace smpcare {

using namespace files;

namespace {

constexpr std::array<const char*, 4> browser_names{"chromium", "chromium-browser", "google-chrome",
                                                   "google-chrome-stable"};
constexpr std::size_t most_talk = std::size_t{1} << 20;  // a browser that says more is no better than a silent one
constexpr std::size_t page_of_a_second = std::size_t{1} << 15;  // what the slowest machine lays out in one
constexpr int seconds_to_tidy = 10;

bool is_program(const std::string& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

struct Pipe {
    Descriptor out, in;
};

bool open_pipe(Pipe& pipe) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    pipe.out = Descriptor{ends[0]};
    pipe.in = Descriptor{ends[1]};
    return true;
}

/// The page as a file that nobody else can open.
Descriptor in_memory(std::string_view page) {
    Descriptor file{::memfd_create("page", MFD_CLOEXEC)};
    if (file.is_open() && (!write_all(file.number(), page) || ::lseek(file.number(), 0, SEEK_SET) != 0))
        return Descriptor{};
    return file;
}

/// The shell that looks after the browser. It leads a group, and does not hear what is typed to stop this program.
class Guardian {
public:
    Guardian() {
        ::posix_spawnattr_init(&attributes_);
        sigset_t all, none;
        sigfillset(&all);
        sigemptyset(&none);
        ::posix_spawnattr_setsigdefault(&attributes_, &all);
        ::posix_spawnattr_setsigmask(&attributes_, &none);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(&attributes_,
                                   POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
        ::posix_spawn_file_actions_init(&actions_);
    }
    ~Guardian() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Guardian(const Guardian&) = delete;
    Guardian& operator=(const Guardian&) = delete;

    void give(const Descriptor& ours, int theirs) {
        ::posix_spawn_file_actions_adddup2(&actions_, ours.number(), theirs);
    }
    /// Returns 0, or errno.
    int start(const std::string& program) {
        std::vector<std::string> words{"sh", "-c", std::string{print_sh()}, "smpcare-print", program};
        // Chromium refuses to run as root in its sandbox.
        if (::geteuid() == 0) words.emplace_back("--no-sandbox");
        std::vector<char*> pointers;
        for (auto& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        return ::posix_spawn(&child_, "/bin/sh", &actions_, &attributes_, pointers.data(), environ);
    }
    /// Whether it ended well. What of its group does not end with it is ended: while it is not waited for, no other
    /// group can have its number.
    [[nodiscard]] bool wait() const {
        siginfo_t ended{};
        uninterrupted([&] { return ::waitid(P_PID, static_cast<id_t>(child_), &ended, WEXITED | WNOWAIT); });
        kill_all();
        int status = 0;
        if (uninterrupted([&] { return ::waitpid(child_, &status, 0); }) < 0) return false;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    void kill_all() const { ::kill(-child_, SIGKILL); }

private:
    posix_spawnattr_t attributes_{};
    posix_spawn_file_actions_t actions_{};
    pid_t child_ = 0;
};

void take(pollfd& from, std::string& to) {
    if (from.revents == 0) return;
    std::array<char, 16384> piece{};
    const auto size = read_some(from.fd, piece.data(), piece.size());
    if (size > 0)
        to.append(piece.data(), static_cast<std::size_t>(size));
    else
        from.fd = -1;
}

/// Reads both until the first is closed; false where neither gives anything for `seconds`, or the second too much.
bool listen(const Pipe& pdf, const Pipe& talk, int seconds, Printed& printed) {
    std::array<pollfd, 2> ends{pollfd{pdf.out.number(), POLLIN, 0}, pollfd{talk.out.number(), POLLIN, 0}};
    while (ends[0].fd >= 0) {
        const auto ready = uninterrupted([&] { return ::poll(ends.data(), ends.size(), seconds * 1000); });
        if (ready <= 0 || printed.said.size() > most_talk) return false;
        take(ends[0], printed.pdf);
        take(ends[1], printed.said);
    }
    return true;
}

std::string last_line(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return std::string{text.substr(text.rfind('\n') + 1)};
}

bool is_pdf(std::string_view bytes) {
    constexpr std::size_t foot = 1024;  // which is where readers look for its end
    return bytes.starts_with("%PDF-") &&
           bytes.substr(bytes.size() - std::min(foot, bytes.size())).find("%%EOF") != std::string_view::npos;
}

Printed system_fault(int fault) { return {Printed::Outcome::failed, {}, std::strerror(fault)}; }

}  // namespace

std::optional<Browser> find_browser(std::string_view path) {
    for (const auto* const name : browser_names)
        for (auto rest = path; !rest.empty();) {
            const auto end = rest.find(':');
            const auto folder = rest.substr(0, end);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            // An empty entry means the working folder, where anybody may have put anything.
            if (!folder.starts_with('/')) continue;
            auto program = std::string{folder} + '/' + name;
            if (is_program(program)) return Browser{std::move(program)};
        }
    return std::nullopt;
}

Printed print_page(const Browser& browser, std::string_view page) {
    const auto html = in_memory(page);
    Pipe pdf, talk, life;
    if (!html.is_open() || !open_pipe(pdf) || !open_pipe(talk) || !open_pipe(life)) return system_fault(errno);
    Guardian guardian;
    guardian.give(html, STDIN_FILENO);
    guardian.give(pdf.in, STDOUT_FILENO);
    guardian.give(talk.in, STDERR_FILENO);
    guardian.give(life.out, STDERR_FILENO + 1);
    if (const auto fault = guardian.start(browser.program); fault != 0) return system_fault(fault);
    pdf.in.close();
    talk.in.close();

    Printed printed;
    const auto patience = browser.patience + static_cast<int>(page.size() / page_of_a_second);
    const bool ended = listen(pdf, talk, patience, printed);
    life.in.close();
    if (!ended && !listen(pdf, talk, seconds_to_tidy, printed)) guardian.kill_all();
    const bool well = guardian.wait();
    using enum Printed::Outcome;
    if (!ended)
        printed.outcome = silent;
    else if (!well)
        printed.outcome = failed;
    else
        printed.outcome = is_pdf(printed.pdf) ? done : no_pdf;
    if (printed.outcome != done) printed.pdf.clear();
    printed.said = last_line(printed.said);
    return printed;
}

}  // namespace smpcare
