#pragma once

#include "batch/rows/row.hpp"

#include <smpcare/batch.hpp>
#include <smpcare/files.hpp>

#include <optional>
#include <string>

namespace smpcare::batch {

/// The rows that were refused, below the file's own header and byte for byte, to be mended and run again. Where none
/// was, no file is made; one that is replaced has the header alone.
class Rejects {
public:
    /// The name must be free unless `replace`; with `update` it may hold rejects under the same header. It is never the
    /// file of `clients`. Errors: no_such_file, file_exists, not_a_file, output_is_input.
    static bool check(const BatchRequest& request, std::string header, Diagnostics& diagnostics);
    /// Errors: those of check, cannot_write.
    static std::optional<Rejects> begin(const BatchRequest& request, const BatchHooks& hooks, std::string header,
                                        Diagnostics& diagnostics);
    /// False, too, where the hook takes no more. Errors: cannot_write.
    bool add(const Row& row, Diagnostics& diagnostics);
    bool finish(Diagnostics& diagnostics);

private:
    Rejects(const BatchHooks& hooks, std::string header) : hooks_(&hooks), header_(std::move(header)) {}
    bool open(Diagnostics& diagnostics);
    [[nodiscard]] bool send(const std::string& text) const;
    bool fail(const Arg& reason, Diagnostics& diagnostics);

    const BatchHooks* hooks_;
    std::string header_;
    std::string path_;
    bool there_ = false;            ///< a file that is to be replaced
    std::optional<Folder> folder_;  ///< nothing where the hook takes the rows
    std::optional<Folder::Growing> file_;
};

}  // namespace smpcare::batch
