#include "cli/app.hpp"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

int main(int argc, char** argv) {
    // No file may take the number of a stream that was closed, for messages would go into it. Opened the wrong way
    // round, the stream still fails where it is used.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF)
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    return smpcare::cli::run(argc, argv);
}
