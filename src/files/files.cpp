#include <smpcare/files.hpp>

#include "files/descriptor.hpp"
#include "files/path.hpp"
#include "files/temporary.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace smpcare {

using namespace files;
namespace {

std::string reason() { return std::strerror(errno); }

/// Writes to something that cannot be replaced: a device, a FIFO, what a link points to.
bool write_straight(const std::string& path, std::string_view bytes, Diagnostics& diagnostics) {
    Descriptor file{uninterrupted([&] { return ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC); })};
    if (file.is_open() && write_all(file.number(), bytes) && file.close()) return true;
    diagnostics.error(Code::cannot_write, whole(path), {path, reason()});
    return false;
}

/// A folder to put something into; one that may not be listed is opened all the same.
Descriptor open_folder(const std::string& path) {
    const auto open = [&](int how) {
        return uninterrupted([&] { return ::open(path.c_str(), how | O_DIRECTORY | O_CLOEXEC); });
    };
    Descriptor folder{open(O_RDONLY)};
    if (!folder.is_open() && errno == EACCES) return Descriptor{open(O_PATH)};
    return folder;
}

/// A new name is on the disk as well; not every file system can say so.
bool name_reaches_disk(int folder) {
    return reach_disk(folder) || errno == EINVAL || errno == EBADF || errno == EOPNOTSUPP;
}

bool write_new(const std::string& path, std::string_view bytes, Replace replace, Readers readers,
               Diagnostics& diagnostics) {
    const auto folder = open_folder(folder_of(path));
    const int number = folder.number();
    const Writing how{replace == Replace::regular_file, readers == Readers::owner ? owner_only : 0666, true};
    int fault = errno;
    if (folder.is_open()) fault = write_in(number, holds_unnamed_files(number), name_of(path).c_str(), bytes, how);
    if (fault == 0 && !name_reaches_disk(number)) fault = errno;
    if (fault == 0) return true;
    if (fault == EEXIST)
        diagnostics.error(Code::file_exists, whole(path), {path});
    else
        diagnostics.error(Code::cannot_write, whole(path), {path, std::strerror(fault)});
    return false;
}

std::optional<SourceText> read_open(int descriptor, SourceText source, std::size_t limit, Diagnostics& diagnostics) {
    std::string text;
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const auto count = read_some(descriptor, buffer.data(), buffer.size());
        if (count < 0) {
            const auto code = errno == EISDIR ? Code::is_a_directory : Code::cannot_read;
            diagnostics.error(code, whole(source), {told_name(source), reason()});
            return std::nullopt;
        }
        if (count == 0) {
            source.text = std::move(text);
            return source;
        }
        text.append(buffer.data(), static_cast<std::size_t>(count));
        if (text.size() > limit) {
            diagnostics.error(Code::too_large, whole(source), {told_name(source), limit});
            return std::nullopt;
        }
    }
}

}  // namespace

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = uninterrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::optional<SourceText> read_text(const std::string& path, std::size_t limit, Diagnostics& diagnostics) {
    if (path == "-") return read_open(STDIN_FILENO, {path, {}, SourceKind::standard_input}, limit, diagnostics);
    const Descriptor file{uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })};
    if (file.is_open()) return read_open(file.number(), {path, {}}, limit, diagnostics);
    const auto code = errno == ENOENT ? Code::no_such_file : Code::cannot_read;
    diagnostics.error(code, whole(path), {path, reason()});
    return std::nullopt;
}

bool write_whole(const std::string& path, std::string_view bytes, Replace replace, Diagnostics& diagnostics,
                 Readers readers) {
    struct stat there {};
    const bool exists = ::lstat(path.c_str(), &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) {
        diagnostics.error(Code::is_a_directory, whole(path), {path, std::strerror(EISDIR)});
        return false;
    }
    if (exists && !S_ISREG(there.st_mode)) {
        // A link to a file people have is a file people have.
        struct stat behind {};
        const bool file_behind = ::stat(path.c_str(), &behind) == 0 && S_ISREG(behind.st_mode);
        if (file_behind && replace == Replace::never) {
            diagnostics.error(Code::file_exists, whole(path), {path});
            return false;
        }
        return write_straight(path, bytes, diagnostics);
    }
    if (exists && replace == Replace::never) {
        diagnostics.error(Code::file_exists, whole(path), {path});
        return false;
    }
    return write_new(path, bytes, replace, readers, diagnostics);
}

}  // namespace smpcare
