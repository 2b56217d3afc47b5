#pragma once

#include "files/descriptor.hpp"

#include <string>
#include <string_view>

namespace smpcare::files {

/// A file of a folder that nobody can see yet: without a name where the file system can do that, so that a killed
/// program leaves nothing behind; else named `.smpcare-…`. Mode 0600.
class Temporary {
public:
    /// Not open, with errno set, where that fails. `unnamed`: whether to try without a name.
    Temporary(int folder, bool unnamed);
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
    bool open_named();

    int folder_;
    Descriptor file_;
    std::string name_;  ///< "" while it has none
};

/// Whether `folder` can hold files without a name that get one later.
bool holds_unnamed_files(int folder);

}  // namespace smpcare::files
