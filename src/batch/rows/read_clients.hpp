#pragma once

#include "batch/rows/columns.hpp"
#include "batch/rows/csv_reader.hpp"
#include "batch/rows/names.hpp"
#include "batch/rows/opening.hpp"
#include "batch/rows/survey.hpp"

#include <smpcare/batch.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace smpcare::batch {

/// The clients of a CSV file, row after row, below a header whose columns are known. The file is read to its end
/// before, so that what only the whole of it shows is known: which ids have several rows, and in what order its dates
/// are.
class ReadClients {
public:
    /// Opens the file, reads its header and surveys its rows. Errors: those of Input::open_twice and read_columns,
    /// invalid_utf8, workbook, empty_file, written_twice. Notices, which end nothing, are added too.
    static std::optional<ReadClients> begin(const BatchRequest& request, Diagnostics& diagnostics);

    /// The next row that is not empty; false at the end, or where the input cannot be read.
    bool next(Row& row, Diagnostics& diagnostics);

    /// The id of the client that the row is about; "" where its cells do not fit the header.
    [[nodiscard]] std::string_view id_of(const Row& row) const;
    /// Whether some row was about the client with the folded id `id`.
    [[nodiscard]] bool holds(const std::string& id) const { return survey_->find(id) != nullptr; }
    /// How many clients the rows are about.
    [[nodiscard]] std::size_t clients() const { return survey_->clients(); }

    [[nodiscard]] std::size_t rows() const { return survey_->rows(); }

    [[nodiscard]] const SourcePtr& source() const { return source_; }
    [[nodiscard]] const Columns& columns() const { return columns_; }
    /// The first row, byte for byte.
    [[nodiscard]] const std::string& header() const { return header_; }

private:
    explicit ReadClients(const BatchRequest& request) : request_(&request) {}
    bool open(Diagnostics& diagnostics);
    bool begin_rows(Diagnostics& diagnostics);
    bool read_header(Diagnostics& diagnostics);
    bool take_survey(Diagnostics& diagnostics);
    bool refuse_rejects(Diagnostics& diagnostics) const;
    void judge(Row& row);
    bool judge_id(Row& row, const std::string& id);
    void judge_file_name(Row& row);
    [[nodiscard]] std::string stem_of(const Row& row) const;

    const BatchRequest* request_;
    std::optional<Input> input_;
    SourcePtr source_;
    Opening opening_;
    std::unique_ptr<CsvReader> reader_;
    std::string header_;
    Columns columns_;
    std::optional<Survey> survey_;
    std::optional<Diagnostic> no_dates_;  ///< why no date of the file can be read
    SeenNames file_names_;
    std::unordered_map<std::string, std::uint32_t> taken_;  ///< of ids with several rows: how many came already
};

}  // namespace smpcare::batch
