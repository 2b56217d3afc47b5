// write_files COUNT FILE FOLDER: the least that writing a file a client can cost. Writes the bytes of FILE under COUNT
// names into FOLDER, each to a file without a name that is then linked, and has the disk told once at the end.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <fcntl.h>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    std::ifstream in(argv[2], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const int folder = open(argv[3], O_RDONLY | O_DIRECTORY);
    if (bytes.empty() || folder < 0) return 2;
    for (int i = 0; i < std::atoi(argv[1]); ++i) {
        char name[32], path[48];
        std::snprintf(name, sizeof name, "c%06d.ics", i);
        const int file = openat(folder, ".", O_TMPFILE | O_WRONLY, 0600);
        if (file < 0 || write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) return 3;
        std::snprintf(path, sizeof path, "/proc/self/fd/%d", file);
        if (linkat(file, "", folder, name, AT_EMPTY_PATH) != 0 &&
            linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW) != 0)
            return 3;
        close(file);
    }
    return syncfs(folder) == 0 ? 0 : 3;
}
