#pragma once

#include "batch/engine/engine.hpp"
#include "batch/rows/row.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::batch {

/// Digests the files of a block, two at a time. Results stay where they are until `finish`.
class Digester {
public:
    /// Forgets a block that was not finished.
    void begin() { waiting_.reset(); }
    /// The digest of `bytes` is to stand with the last file of `result`. Takes the bytes; what is left is of no use.
    void take(std::string& bytes, RowResult& result);
    void finish();

private:
    struct Waiting {
        RowResult* result;
        std::size_t file;
    };
    std::optional<Waiting> waiting_;  ///< of `bytes_`, for another file to be digested beside it
    std::string bytes_;
};

/// Plans and writes one row after the other. One for each thread.
class Worker {
public:
    Worker(const BatchRequest& request, const Columns& columns, SourcePtr source, PreparedRules base,
           std::optional<Folder> folder);

    /// Fills the results and the output of the block; after a row that is fatal it has no further one.
    void work(Block& block);

private:
    void work_row(const Row& row, RowResult& result, std::string& output);
    bool plan_row(const Row& row, RowResult& result, std::string& output, Diagnostics& diagnostics);
    bool say_notices(const Plan& plan, const Protocol& protocol, Diagnostics& diagnostics) const;

    /// A file to be.
    struct Document {
        std::string name, bytes;
        std::string path;  ///< for messages
        Folder::Put put;   ///< what would become of it, then what became of it
    };
    bool write_files(const Plan& plan, RowResult& result, Diagnostics& diagnostics);
    [[nodiscard]] bool is_read(const std::string& name) const;
    bool name_document(const Format& format, Document& document, Diagnostics& diagnostics) const;
    bool read_sent(const Plan& plan, const Document& document, std::optional<Previous>& sent,
                   Diagnostics& diagnostics) const;
    bool render(const Plan& plan, const Format& format, Document& document, Diagnostics& diagnostics);
    bool print_page_of(const Plan& plan, const Format& format, std::string& bytes, Diagnostics& diagnostics) const;
    void look(Document& document) const;
    bool put(Document& document, RowResult& result, Diagnostics& diagnostics);
    bool is_refused(const Document& document, RowResult& result, Diagnostics& diagnostics) const;
    bool stream(const Plan& plan, RowResult& result, std::string& output, Diagnostics& diagnostics);

    const BatchRequest& request_;
    const Columns& columns_;
    SourcePtr source_;
    EngineCache engines_;
    std::optional<Folder> folder_;
    EngineCache::Engine* engine_ = nullptr;
    Client client_;
    Span row_;
    Style style_;
    std::vector<Document> documents_;
    Digester digester_;
};

}  // namespace smpcare::batch
