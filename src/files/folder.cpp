#include <smpcare/files.hpp>

#include "files/descriptor.hpp"
#include "files/temporary.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace smpcare {

using namespace files;

struct Folder::State {
    State(std::string at, Descriptor of) : path(std::move(at)), handle(std::move(of)) {}
    std::string path;
    Descriptor handle;
    const bool unnamed = holds_unnamed_files(handle.number());
    /// Whether the last name that was looked for was free. A file is then made at once: linking tells of another.
    std::atomic<bool> expects_free = false;
};

struct Folder::Growing::State {
    State(Folder of, int handle, bool unnamed) : folder(std::move(of)), file(handle, unnamed) {}
    Folder folder;  // keeps the handle open
    Temporary file;
};

namespace {

using Outcome = Folder::Outcome;
using Put = Folder::Put;

constexpr std::size_t piece = 1 << 16;

Put failure(int error) {
    const bool name_is_bad = error == ENAMETOOLONG || error == EINVAL || error == EILSEQ;
    return {name_is_bad ? Outcome::bad_name : Outcome::failed, std::strerror(error)};
}

/// Opens the regular file `name` to read. Not open: errno is 0 where something else than a file is there. `status` is
/// filled wherever something is.
Descriptor open_regular(int folder, const char* name, struct stat& status) {
    constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    Descriptor file{uninterrupted([=] { return ::openat(folder, name, flags); })};
    if (file.is_open()) {
        if (::fstat(file.number(), &status) != 0) return Descriptor{};
        if (S_ISREG(status.st_mode)) return file;
        errno = 0;
        return Descriptor{};
    }
    const int fault = errno;
    if (fault == ENOENT) return Descriptor{};
    const bool other = ::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISREG(status.st_mode);
    errno = other ? 0 : fault;
    return Descriptor{};
}

bool holds(int file, std::string_view bytes) {
    std::array<char, piece> buffer;
    for (;;) {
        const auto count = read_some(file, buffer.data(), buffer.size());
        if (count < 0) return false;
        if (count == 0) return bytes.empty();
        const auto size = static_cast<std::size_t>(count);
        if (bytes.substr(0, size) != std::string_view{buffer.data(), size}) return false;
        bytes.remove_prefix(size);
    }
}

/// What stands in the way of `name`; nothing where it is free, `written` where a file may be replaced.
std::optional<Put> in_the_way(int folder, const char* name, std::string_view bytes, Replace replace) {
    if (*name == '\0') return Put{Outcome::not_a_file, {}};
    const auto in_place = replace == Replace::never ? Outcome::exists : Outcome::written;
    struct stat status {};
    const auto file = open_regular(folder, name, status);
    if (!file.is_open()) {
        if (errno == ENOENT) return std::nullopt;
        // Of a file that another account keeps to itself, only that it is there is known.
        if (errno == EACCES && S_ISREG(status.st_mode)) return Put{in_place, {}};
        return errno == 0 ? Put{Outcome::not_a_file, {}} : failure(errno);
    }
    if (static_cast<std::size_t>(status.st_size) == bytes.size() && holds(file.number(), bytes))
        return Put{Outcome::unchanged, {}};
    return Put{in_place, {}};
}

Put write_new(int folder, bool unnamed, const std::string& name, std::string_view bytes, bool replace) {
    const int fault = write_in(folder, unnamed, name.c_str(), bytes, {.replace = replace});
    if (fault == 0) return {};
    // In a folder that many share, each may replace only what is theirs.
    if (replace && (fault == EPERM || fault == EACCES)) return {Outcome::bad_name, std::strerror(fault)};
    return fault == EEXIST ? Put{Outcome::exists, {}} : failure(fault);
}

}  // namespace

std::optional<Folder> Folder::open(const std::string& path, bool make, Diagnostics& diagnostics) {
    if (make && ::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
        diagnostics.error(Code::cannot_write, whole(path), {path, std::strerror(errno)});
        return std::nullopt;
    }
    Descriptor handle{uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); })};
    if (!handle.is_open()) {
        const auto code = errno == ENOENT ? Code::no_such_file : Code::cannot_read;
        diagnostics.error(code, whole(path), {path, std::strerror(errno)});
        return std::nullopt;
    }
    return Folder{std::make_shared<State>(path, std::move(handle))};
}

const std::string& Folder::path() const { return state_->path; }

Put Folder::put(const std::string& name, std::string_view bytes, Replace replace) const {
    const int folder = state_->handle.number();
    for (bool looked = false;; looked = true) {
        if (looked || state_->expects_free) {
            auto done = write_new(folder, state_->unnamed, name, bytes, false);
            if (done.outcome != Outcome::exists) return done;
        }
        // What is there may come from an earlier run, or from another at this moment.
        const auto before = in_the_way(folder, name.c_str(), bytes, replace);
        state_->expects_free = !before;
        if (before && before->outcome != Outcome::written) return *before;
        if (before) return write_new(folder, state_->unnamed, name, bytes, true);
        if (looked) return {Outcome::exists, {}};
    }
}

Put Folder::compare(const std::string& name, std::string_view bytes, Replace replace) const {
    return in_the_way(state_->handle.number(), name.c_str(), bytes, replace).value_or(Put{});
}

std::optional<SourceText> Folder::read(const std::string& name, std::size_t limit, Diagnostics& diagnostics) const {
    std::string text;
    const auto take = [&](std::string_view bytes) {
        if (text.size() <= limit) text += bytes;
    };
    const bool there = scan(name, take, diagnostics);
    if (!there) return std::nullopt;
    auto path_of_it = path() + '/' + name;
    if (text.size() <= limit) return SourceText{std::move(path_of_it), std::move(text)};
    diagnostics.error(Code::too_large, whole(path_of_it), {path_of_it, limit});
    return std::nullopt;
}

bool Folder::scan(const std::string& name, const std::function<void(std::string_view)>& take,
                  Diagnostics& diagnostics) const {
    const auto cannot_read = [&] {
        const auto whole_name = path() + '/' + name;
        diagnostics.error(Code::cannot_read, whole(whole_name), {whole_name, std::strerror(errno)});
        return false;
    };
    struct stat status {};
    const auto file = open_regular(state_->handle.number(), name.c_str(), status);
    if (!file.is_open()) return errno != ENOENT && errno != 0 && cannot_read();
    std::array<char, piece> buffer;
    for (;;) {
        const auto count = read_some(file.number(), buffer.data(), buffer.size());
        if (count == 0) return true;
        if (count < 0) return cannot_read();
        take({buffer.data(), static_cast<std::size_t>(count)});
    }
}

bool Folder::Growing::append(std::string_view bytes) { return state_->file.append(bytes); }

Put Folder::Growing::finish(const std::string& name, Replace replace) {
    struct stat status {};
    const int folder = state_->folder.state_->handle.number();
    const bool there = ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (there && !S_ISREG(status.st_mode)) return {Outcome::not_a_file, {}};
    if (!state_->file.reach_disk()) return failure(errno);
    const int fault = state_->file.place(name.c_str(), there && replace == Replace::regular_file);
    if (fault == 0) return {};
    return fault == EEXIST ? Put{Outcome::exists, {}} : failure(fault);
}

std::optional<Folder::Growing> Folder::grow(Diagnostics& diagnostics) const {
    Growing made;
    made.state_ = std::make_shared<Growing::State>(*this, state_->handle.number(), state_->unnamed);
    if (made.state_->file.is_open()) return made;
    diagnostics.error(Code::cannot_write, whole(path()), {path(), std::strerror(errno)});
    return std::nullopt;
}

bool Folder::reach_disk() const {
    return uninterrupted([this] { return ::syncfs(state_->handle.number()); }) == 0;
}

void Folder::alone(const std::function<void()>& work) const {
    // Waiting fails on some network folders; the work itself never leaves half a file.
    const bool locked = uninterrupted([this] { return ::flock(state_->handle.number(), LOCK_EX); }) == 0;
    work();
    if (locked) ::flock(state_->handle.number(), LOCK_UN);
}

}  // namespace smpcare
