#pragma once

#include "files/descriptor.hpp"

#include <string>
#include <string_view>

#include <sys/types.h>

namespace smpcare::files {

inline constexpr mode_t owner_only = 0600;

/// A file of a folder that nobody can see yet: without a name where the file system can do that, so that a killed
/// program leaves nothing behind; else named `.smpcare-…`.
class Temporary {
public:
    /// Not open, with errno set, where that fails. `unnamed`: whether to try without a name. The umask takes its part
    /// of `mode`.
    Temporary(int folder, bool unnamed, mode_t mode = owner_only);
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary();

    [[nodiscard]] bool is_open() const { return file_.is_open(); }
    bool append(std::string_view bytes);
    bool reach_disk();
    /// Gives the finished file its name. `replace`: over a file that is there. Returns 0, or errno: EEXIST.
    int place(const char* name, bool replace);

private:
    [[nodiscard]] bool link_as(const char* name) const;
    bool open_named(mode_t mode);

    int folder_;
    Descriptor file_;
    std::string name_;  ///< "" while it has none
};

/// How a file is written.
struct Writing {
    bool replace = false;  ///< over a file that is there
    mode_t mode = owner_only;
    bool reach_disk = false;  ///< before it gets its name
};
/// The one way in which files come to be: `name` appears in `folder` whole, or not at all. Returns 0, or errno: EEXIST.
/// Where links to a file without a name are refused, it is tried again with one.
int write_in(int folder, bool unnamed, const char* name, std::string_view bytes, const Writing& how);

/// Whether `folder` can hold files without a name that get one later.
bool holds_unnamed_files(int folder);

}  // namespace smpcare::files
