#pragma once

#include "batch/rows/names.hpp"
#include "batch/rows/paths.hpp"
#include "batch/rows/row.hpp"

#include <smpcare/files.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace smpcare::batch {

/// The list of what the folder holds, a line for each client and run. Of earlier lines stays what is there and was not
/// written again, so that several runs, of other clients or in other formats, can fill one folder.
class Manifest {
public:
    /// Whether the folder has none, or one of ours. Errors: foreign_manifest, cannot_read.
    static bool check(const Folder& folder, Diagnostics& diagnostics);
    /// Whether a run that is over wrote a file of this name into the folder.
    static bool lists(const Folder& folder, std::string_view name);
    /// Errors: those of check, cannot_write.
    static std::optional<Manifest> begin(const Folder& folder, Diagnostics& diagnostics);

    /// One client's line.
    bool add(std::uint32_t row, std::string_view id, const RowResult& result);
    using Keep = std::function<bool(std::string_view id)>;
    /// Adds what stays of the lines of an earlier manifest, all files of those for whose id `keep` holds, and puts the
    /// file in place.
    Folder::Put finish(const Keep& keep);

private:
    Manifest(Folder folder, Folder::Growing file) : folder_(std::move(folder)), file_(std::move(file)) {}
    bool add_line(std::string_view line);
    [[nodiscard]] bool holds(const std::string& name);
    bool keep_line(std::string_view line, const Keep& keep);
    bool flush();

    Folder folder_;
    Folder::Growing file_;
    std::string buffer_;
    bool some_ = false;
    SeenNames written_;       ///< files of this run; another run may list the same ones meanwhile
    std::string unreadable_;  ///< why what the folder holds could not be told
};

}  // namespace smpcare::batch
