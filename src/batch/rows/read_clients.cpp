#include "batch/rows/read_clients.hpp"

#include "base/typed.hpp"
#include "batch/rows/dates.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Two bytes a letter, whichever comes first.
bool looks_utf16(std::string_view start) {
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return true;
    return start.size() >= 2 && (start[0] == '\0') != (start[1] == '\0');
}

}  // namespace

std::optional<ReadClients> ReadClients::begin(const BatchRequest& request, Diagnostics& diagnostics) {
    ReadClients clients{request};
    if (!clients.open(diagnostics) || !clients.read_header(diagnostics)) return std::nullopt;
    return clients;
}

/// Opens the file, passes over its mark and finds out its delimiter.
bool ReadClients::open(Diagnostics& diagnostics) {
    auto input = Input::open(request_->clients, diagnostics);
    if (!input) return false;
    source_ = std::make_shared<const SourceText>(SourceText{input->name(), {}});
    InputLines lines{std::move(*input)};
    const auto start = lines.peek(row_limit, diagnostics);
    if (diagnostics.has_errors()) return false;
    if (looks_utf16(start)) {
        diagnostics.error(Code::invalid_utf8, {source_, 1, 1, 0}, {Term::this_file_utf16});
        return false;
    }
    if (start.starts_with(utf8_mark)) lines.skip(utf8_mark.size());
    const auto text = lines.peek(row_limit, diagnostics);
    const auto first = std::min(text.find_first_not_of("\r\n \t"), text.size());
    const auto header = text.substr(first, text.substr(first).find_first_of("\r\n"));
    const auto delimiter = delimiter_of(header);
    reader_ = std::make_unique<CsvReader>(std::move(lines), delimiter);
    return true;
}

bool ReadClients::read_header(Diagnostics& diagnostics) {
    Row row;
    if (!reader_->next(row, diagnostics)) {
        if (!diagnostics.has_errors()) diagnostics.error(Code::empty_file, {source_, 0, 0, 0}, {source_->name});
        return false;
    }
    header_ = row.raw;
    auto columns = read_columns(row, *request_, source_, diagnostics);
    if (columns) columns_ = std::move(*columns);
    return columns.has_value();
}

bool ReadClients::next(Row& row, Diagnostics& diagnostics) {
    if (!reader_->next(row, diagnostics)) return false;
    refuse_second(row);
    return true;
}

std::string_view ReadClients::id_of(const Row& row) const {
    return row.cells.size() == columns_.count ? columns_.cell(row, Column::id) : std::string_view{};
}

void ReadClients::refuse_second(Row& row) {
    const auto id = id_of(row);
    if (row.fault || id.empty()) return;
    row.fault_cell = columns_.number(Column::id);
    if (!ids_.insert(folded(id))) {
        row.fault = Code::duplicate_client;
        row.fault_text = id;
        return;
    }
    // Ids that differ give files that differ.
    if (request_->file_name == "{id}") return;
    if (!file_names_.insert(folded(stem_of(row)))) row.fault = Code::file_name_twice;
}

std::string ReadClients::stem_of(const Row& row) const {
    Case client;
    client.id = columns_.cell(row, Column::id);
    client.name = columns_.cell(row, Column::name);
    Diagnostics unheeded;
    const auto dates = columns_.cell(row, Column::date);
    const auto first = dates.substr(0, dates.find_first_of(" \t\r\n"));
    if (const auto date = read_cell_date(first, request_->order, {}, unheeded)) client.sessions.push_back({*date, {}});
    return file_stem(request_->file_name, client);
}

}  // namespace smpcare::batch
