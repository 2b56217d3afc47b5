#include "batch/rows/read_clients.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"
#include "batch/rows/dates.hpp"
#include "batch/rows/paths.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

/// `rows 2, 3 and 9`: where there are very many, the first and the last.
Arg told_lines(const std::vector<std::uint32_t>& lines) {
    constexpr std::size_t most = 8;
    std::vector<Arg> told;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i + 1 == most && lines.size() > most) told.emplace_back("...");
        if (i + 1 < most || i + 1 == lines.size()) told.emplace_back(std::to_string(lines[i]));
    }
    return {Term::both, std::move(told)};
}

/// The names, without their endings, under which a client's file would be the rejects; nothing where those are the list
/// of files, or the folder.
std::optional<std::vector<std::string>> stems_of_rejects(const BatchRequest& request) {
    std::vector<std::string> stems;
    if (request.rejects.empty() || request.folder.empty() || request.rejects == "-") return stems;
    if (are_same_path(request.rejects, request.folder)) return std::nullopt;
    const auto name = rejects_in_folder(request);
    if (name == manifest_name) return std::nullopt;
    for (const auto* const format : request.formats)
        if (const auto ending = '.' + std::string{format->endings.front()}; name.ends_with(ending))
            stems.push_back(name.substr(0, name.size() - ending.size()));
    return stems;
}

}  // namespace

std::optional<ReadClients> ReadClients::begin(const BatchRequest& request, Diagnostics& diagnostics) {
    ReadClients clients{request};
    if (!clients.open(diagnostics) || !clients.begin_rows(diagnostics) || !clients.read_header(diagnostics) ||
        !clients.take_survey(diagnostics))
        return std::nullopt;
    return clients;
}

bool ReadClients::open(Diagnostics& diagnostics) {
    input_ = Input::open_twice(request_->clients, diagnostics);
    if (!input_) return false;
    source_ = input_->source();
    return true;
}

/// To what stands before the header; the first time, that is found out.
bool ReadClients::begin_rows(Diagnostics& diagnostics) {
    InputLines lines{*input_};
    auto opening = open_rows(lines, *request_, source_, diagnostics);
    if (!opening) return false;
    if (!reader_) opening_ = std::move(*opening);
    reader_ = std::make_unique<CsvReader>(std::move(lines), opening_.delimiter);
    return true;
}

bool ReadClients::read_header(Diagnostics& diagnostics) {
    Row row;
    if (!reader_->next(row, diagnostics)) {
        if (!diagnostics.has_errors()) diagnostics.error(Code::empty_file, {source_, 0, 0, 0}, {told_name(*source_)});
        return false;
    }
    header_ = opening_.first_line + row.raw;
    auto columns = read_columns(row, opening_.delimiter, *request_, source_, diagnostics);
    if (columns) columns_ = std::move(*columns);
    return columns.has_value();
}

/// Reads all rows once, and goes back to the first.
bool ReadClients::take_survey(Diagnostics& diagnostics) {
    survey_.emplace(request_->sessions);
    const auto taken_stems = stems_of_rejects(*request_);
    if (!taken_stems) return refuse_rejects(diagnostics);
    Diagnostics unreadable;
    Row row;
    while (reader_->next(row, unreadable)) {
        survey_->take(row, columns_, source_);
        if (!taken_stems->empty() && !id_of(row).empty() &&
            std::find(taken_stems->begin(), taken_stems->end(), folded(stem_of(row))) != taken_stems->end())
            return refuse_rejects(diagnostics);
    }
    for (const auto& fault : unreadable.all()) diagnostics.add(fault);
    if (unreadable.has_errors()) return false;
    no_dates_ = survey_->dates().against(request_->order);
    return input_->start_again(diagnostics) && begin_rows(diagnostics) && reader_->next(row, diagnostics);
}

bool ReadClients::refuse_rejects(Diagnostics& diagnostics) const {
    diagnostics.error(Code::written_twice, whole(request_->rejects), {request_->rejects});
    return false;
}

bool ReadClients::next(Row& row, Diagnostics& diagnostics) {
    if (!reader_->next(row, diagnostics)) return false;
    judge(row);
    return true;
}

std::string_view ReadClients::id_of(const Row& row) const {
    return row.cells.size() == columns_.count ? columns_.cell(row, Column::id) : std::string_view{};
}

void ReadClients::judge(Row& row) {
    if (no_dates_) {
        const auto& place = no_dates_->span;
        row.is_silent = row.line != place.line;
        row.fault = no_dates_->code;
        row.fault_cell = place.column;
        row.fault_args = no_dates_->args;
        return;
    }
    const auto id = id_of(row);
    if (row.fault || id.empty()) return;
    row.fault_cell = columns_.number(Column::id);
    if (judge_id(row, folded(id))) judge_file_name(row);
}

/// False where there is nothing more to judge.
bool ReadClients::judge_id(Row& row, const std::string& id) {
    const auto* const known = survey_->find(id);
    const bool grew = known == nullptr;  // the file, since it was surveyed
    if (!grew && known->count == 1 && known->first_line == row.line) return true;
    const auto* const lines = grew ? nullptr : survey_->lines_of(id);
    const auto taken = ++taken_[id];
    const auto* const joined = survey_->joined(id);
    const bool counts = lines != nullptr && taken <= lines->size();
    if (counts && joined != nullptr && !joined->differing) {
        row.is_joined = taken > 1;
        if (!row.is_joined) row.cells[*columns_.at[static_cast<std::size_t>(Column::date)]] = joined->dates;
        return !row.is_joined;
    }
    row.is_silent = counts && taken > 1;
    row.fault = counts && joined != nullptr ? Code::rows_disagree : Code::duplicate_client;
    row.fault_args = {lines != nullptr ? told_lines(*lines) : told_lines({row.line}), columns_.cell(row, Column::id)};
    if (row.fault == Code::rows_disagree) row.fault_args.push_back(*joined->differing);
    return false;
}

/// Ids that differ give files that differ; names do not.
void ReadClients::judge_file_name(Row& row) {
    if (request_->file_name == "{id}") return;
    if (!file_names_.insert(folded(stem_of(row)))) row.fault = Code::file_name_twice;
}

std::string ReadClients::stem_of(const Row& row) const {
    Case client;
    client.id = columns_.cell(row, Column::id);
    client.name = columns_.cell(row, Column::name);
    Diagnostics unheeded;
    const auto dates = read_dates(columns_.cell(row, Column::date), request_->order, {}, unheeded);
    if (!dates.empty())
        if (const auto first = read_cell_date(dates.front(), request_->order, {}, unheeded))
            client.sessions.push_back({*first, {}});
    return file_stem(request_->file_name, client);
}

}  // namespace smpcare::batch
