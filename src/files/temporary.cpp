#include "files/temporary.hpp"

#include <smpcare/files.hpp>

#include <atomic>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>

namespace smpcare::files {
namespace {

std::string fresh_name() {
    static std::atomic<unsigned> count{0};
    return ".smpcare-" + std::to_string(::getpid()) + '-' + std::to_string(++count);
}

int open_in(int folder, const char* name, int flags, mode_t mode) {
    return uninterrupted([=] { return ::openat(folder, name, flags | O_WRONLY | O_CLOEXEC, mode); });
}

bool is_linkless(int fault) { return fault == EPERM || fault == EOPNOTSUPP; }

std::string path_of(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

}  // namespace

Temporary::Temporary(int folder, bool unnamed, mode_t mode)
    : folder_(folder), file_(unnamed ? open_in(folder, ".", O_TMPFILE, mode) : -1) {
    if (!unnamed) open_named(mode);
}

Temporary::~Temporary() {
    if (!name_.empty()) ::unlinkat(folder_, name_.c_str(), 0);
}

bool Temporary::open_named(mode_t mode) {
    do {
        name_ = fresh_name();
        file_ = Descriptor{open_in(folder_, name_.c_str(), O_CREAT | O_EXCL, mode)};
    } while (!file_.is_open() && errno == EEXIST);
    if (!file_.is_open()) name_.clear();
    return file_.is_open();
}

bool Temporary::append(std::string_view bytes) { return write_all(file_.number(), bytes); }

bool Temporary::reach_disk() { return files::reach_disk(file_.number()); }

bool Temporary::link_as(const char* name) const {
    if (!name_.empty()) return ::linkat(folder_, name_.c_str(), folder_, name, 0) == 0;
    if (::linkat(file_.number(), "", folder_, name, AT_EMPTY_PATH) == 0) return true;
    // Linux before 6.10 allows that to the privileged alone, and tells others that there is nothing to link.
    if (errno != ENOENT) return false;
    return ::linkat(AT_FDCWD, path_of(file_.number()).c_str(), folder_, name, AT_SYMLINK_FOLLOW) == 0;
}

int Temporary::place(const char* name, bool replace) {
    if (!replace) {
        if (link_as(name)) return 0;
        // Some file systems have no links; none of ours may then come under an existing name either.
        if (!is_linkless(errno) || name_.empty()) return errno;
        if (::renameat2(folder_, name_.c_str(), folder_, name, RENAME_NOREPLACE) != 0) return errno;
        name_.clear();
        return 0;
    }
    if (name_.empty()) {
        const auto made = fresh_name();
        if (!link_as(made.c_str())) return errno;
        name_ = made;
    }
    if (::renameat(folder_, name_.c_str(), folder_, name) != 0) return errno;
    name_.clear();
    return 0;
}

int write_in(int folder, bool unnamed, const char* name, std::string_view bytes, const Writing& how) {
    Temporary file{folder, unnamed, how.mode};
    if (!file.is_open() || !file.append(bytes) || (how.reach_disk && !file.reach_disk())) return errno;
    const int fault = file.place(name, how.replace);
    return unnamed && is_linkless(fault) ? write_in(folder, false, name, bytes, how) : fault;
}

bool holds_unnamed_files(int folder) {
    const Temporary trial{folder, true};
    return trial.is_open() && ::access("/proc/self/fd", X_OK) == 0;
}

}  // namespace smpcare::files
