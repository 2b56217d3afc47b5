// interleave RUNS COMMAND… : runs the commands in turn, A B C A B C …, output thrown away, and prints for each the
// median wall time of the whole process, the median of its ratio to the first command of the same turn, and its peak
// memory. A command is one argument, split at spaces.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Contender {
    std::string line;
    std::vector<std::string> words;
    std::vector<double> seconds, ratios;
    long peak_kib = 0;
};

std::vector<std::string> split(const std::string& line) {
    std::istringstream stream(line);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

/// Wall seconds from spawn to reaped end.
double run_once(Contender& contender, char** environment, const posix_spawn_file_actions_t& actions) {
    std::vector<char*> argv;
    for (auto& word : contender.words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environment) != 0) {
        std::fprintf(stderr, "cannot start %s\n", argv[0]);
        std::exit(2);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const auto end = std::chrono::steady_clock::now();
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        std::fprintf(stderr, "failed: %s\n", contender.line.c_str());
        std::exit(2);
    }
    contender.peak_kib = std::max(contender.peak_kib, usage.ru_maxrss);
    return std::chrono::duration<double>(end - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const int runs = std::atoi(argv[1]);
    std::vector<Contender> contenders;
    for (int i = 2; i < argc; ++i) contenders.push_back({argv[i], split(argv[i]), {}, {}, 0});
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // The first turns warm caches and do not count.
    for (int turn = -5; turn < runs; ++turn) {
        double first = 0;
        for (auto& contender : contenders) {
            const double seconds = run_once(contender, environ, actions);
            if (&contender == contenders.data()) first = seconds;
            if (turn < 0) continue;
            contender.seconds.push_back(seconds);
            contender.ratios.push_back(seconds / first);
        }
    }
    std::printf("%9s %7s %9s  %s\n", "median ms", "ratio", "peak MiB", "command");
    for (const auto& contender : contenders)
        std::printf("%9.3f %7.2f %9.1f  %s\n", 1000 * median(contender.seconds), median(contender.ratios),
                    static_cast<double>(contender.peak_kib) / 1024, contender.line.c_str());
    return 0;
}
