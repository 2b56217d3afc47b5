#pragma once

#include "batch/row.hpp"

#include <smpcare/files.hpp>

#include <optional>
#include <string>

namespace smpcare {

/// The rows that were refused, below the file's own header and byte for byte, to be mended and run again. There is no
/// file where no row was refused.
class Rejects {
public:
    /// `path` must be free unless `replace`. Errors: file_exists, not_a_file, cannot_write.
    static std::optional<Rejects> begin(const std::string& path, Replace replace, std::string header,
                                        Diagnostics& diagnostics);
    /// Errors: cannot_write.
    bool add(const Row& row, Diagnostics& diagnostics);
    bool finish(Diagnostics& diagnostics);

private:
    Rejects(std::string path, Replace replace, std::string header, Folder folder)
        : path_(std::move(path)), replace_(replace), header_(std::move(header)), folder_(std::move(folder)) {}
    bool fail(const std::string& reason, Diagnostics& diagnostics);

    std::string path_;
    Replace replace_;
    std::string header_;
    Folder folder_;
    std::optional<Folder::Growing> file_;
};

}  // namespace smpcare
