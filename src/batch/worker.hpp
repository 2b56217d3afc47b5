#pragma once

#include "base/digest.hpp"
#include "batch/engine.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace smpcare {

/// What came of one row.
struct RowResult {
    std::vector<Diagnostic> said;
    bool good = false;
    bool fatal = false;  ///< the next row would fail as well
    std::size_t written = 0, unchanged = 0;
    std::vector<BatchFile> files;
    std::string fingerprint;
    std::optional<Plan> plan;                  ///< of a combined document
    std::shared_ptr<const Protocol> protocol;  ///< that the plan refers to
};

/// Rows on their way, each with what came of it.
struct Block {
    std::vector<Row> rows;
    std::vector<RowResult> results;
    std::size_t size = 0;  ///< rows of it that are in use; the others keep their memory
    std::string output;    ///< of a stream, all rows together
    bool done = false;
    std::exception_ptr fault{};  ///< what a worker could not bear
};

/// Plans and writes one row after the other. One for each thread.
class Worker {
public:
    Worker(const BatchRequest& request, const Columns& columns, const std::string& source, Ruled base,
           std::optional<Folder> folder);

    /// Fills the results and the output of the block; after a row that is fatal it has no further one.
    void work(Block& block);

private:
    void work_row(const Row& row, RowResult& result, std::string& output);
    bool plan_row(const Row& row, RowResult& result, std::string& output, Diagnostics& found);
    bool say_notices(const Plan& plan, const Protocol& protocol, Diagnostics& found) const;
    bool write_files(const Plan& plan, RowResult& result, Diagnostics& found);
    bool write_file(const Plan& plan, const Format& format, RowResult& result, Diagnostics& found);
    bool read_sent(const Plan& plan, const std::string& name, std::optional<Previous>& sent, Diagnostics& found) const;
    bool render(const Plan& plan, const Format& format, const std::string& name, Diagnostics& found);
    bool stream(const Plan& plan, RowResult& result, std::string& output, Diagnostics& found);
    bool settle(const Folder::Put& put, const std::string& name, RowResult& result, Diagnostics& found);
    void digest_last(RowResult& result);
    void digest_waiting();

    struct Digested {
        RowResult* result;
        std::size_t file;
        void set(const Sha256& digest) const { result->files[file].sha256 = hex(digest); }
    };

    const BatchRequest& request_;
    const Columns& columns_;
    SourcePtr source_;
    Engines engines_;
    std::optional<Folder> folder_;
    Engines::Engine* engine_ = nullptr;
    Client client_;
    Span row_;
    Style style_;
    std::string bytes_, waiting_bytes_;
    std::optional<Digested> waiting_;  ///< the file of `waiting_bytes_`, for another to be digested beside it
};

}  // namespace smpcare
