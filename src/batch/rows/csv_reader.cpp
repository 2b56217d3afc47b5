#include "batch/rows/csv_reader.hpp"

#include "base/unseen.hpp"

#include <algorithm>
#include <new>

namespace smpcare::batch {

bool Row::is_empty() const {
    return !fault && std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

CsvReader::CsvReader(InputLines lines, char delimiter) : lines_(std::move(lines)) {
    if (csv_init(&parser_, CSV_STRICT) != 0) throw std::bad_alloc{};
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
}

CsvReader::~CsvReader() { csv_free(&parser_); }

bool CsvReader::next(Row& row, Diagnostics& diagnostics) {
    while (read_row(row, diagnostics))
        if (!row.is_empty()) return true;
    return false;
}

bool CsvReader::feed(std::string_view line) {
    // Cells keep their capacity from row to row.
    const auto cell = [](void* text, std::size_t size, void* reader) {
        auto& self = *static_cast<CsvReader*>(reader);
        auto& cells = self.row_->cells;
        if (self.cells_ == cells.size()) cells.emplace_back();
        cells[self.cells_++] = trimmed_unseen({static_cast<const char*>(text), size});
    };
    const auto end = [](int, void* reader) { static_cast<CsvReader*>(reader)->complete_ = true; };
    return csv_parse(&parser_, line.data(), line.size(), cell, end, this) == line.size();
}

void CsvReader::refuse(Row& row, Code code, std::size_t first_line) {
    csv_fini(&parser_, nullptr, nullptr, nullptr);
    row.fault = code;
    row.fault_cell = static_cast<std::uint32_t>(cells_) + 1;
    if (row.raw.size() > first_line) lines_.give_back(std::string_view{row.raw}.substr(first_line), row.line + 1);
    row.raw.resize(first_line);
    row.cells.clear();
}

void CsvReader::end_row(Row& row) {
    // The last line of a file may lack its end.
    if (!complete_) feed("\n");
    row.cells.resize(cells_);
}

std::optional<Code> CsvReader::continue_row(bool first) {
    if (!feed(line_)) return first ? Code::stray_quote : Code::open_quote;
    const bool in_quotes = parser_.quoted != 0 && !complete_;
    const bool ended = line_.ends_with('\n') || line_.ends_with('\r');
    if (!in_quotes || ended) return std::nullopt;
    // The last line of the file: its end closes what may be closed.
    if (!feed("\n")) return Code::stray_quote;
    if (!complete_) return Code::open_quote;
    return std::nullopt;
}

bool CsvReader::read_row(Row& row, Diagnostics& diagnostics) {
    row_ = &row;
    row.line = lines_.number();
    row.raw.clear();
    row.fault.reset();
    row.fault_args.clear();
    row.is_silent = row.is_joined = false;
    cells_ = 0;
    complete_ = false;
    std::size_t first_line = 0;
    do {
        const bool first = row.raw.empty();
        if (!lines_.take(line_, row_limit + 1, diagnostics)) {
            if (!first) refuse(row, Code::open_quote, first_line);
            return !first;
        }
        row.raw += line_;
        if (first) first_line = line_.size();
        auto fault = row.raw.size() > row_limit ? std::optional{first ? Code::row_too_long : Code::open_quote}
                                                : continue_row(first);
        if (fault) {
            refuse(row, *fault, first_line);
            return true;
        }
    } while (parser_.quoted != 0 && !complete_);
    end_row(row);
    return true;
}

}  // namespace smpcare::batch
