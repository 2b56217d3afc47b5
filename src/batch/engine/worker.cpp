#include "batch/engine/worker.hpp"

#include "base/typed.hpp"
#include "batch/outcomes/manifest.hpp"
#include "batch/outcomes/replace.hpp"
#include "batch/rows/names.hpp"
#include "batch/rows/paths.hpp"
#include "files/digest.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
void Digester::take(std::string& bytes, RowResult& result) {
    auto& file = result.files.back();
    if (!waiting_) {
        waiting_ = Waiting{&result, result.files.size() - 1};
        std::swap(bytes_, bytes);
        return;
    }
    const auto [first, second] = files::sha256_of_two(bytes_, bytes);
    waiting_->result->files[waiting_->file].sha256 = files::hex(first);
    file.sha256 = files::hex(second);
    waiting_.reset();
}

void Digester::finish() {
    if (waiting_) waiting_->result->files[waiting_->file].sha256 = files::hex(files::sha256(bytes_));
    waiting_.reset();
}

Worker::Worker(const BatchRequest& request, const Columns& columns, SourcePtr source, PreparedRules base,
               std::optional<Folder> folder)
    : request_(request),
      columns_(columns),
      source_(std::move(source)),
      engines_(request, std::move(base)),
      folder_(std::move(folder)),
      style_(request.style) {}

void Worker::work(Block& block) {
    block.results.resize(std::max(block.results.size(), block.size));
    block.output.clear();
    digester_.begin();
    for (std::size_t i = 0; i < block.size; ++i) {
        work_row(block.rows[i], block.results[i], block.output);
        block.results[i].output_end = block.output.size();
        // The run ends with this row, so no further one is planned.
        if (block.results[i].fatal) block.size = i + 1;
    }
    digester_.finish();
}

void Worker::work_row(const Row& row, RowResult& result, std::string& output) {
    result = {};
    row_ = {source_, row.line, 1, 0};
    Diagnostics diagnostics{{request_.strict, false}};
    result.good = plan_row(row, result, output, diagnostics);
    result.said = without_names(diagnostics.all());
}

bool Worker::plan_row(const Row& row, RowResult& result, std::string& output, Diagnostics& diagnostics) {
    if (row.is_joined) return true;
    if (!check_cells(row, columns_, source_, diagnostics)) return false;
    row_.column = columns_.number(Column::id);
    if (!read_client(row, columns_, source_, client_, diagnostics)) return false;
    if (leads_elsewhere(client_.about.id)) {
        diagnostics.error(Code::path_as_id, row_, {client_.about.id});
        return false;
    }
    engine_ = &engines_.of(client_, diagnostics);
    if (!engine_->rules.protocol) return false;
    const auto* const plan = engine_->shapes->plan(client_.about, diagnostics);
    if (plan == nullptr || !say_notices(*plan, *engine_->rules.protocol, diagnostics)) return false;
    result.fingerprint = engine_->rules.protocol->fingerprint;
    result.protocol = engine_->rules.protocol;
    style_.language = client_.language.empty() ? request_.style.language : client_.language;
    switch (request_.target) {
        case BatchTarget::stream:
            return stream(*plan, result, output, diagnostics);
        case BatchTarget::combined:
            result.plan = *plan;
            result.written = 1;
            return true;
        case BatchTarget::files:
        case BatchTarget::nothing:
            break;
    }
    return write_files(*plan, result, diagnostics);
}

/// The rules' own notices are told once, by the run; here those about this row and its settings.
bool Worker::say_notices(const Plan& plan, const Protocol& protocol, Diagnostics& diagnostics) const {
    for (std::size_t i = 0; i < plan.notices.size(); ++i) {
        auto notice = plan.notices[i];
        const bool of_client = i >= protocol.notices.size();
        const bool of_setting = !of_client && engine_->is_of_settings(notice);
        if (!request_.strict && !of_client && !of_setting) continue;
        if (of_setting) notice.span = client_.set_span;
        diagnostics.add(std::move(notice));
    }
    return !diagnostics.has_errors();
}

bool Worker::write_files(const Plan& plan, RowResult& result, Diagnostics& diagnostics) {
    const auto& formats = request_.formats;
    documents_.resize(formats.size());
    // What is in the way of one file is found before another is written.
    const bool looks_first = formats.size() > 1 || request_.target == BatchTarget::nothing;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        auto& document = documents_[i];
        if (!name_document(*formats[i], document, diagnostics) || !render(plan, *formats[i], document, diagnostics))
            return false;
        document.put = {};
        if (looks_first) look(document);
        if (is_refused(document, result, diagnostics)) return false;
    }
    for (auto& document : documents_)
        if (!put(document, result, diagnostics)) return false;
    return true;
}

/// Whether a file of the folder is one that the run reads. Of those that are not replaced it need not be known.
bool Worker::is_read(const std::string& name) const {
    return may_replace(request_) != Replace::never && is_input(request_, request_.folder + '/' + name);
}

bool Worker::name_document(const Format& format, Document& document, Diagnostics& diagnostics) const {
    document.name = file_stem(request_.file_name, client_.about);
    if (document.name.empty()) {
        diagnostics.error(Code::empty_cell, row_, {std::string{name(Column::name)}});
        return false;
    }
    (document.name += '.') += format.endings.front();
    if (document.name.size() > file_name_limit) {
        diagnostics.error(Code::file_name_too_long, row_, {file_name_limit});
        return false;
    }
    if (folded(document.name) == manifest_name) {
        diagnostics.error(Code::reserved_name, row_, {document.name});
        return false;
    }
    if (is_read(document.name)) {
        diagnostics.error(Code::output_is_input, row_, {document.name});
        return false;
    }
    // Messages go to logs, where clients' names have no business.
    const auto& pattern = request_.file_name;
    const bool has_name = pattern.find("{name}") != std::string::npos;
    document.path =
        request_.folder + '/' + (has_name ? pattern + '.' + std::string{format.endings.front()} : document.name);
    return true;
}

/// Reads what the client was sent, where that is to be updated, into `sent`. False where that cannot be read, or is not
/// the client's: it is then like any other file that is in the way.
bool Worker::read_sent(const Plan& plan, const Document& document, std::optional<Previous>& sent,
                       Diagnostics& diagnostics) const {
    if (!request_.update || !folder_) return true;
    Diagnostics unreadable;
    auto old = folder_->read(document.name, calendar_limit, unreadable);
    for (auto fault : unreadable.all()) {
        fault.args.front() = document.path;
        diagnostics.error(fault.code, row_, std::move(fault.args));
    }
    if (!old) return !unreadable.has_errors();
    Diagnostics unheeded;
    sent = read_calendar(std::move(*old), unheeded);
    const auto kinship = sent ? engine_->rules.calendar->kinship(plan, *sent) : Kinship::stranger;
    if (kinship == Kinship::stranger) sent.reset();
    if (kinship == Kinship::other_mode) {
        diagnostics.notice(Code::other_events, row_, {document.path});
    } else if (kinship == Kinship::stranger && request_.replace == Replace::never) {
        diagnostics.error(Code::other_calendar, row_, {document.path});
    }
    return !diagnostics.has_errors();
}

bool Worker::render(const Plan& plan, const Format& format, Document& document, Diagnostics& diagnostics) {
    auto& bytes = document.bytes;
    bytes.clear();
    if (format.printed) return print_page_of(plan, format, bytes, diagnostics);
    if (!format.calendar) {
        bytes = format.plan(plan, style_);
    } else {
        std::optional<Previous> previous;
        if (!read_sent(plan, document, previous, diagnostics)) return false;
        if (previous)
            engine_->rules.calendar->append(plan, &*previous, bytes);
        else
            engine_->shapes->append_calendar(plan, bytes);
    }
    if (!bytes.empty()) return true;
    diagnostics.error(Code::nothing_to_write, row_);
    return false;
}

bool Worker::print_page_of(const Plan& plan, const Format& format, std::string& bytes, Diagnostics& diagnostics) const {
    Diagnostics faults;
    auto pdf = print(plan, format.plan(plan, style_), style_, *request_.browser, faults);
    for (const auto& fault : faults.all()) diagnostics.error(fault.code, row_, fault.args);
    if (!pdf) return false;
    bytes = *std::move(pdf);
    return true;
}

/// What would become of the document, with nothing written. A folder that is not there is in nobody's way.
void Worker::look(Document& document) const {
    document.put = folder_ ? folder_->compare(document.name, document.bytes, may_replace(request_)) : Folder::Put{};
}

bool Worker::put(Document& document, RowResult& result, Diagnostics& diagnostics) {
    if (request_.target != BatchTarget::nothing && document.put.outcome != Folder::Outcome::unchanged)
        document.put = folder_->put(document.name, document.bytes, may_replace(request_));
    if (is_refused(document, result, diagnostics)) return false;
    ++(document.put.outcome == Folder::Outcome::unchanged ? result.unchanged : result.written);
    result.files.push_back({document.name, {}});
    digester_.take(document.bytes, result);
    return true;
}

bool Worker::is_refused(const Document& document, RowResult& result, Diagnostics& diagnostics) const {
    switch (document.put.outcome) {
        case Folder::Outcome::written:
        case Folder::Outcome::unchanged:
            return false;
        case Folder::Outcome::exists:
            diagnostics.error(Code::file_differs, row_, {document.path});
            break;
        case Folder::Outcome::not_a_file:
            diagnostics.error(Code::not_a_file, row_, {document.path});
            break;
        case Folder::Outcome::failed:
            result.fatal = true;
            [[fallthrough]];
        case Folder::Outcome::bad_name:
            diagnostics.error(Code::cannot_write, row_, {document.path, document.put.reason});
            break;
    }
    return true;
}

bool Worker::stream(const Plan& plan, RowResult& result, std::string& output, Diagnostics& diagnostics) {
    const auto& format = *request_.formats.front();
    bool some = true;
    if (format.calendar)
        some = engine_->shapes->append_events(plan, output);
    else
        engine_->rules.lines->append(plan, output);
    if (!some) diagnostics.error(Code::nothing_to_write, row_);
    result.written = some ? 1 : 0;
    return some;
}

}  // namespace smpcare::batch
