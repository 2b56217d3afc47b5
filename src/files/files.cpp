#include <smpcare/files.hpp>

#include "files/descriptor.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
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

/// Puts the finished temporary file at `path`; false with errno set where that fails.
bool put_in_place(const std::string& temporary, const std::string& path, bool replace) {
    if (replace) return ::rename(temporary.c_str(), path.c_str()) == 0;
    if (::link(temporary.c_str(), path.c_str()) != 0) return false;
    ::unlink(temporary.c_str());
    return true;
}

/// mkstemp makes 0600; a file people asked for gets what their umask says.
bool open_to_umask(int descriptor) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return ::fchmod(descriptor, 0666 & ~mask) == 0;
}

bool write_through_temporary(const std::string& path, std::string_view bytes, bool replace, Diagnostics& diagnostics,
                             Readers readers) {
    std::string temporary;
    Descriptor file{uninterrupted([&] {
        temporary = path + ".XXXXXX";
        return ::mkstemp(temporary.data());
    })};
    if (!file.is_open()) {
        diagnostics.error(Code::cannot_write, whole(path), {path, reason()});
        return false;
    }
    const bool whole_there = write_all(file.number(), bytes) &&
                             (readers == Readers::owner || open_to_umask(file.number())) && reach_disk(file.number());
    if (whole_there && file.close() && put_in_place(temporary, path, replace)) return true;
    const int fault = errno;
    ::unlink(temporary.c_str());
    if (fault == EEXIST)
        diagnostics.error(Code::file_exists, whole(path), {path});
    else
        diagnostics.error(Code::cannot_write, whole(path), {path, std::strerror(fault)});
    return false;
}

std::optional<SourceText> read_open(int descriptor, const std::string& name, std::size_t limit,
                                    Diagnostics& diagnostics) {
    SourceText source{name, {}};
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const auto count = read_some(descriptor, buffer.data(), buffer.size());
        if (count < 0) {
            const auto code = errno == EISDIR ? Code::is_a_directory : Code::cannot_read;
            diagnostics.error(code, whole(name), {name, reason()});
            return std::nullopt;
        }
        if (count == 0) return source;
        source.text.append(buffer.data(), static_cast<std::size_t>(count));
        if (source.text.size() > limit) {
            diagnostics.error(Code::too_large, whole(name), {name, std::to_string(limit)});
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
    if (path == "-") return read_open(STDIN_FILENO, "standard input", limit, diagnostics);
    const Descriptor file{uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })};
    if (file.is_open()) return read_open(file.number(), path, limit, diagnostics);
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
    return write_through_temporary(path, bytes, replace == Replace::regular_file, diagnostics, readers);
}

}  // namespace smpcare
