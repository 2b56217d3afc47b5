#pragma once

#include "batch/engine/digester.hpp"
#include "batch/engine/engine.hpp"
#include "batch/rows/block.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::batch {

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

    /// A file to be.
    struct Document {
        std::string name, bytes;
        std::string path;  ///< for messages
        Folder::Put put;   ///< what became of it, or would become
    };
    bool write_files(const Plan& plan, RowResult& result, Diagnostics& found);
    [[nodiscard]] bool is_list_of_clients(const std::string& name) const;
    bool name_document(const Format& format, Document& document, Diagnostics& found) const;
    bool read_sent(const Plan& plan, const Document& document, std::optional<Previous>& sent, Diagnostics& found) const;
    bool render(const Plan& plan, const Format& format, Document& document, Diagnostics& found);
    [[nodiscard]] Replace replaces() const;
    [[nodiscard]] Folder::Put compare(const Document& document) const;
    bool put(Document& document, RowResult& result, Diagnostics& found);
    bool is_refused(const Document& document, RowResult& result, Diagnostics& found) const;
    bool stream(const Plan& plan, RowResult& result, std::string& output, Diagnostics& found);

    const BatchRequest& request_;
    const Columns& columns_;
    SourcePtr source_;
    Engines engines_;
    std::optional<Folder> folder_;
    Engines::Engine* engine_ = nullptr;
    Client client_;
    Span row_;
    Style style_;
    std::vector<Document> documents_;
    Digester digester_;
};

}  // namespace smpcare::batch
