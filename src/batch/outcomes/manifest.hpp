#pragma once

#include "batch/rows/paths.hpp"
#include "batch/rows/row.hpp"

#include <smpcare/files.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace smpcare::batch {

/// The list of what was written, one client a line. Lines of clients that this run knows nothing of stay, so that
/// several runs can fill one folder.
class Manifest {
public:
    /// Whether the folder has none, or one of ours. Errors: foreign_manifest, cannot_read.
    static bool check(const Folder& folder, Diagnostics& diagnostics);
    /// Errors: those of check, cannot_write.
    static std::optional<Manifest> begin(const Folder& folder, Diagnostics& diagnostics);

    /// One client's line.
    bool add(std::uint32_t row, std::string_view id, const RowResult& result);
    using Keep = std::function<bool(std::string_view id)>;
    /// Adds the lines of an earlier manifest for whose id `keep` holds, and puts the file in place.
    Folder::Put finish(const Keep& keep);

private:
    Manifest(Folder folder, Folder::Growing file) : folder_(std::move(folder)), file_(std::move(file)) {}
    bool add_line(std::string_view line);
    bool keep_line(std::string_view line, const Keep& keep);
    bool flush();

    Folder folder_;
    Folder::Growing file_;
    std::string buffer_;
    bool some_ = false;
};

}  // namespace smpcare::batch
