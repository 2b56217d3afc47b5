#include <smpcare/batch.hpp>

#include "base/typed.hpp"
#include "batch/engine/pipeline.hpp"
#include "batch/outcomes/manifest.hpp"
#include "batch/outcomes/rejects.hpp"
#include "batch/rows/csv_reader.hpp"
#include "batch/rows/dates.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace smpcare {

using namespace batch;
namespace {

constexpr std::size_t rows_of_block = 8;
/// A plan of many sessions, told day by day, takes most of a megabyte: of such, fewer are on their way.
constexpr std::size_t most_output = std::size_t{1} << 18;
/// Of a file in which nothing fits. The rows are counted, and kept as rejects, all the same.
constexpr std::size_t most_faults_told = 1000;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Two bytes a letter, whichever comes first.
bool looks_utf16(std::string_view start) {
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return true;
    return start.size() >= 2 && (start[0] == '\0') != (start[1] == '\0');
}

/// The file opened, its mark passed over and its delimiter known.
std::unique_ptr<CsvReader> open_clients(const std::string& path, SourcePtr& source, Diagnostics& diagnostics) {
    auto input = Input::open(path, diagnostics);
    if (!input) return nullptr;
    source = std::make_shared<const SourceText>(SourceText{input->name(), {}});
    Lines lines{std::move(*input)};
    const auto start = lines.peek(row_limit, diagnostics);
    if (diagnostics.has_errors()) return nullptr;
    if (looks_utf16(start)) {
        diagnostics.error(Code::invalid_utf8, {source, 1, 1, 0}, {Term::this_file_utf16});
        return nullptr;
    }
    if (start.starts_with(utf8_mark)) lines.skip(utf8_mark.size());
    const auto text = lines.peek(row_limit, diagnostics);
    const auto first = std::min(text.find_first_not_of("\r\n \t"), text.size());
    const auto header = text.substr(first, text.substr(first).find_first_of("\r\n"));
    const auto delimiter = delimiter_of(header);
    return std::make_unique<CsvReader>(std::move(lines), delimiter);
}

/// One run from the header to the manifest. The members are used by the calling thread alone.
class Run {
public:
    Run(const BatchRequest& request, const BatchHooks& hooks, Diagnostics& diagnostics)
        : request_(request), hooks_(hooks), diagnostics_(diagnostics) {}

    std::optional<BatchSummary> run() {
        if (!check_pattern(request_.file_name, diagnostics_)) return std::nullopt;
        reader_ = open_clients(request_.clients, source_, diagnostics_);
        if (!reader_ || !read_header() || !prepare_rules() || !open_places()) return std::nullopt;
        start_stream();
        std::vector<std::unique_ptr<Worker>> workers;
        for (unsigned i = 0; i < std::max(1U, request_.workers); ++i)
            workers.push_back(std::make_unique<Worker>(request_, *columns_, source_->name, base_, folder_));
        run_pipeline(
            workers, [this](Block& block) { return fill(block); }, [this](Block& block) { return collect(block); });
        return finish();
    }

private:
    bool read_header() {
        Row header;
        if (!reader_->next(header, diagnostics_)) {
            if (!diagnostics_.has_errors()) diagnostics_.error(Code::empty_file, {source_, 0, 0, 0}, {source_->name});
            return false;
        }
        header_ = header.raw;
        Diagnostics found;
        columns_ = read_columns(header, request_, source_, found);
        for (const auto& diagnostic : found.all())
            if (diagnostic.severity == Severity::error)
                diagnostics_.add(diagnostic);
            else
                report(diagnostic);
        return columns_.has_value();
    }

    bool prepare_rules() {
        base_ = prepare(request_, request_.rules, request_.style.language, diagnostics_);
        if (!base_.protocol) return false;
        for (const auto& notice : base_.protocol->notices) report(notice);
        return true;
    }

    bool open_places() {
        const bool files = request_.target == BatchTarget::files;
        if (files) {
            folder_ = Folder::open(request_.folder, true, diagnostics_);
            if (!folder_) return false;
            manifest_ = Manifest::begin(*folder_, diagnostics_);
            if (!manifest_) return false;
        } else if (request_.target == BatchTarget::nothing && !request_.folder.empty() && !look_at_folder()) {
            return false;
        }
        if (request_.rejects.empty()) return true;
        if (request_.target == BatchTarget::nothing) return Rejects::check(request_, header_, diagnostics_);
        rejects_ = Rejects::begin(request_, header_, diagnostics_);
        return rejects_.has_value();
    }

    /// What would end the run before its first file.
    bool look_at_folder() {
        Diagnostics absent;
        folder_ = Folder::open(request_.folder, false, absent);
        if (folder_) return Manifest::check(*folder_, diagnostics_);
        if (absent.all().front().code != Code::no_such_file) {
            diagnostics_.add(absent.all().front());
            return false;
        }
        // A folder that is not there yet holds nothing, but is made in one that is.
        std::error_code nowhere;
        const auto place = std::filesystem::absolute(request_.folder, nowhere);
        if (nowhere) {
            diagnostics_.add(absent.all().front());
            return false;
        }
        const auto parent = (place / "").parent_path().parent_path();
        return Folder::open(parent.string(), false, diagnostics_).has_value();
    }

    [[nodiscard]] bool one_calendar() const {
        return request_.target == BatchTarget::stream && request_.formats.front()->calendar;
    }

    void start_stream() {
        if (one_calendar()) base_.calendar->append_head(held_back_);
    }

    bool fill(Block& block) {
        block.rows.resize(rows_of_block);
        block.size = 0;
        while (block.size < rows_wanted_ && !diagnostics_.has_errors()) {
            auto& row = block.rows[block.size];
            if (!reader_->next(row, diagnostics_)) break;
            refuse_second(row);
            ++block.size;
        }
        return block.size > 0;
    }

    /// Rows are read in order here, so this is where a second one of an id is known.
    void refuse_second(Row& row) {
        if (row.fault || row.cells.size() != columns_->count) return;
        const auto id = columns_->cell(row, Column::id);
        if (id.empty()) return;
        row.fault_cell = columns_->number(Column::id);
        if (!seen_.insert(folded(id))) {
            row.fault = Code::duplicate_client;
            row.fault_text = id;
            return;
        }
        if (request_.file_name == "{id}") return;
        if (!names_.insert(folded(stem_of(row)))) row.fault = Code::file_name_twice;
    }

    [[nodiscard]] std::string stem_of(const Row& row) const {
        Case about;
        about.id = columns_->cell(row, Column::id);
        about.name = columns_->cell(row, Column::name);
        Diagnostics unheeded;
        const auto dates = columns_->cell(row, Column::date);
        const auto first = dates.substr(0, dates.find_first_of(" \t\r\n"));
        if (const auto date = read_cell_date(first, request_.order, {}, unheeded))
            about.sessions.push_back({*date, {}});
        return file_stem(request_.file_name, about);
    }

    void report(const Diagnostic& diagnostic) {
        if (diagnostic.severity == Severity::error && ++faults_ > most_faults_told) return;
        if (hooks_.report) hooks_.report(diagnostic);
    }

    void tell_of_more() {
        if (faults_ <= most_faults_told) return;
        Diagnostics more;
        more.notice(Code::more_faults, {source_, 0, 0, 0}, {faults_ - most_faults_told});
        report(more.all().back());
    }

    bool collect(Block& block) {
        bool more = true;
        std::size_t good = 0;
        for (std::size_t i = 0; more && i < block.size; ++i) {
            more = collect_row(block.rows[i], block.results[i]);
            if (more) good = block.results[i].output_end;
        }
        more = send(std::string_view{block.output}.substr(0, good)) && more;
        rows_wanted_ = std::clamp<std::size_t>(most_output * block.size / (block.output.size() + 1), 1, rows_of_block);
        if (hooks_.progress) hooks_.progress(summary_.rows);
        return more;
    }

    bool collect_row(const Row& row, RowResult& result) {
        if (result.fatal) {
            for (auto& fault : result.said) diagnostics_.add(std::move(fault));
            return false;
        }
        ++summary_.rows;
        last_line_ = row.line;
        for (const auto& diagnostic : result.said) report(diagnostic);
        summary_.written += result.written;
        summary_.unchanged += result.unchanged;
        for (const auto& file : result.files)
            if (hooks_.file) hooks_.file(file);
        if (!result.good) return refuse(row);
        if (result.plan)
            keep(result);
        else if (manifest_ && !manifest_->add(row.line, columns_->cell(row, Column::id), result))
            return cannot_write_manifest();
        return true;
    }

    bool refuse(const Row& row) {
        ++summary_.refused;
        if (manifest_ && row.cells.size() == columns_->count && row.fault != Code::duplicate_client)
            refused_.insert(folded(columns_->cell(row, Column::id)));
        return !rejects_ || rejects_->add(row, diagnostics_);
    }

    void keep(RowResult& result) {
        plans_.push_back(std::move(*result.plan));
        protocols_.push_back(std::move(result.protocol));
    }

    /// The head of a calendar goes out with its first event, so that a run without one writes nothing.
    bool send(std::string_view output) {
        if (output.empty()) return true;
        if (!held_back_.empty()) {
            held_back_ += output;
            return put_out(std::exchange(held_back_, {}));
        }
        return put_out(output);
    }

    bool put_out(std::string_view output) {
        if (hooks_.output && !hooks_.output(output)) closed_ = true;
        return !closed_;
    }

    bool cannot_write_manifest(std::string reason = std::strerror(errno)) {
        const auto path = request_.folder + '/' + std::string{manifest_name};
        diagnostics_.error(Code::cannot_write, whole(path), {path, std::move(reason)});
        return false;
    }

    std::optional<BatchSummary> finish() {
        tell_of_more();
        if (rejects_ && !rejects_->finish(diagnostics_)) return std::nullopt;
        if (diagnostics_.has_errors()) {
            if (last_line_ > 0 && folder_) diagnostics_.notice(Code::broken_off, {source_, 0, 0, 0}, {last_line_});
            return std::nullopt;
        }
        if (!plans_.empty()) put_out(request_.formats.front()->combined(plans_, request_.style));
        if (one_calendar() && held_back_.empty() && !closed_) {
            std::string foot;
            base_.calendar->append_foot(foot);
            put_out(foot);
        }
        if (manifest_ && !finish_folder()) return std::nullopt;
        return summary_;
    }

    /// The disk has the files before the list of them comes to be.
    bool finish_folder() {
        const auto keep = [this](std::string_view id) {
            auto const name = folded(id);
            return !seen_.contains(name) || refused_.contains(name);
        };
        if (!folder_->reach_disk()) return cannot_write_manifest();
        auto done = manifest_->finish(keep);
        return done.outcome == Folder::Outcome::written || cannot_write_manifest(std::move(done.reason));
    }

    const BatchRequest& request_;
    const BatchHooks& hooks_;
    Diagnostics& diagnostics_;
    SourcePtr source_;
    std::unique_ptr<CsvReader> reader_;
    std::string header_;
    std::optional<Columns> columns_;
    Ruled base_;
    std::optional<Folder> folder_;
    std::optional<Manifest> manifest_;
    std::optional<Rejects> rejects_;
    SeenNames seen_, names_, refused_;
    std::size_t rows_wanted_ = 1;  ///< in the next block; nothing is known of the first ones
    std::vector<Plan> plans_;
    std::vector<std::shared_ptr<const Protocol>> protocols_;
    std::string held_back_;
    BatchSummary summary_;
    std::uint32_t last_line_ = 0;
    std::size_t faults_ = 0;
    bool closed_ = false;
};

}  // namespace

std::optional<BatchSummary> run_batch(const BatchRequest& request, const BatchHooks& hooks, Diagnostics& diagnostics) {
    return Run{request, hooks, diagnostics}.run();
}

}  // namespace smpcare
