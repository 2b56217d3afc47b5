#pragma once

#include "batch/rows/lines.hpp"
#include "batch/rows/row.hpp"

#include <csv.h>

#include <string>

namespace smpcare::batch {

/// The rows of a CSV file (RFC 4180) with the place of each. Blanks at the edges of a cell, also such as nobody sees,
/// are not part of it, with quotes and without. A row that breaks the form is given with its fault, and the next line
/// is read as a row again.
class CsvReader {
public:
    CsvReader(InputLines lines, char delimiter);
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader();

    /// The next row that is not empty; false at the end, or where the input cannot be read.
    bool next(Row& row, Diagnostics& diagnostics);

private:
    bool read_row(Row& row, Diagnostics& diagnostics);
    /// Feeds one line; false where it breaks the form.
    bool feed(std::string_view line);
    /// Feeds `line_`; what is wrong with the row then. `first`: it is the row's first line.
    std::optional<Code> continue_row(bool first);
    void refuse(Row& row, Code code, std::size_t first_line);
    void end_row(Row& row);

    InputLines lines_;
    csv_parser parser_{};
    std::string line_;
    Row* row_ = nullptr;
    std::size_t cells_ = 0;
    bool complete_ = false;
};

}  // namespace smpcare::batch
