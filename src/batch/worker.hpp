#pragma once

#include "base/digest.hpp"
#include "batch/engine.hpp"

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
    std::string output;                        ///< of a stream
    std::optional<Plan> plan;                  ///< of a combined document
    std::shared_ptr<const Protocol> protocol;  ///< that the plan refers to
};

/// Plans and writes one row after the other. One for each thread.
class Worker {
public:
    Worker(const BatchRequest& request, const Columns& columns, const std::string& source, Ruled base,
           std::optional<Folder> folder);

    /// `result` stays where it is until `finish`.
    void work(const Row& row, RowResult& result);
    /// Completes the results since the last call: files are digested two at a time.
    void finish();

private:
    bool plan_row(const Row& row, RowResult& result, Diagnostics& found);
    bool say_notices(const Plan& plan, const Protocol& protocol, Diagnostics& found) const;
    bool write_files(const Plan& plan, RowResult& result, Diagnostics& found);
    bool write_file(const Plan& plan, const Format& format, RowResult& result, Diagnostics& found);
    bool read_sent(const Plan& plan, const std::string& name, std::optional<Previous>& sent, Diagnostics& found) const;
    bool render(const Plan& plan, const Format& format, const std::string& name, Diagnostics& found);
    bool stream(const Plan& plan, RowResult& result, Diagnostics& found);
    bool settle(const Folder::Put& put, const std::string& name, RowResult& result, Diagnostics& found);
    void digest_last(RowResult& result);

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
