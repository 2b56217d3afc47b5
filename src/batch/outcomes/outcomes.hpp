#pragma once

#include "batch/outcomes/likes.hpp"
#include "batch/outcomes/manifest.hpp"
#include "batch/outcomes/rejects.hpp"
#include "batch/rows/read_clients.hpp"

#include <smpcare/batch.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace smpcare::batch {

/// What becomes of rows: they are counted and told of, files of theirs are listed, refused ones are kept. Used by the
/// calling thread alone, in the order of the rows.
class Outcomes {
public:
    Outcomes(const BatchRequest& request, const BatchHooks& hooks) : request_(request), hooks_(hooks) {}

    /// Opens the folder with its list, and the rejects. With BatchTarget::nothing it only looks at what a run would
    /// meet there. Errors: those of Folder::open, Manifest and Rejects; before anything is written.
    bool open(const ReadClients& clients, Diagnostics& diagnostics);
    /// Nothing where the run needs none, or where nothing is written and it is not there yet.
    [[nodiscard]] const std::optional<Folder>& folder() const { return folder_; }

    /// Tells of a fault or notice of the file or the rules.
    void report(const Diagnostic& diagnostic) const;

    /// Takes in what came of one row of `clients`. False, with errors, ends the run.
    bool add(const ReadClients& clients, const Row& row, RowResult& result, Diagnostics& diagnostics);

    /// Puts the rejects in place and tells what was left out. Errors: cannot_write, file_exists. After an error of the
    /// run itself, it only says up to where the rows were done.
    bool finish_rejects(const ReadClients& clients, Diagnostics& diagnostics);
    /// Puts the list of files in place, once the disk has the files. Errors: cannot_write.
    bool finish_list(const ReadClients& clients, Diagnostics& diagnostics);

    [[nodiscard]] const BatchSummary& summary() const { return summary_; }

private:
    bool open_folder(Diagnostics& diagnostics);
    bool look_at_folder(Diagnostics& diagnostics);
    bool open_rejects(const std::string& header, Diagnostics& diagnostics);
    bool refuse(const ReadClients& clients, const Row& row, Diagnostics& diagnostics);
    bool cannot_write_list(std::string reason, Diagnostics& diagnostics) const;
    void report_row(const Diagnostic& diagnostic);
    void tell_of_rest(const ReadClients& clients);

    const BatchRequest& request_;
    const BatchHooks& hooks_;
    std::optional<Folder> folder_;
    std::optional<Manifest> manifest_;
    std::optional<Rejects> rejects_;
    SeenNames refused_;  ///< folded ids
    BatchSummary summary_;
    Likes likes_;
    std::uint32_t last_line_ = 0;
    std::size_t faults_ = 0;
};

}  // namespace smpcare::batch
