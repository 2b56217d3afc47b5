#pragma once

#include "batch/rows/columns.hpp"
#include "batch/rows/csv_reader.hpp"
#include "batch/rows/names.hpp"

#include <smpcare/batch.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare::batch {

/// The clients of a CSV file, row after row, below a header whose columns are known. This is where a second row of one
/// client, or of one file name, is known: rows are read in order, and planned in any.
class ReadClients {
public:
    /// Opens the file and reads its header. Errors: those of Input::open and read_columns, invalid_utf8, empty_file.
    /// Notices, which end nothing, are added too.
    static std::optional<ReadClients> begin(const BatchRequest& request, Diagnostics& diagnostics);

    /// The next row that is not empty; false at the end, or where the input cannot be read.
    bool next(Row& row, Diagnostics& diagnostics);

    /// The id of the client that the row is about; "" where its cells do not fit the header.
    [[nodiscard]] std::string_view id_of(const Row& row) const;
    /// Whether some row was about the client with the folded id `id`.
    [[nodiscard]] bool holds(const std::string& id) const { return ids_.contains(id); }

    [[nodiscard]] const SourcePtr& source() const { return source_; }
    [[nodiscard]] const Columns& columns() const { return columns_; }
    /// The first row, byte for byte.
    [[nodiscard]] const std::string& header() const { return header_; }

private:
    explicit ReadClients(const BatchRequest& request) : request_(&request) {}
    bool open(Diagnostics& diagnostics);
    bool read_header(Diagnostics& diagnostics);
    void refuse_second(Row& row);
    [[nodiscard]] std::string stem_of(const Row& row) const;

    const BatchRequest* request_;
    SourcePtr source_;
    std::unique_ptr<CsvReader> reader_;
    std::string header_;
    Columns columns_;
    SeenNames ids_, file_names_;
};

}  // namespace smpcare::batch
