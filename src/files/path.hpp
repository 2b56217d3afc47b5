#pragma once

#include <string>

namespace smpcare::files {

/// The folder that holds what `path` names.
inline std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// The name in that folder; "" where `path` ends in a slash.
inline std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace smpcare::files
