#include "batch/worker.hpp"

#include "batch/names.hpp"

#include <algorithm>

namespace smpcare {
namespace {

std::string_view ending(const Format& format) { return format.name == "text" ? "txt" : format.name; }

}  // namespace

Worker::Worker(const BatchRequest& request, const Columns& columns, const std::string& source, Ruled base,
               std::optional<Folder> folder)
    : request_(request),
      columns_(columns),
      source_(std::make_shared<const SourceText>(SourceText{source, {}})),
      engines_(request, std::move(base)),
      folder_(std::move(folder)),
      style_(request.style) {}

void Worker::work(Block& block) {
    block.results.resize(std::max(block.results.size(), block.size));
    block.output.clear();
    waiting_.reset();
    for (std::size_t i = 0; i < block.size; ++i) {
        work_row(block.rows[i], block.results[i], block.output);
        // What comes after is not wanted any more.
        if (block.results[i].fatal) block.size = i + 1;
    }
    digest_waiting();
}

void Worker::work_row(const Row& row, RowResult& result, std::string& output) {
    result = {};
    row_ = {source_, row.line, 1, 0};
    Diagnostics found;
    result.good = plan_row(row, result, output, found);
    result.said = found.all();
}

bool Worker::plan_row(const Row& row, RowResult& result, std::string& output, Diagnostics& found) {
    if (!check_cells(row, columns_, source_, found)) return false;
    row_.column = columns_.number(Column::id);
    if (!read_client(row, columns_, source_, client_, found)) return false;
    if (leads_elsewhere(client_.about.id)) {
        found.error(Code::path_as_id, row_, {client_.about.id});
        return false;
    }
    engine_ = &engines_.of(client_, found);
    if (!engine_->ruled.protocol) return false;
    auto const* const plan = engine_->shapes->plan(client_.about, found);
    if (plan == nullptr || !say_notices(*plan, *engine_->ruled.protocol, found)) return false;
    result.fingerprint = engine_->ruled.protocol->fingerprint;
    style_.language = client_.language.empty() ? request_.style.language : client_.language;
    switch (request_.target) {
        case BatchTarget::stream:
            return stream(*plan, result, output, found);
        case BatchTarget::combined:
            result.plan = *plan;
            result.protocol = engine_->ruled.protocol;
            result.written = 1;
            return true;
        case BatchTarget::files:
        case BatchTarget::nothing:
            break;
    }
    return write_files(*plan, result, found);
}

/// The rules' own notices are told once, by the run; here those about this row and its settings.
bool Worker::say_notices(const Plan& plan, const Protocol& protocol, Diagnostics& found) const {
    for (std::size_t i = 0; i < plan.notices.size(); ++i) {
        auto notice = plan.notices[i];
        bool const of_row = i >= protocol.notices.size() || notice.span.source == source_;
        if (!request_.strict && !of_row) continue;
        if (request_.strict) notice.severity = Severity::error;
        found.add(std::move(notice));
    }
    return !found.has_errors();
}

bool Worker::write_files(const Plan& plan, RowResult& result, Diagnostics& found) {
    for (auto const* const format : request_.formats)
        if (!write_file(plan, *format, result, found)) return false;
    return true;
}

/// Reads what the client was sent, where that is to be updated, into `sent`. False where a calendar is there that is
/// not ours, or not this client's: it is like any other file that is in the way.
bool Worker::read_sent(const Plan& plan, const std::string& name, std::optional<Previous>& sent,
                       Diagnostics& found) const {
    if (!request_.update || !folder_) return true;
    auto old = folder_->read(name, calendar_limit, found);
    if (!old) return !found.has_errors();
    Diagnostics unheeded;
    sent = read_calendar(std::move(*old), unheeded);
    if (sent && engine_->ruled.calendar->kinship(plan, *sent) == Kinship::stranger) sent.reset();
    if (sent || request_.replace == Replace::regular_file) return true;
    found.error(Code::file_exists, row_, {request_.folder + '/' + name});
    return false;
}

bool Worker::render(const Plan& plan, const Format& format, const std::string& name, Diagnostics& found) {
    bytes_.clear();
    if (!is_calendar(format)) {
        bytes_ = format.plan(plan, style_);
    } else {
        std::optional<Previous> previous;
        if (!read_sent(plan, name, previous, found)) return false;
        if (auto* const ready = previous ? nullptr : engine_->shapes->calendar())
            ready->append(plan, bytes_);
        else
            engine_->ruled.calendar->append(plan, previous ? &*previous : nullptr, bytes_);
    }
    if (!bytes_.empty()) return true;
    found.error(Code::nothing_to_write, row_);
    return false;
}

bool Worker::write_file(const Plan& plan, const Format& format, RowResult& result, Diagnostics& found) {
    std::string const name = (file_stem(request_.file_name, client_.about) += '.') += ending(format);
    if (name.size() > file_name_limit) {
        found.error(Code::file_name_too_long, row_, {std::to_string(file_name_limit)});
        return false;
    }
    if (!render(plan, format, name, found)) return false;
    Folder::Put put;
    auto const replace = request_.update ? Replace::regular_file : request_.replace;
    if (request_.target == BatchTarget::nothing)
        put = folder_ ? folder_->compare(name, bytes_, replace) : put;
    else
        put = folder_->put(name, bytes_, replace);
    return settle(put, name, result, found);
}

bool Worker::settle(const Folder::Put& put, const std::string& name, RowResult& result, Diagnostics& found) {
    std::string const path = request_.folder + '/' + name;
    switch (put.outcome) {
        case Folder::Outcome::written:
            ++result.written;
            break;
        case Folder::Outcome::unchanged:
            ++result.unchanged;
            break;
        case Folder::Outcome::exists:
            found.error(Code::file_exists, row_, {path});
            return false;
        case Folder::Outcome::not_a_file:
            found.error(Code::not_a_file, row_, {path});
            return false;
        case Folder::Outcome::failed:
            result.fatal = true;
            [[fallthrough]];
        case Folder::Outcome::bad_name:
            found.error(Code::cannot_write, row_, {path, put.reason});
            return false;
    }
    result.files.push_back({name, {}});
    digest_last(result);
    return true;
}

void Worker::digest_last(RowResult& result) {
    Digested const last{&result, result.files.size() - 1};
    if (!waiting_) {
        waiting_ = last;
        std::swap(waiting_bytes_, bytes_);
        return;
    }
    auto const [first, second] = sha256_of_two(waiting_bytes_, bytes_);
    waiting_->set(first);
    last.set(second);
    waiting_.reset();
}

void Worker::digest_waiting() {
    if (waiting_) waiting_->set(sha256(waiting_bytes_));
    waiting_.reset();
}

bool Worker::stream(const Plan& plan, RowResult& result, std::string& output, Diagnostics& found) {
    auto const& format = *request_.formats.front();
    auto* const ready = engine_->shapes->calendar();
    bool some = true;
    if (!is_calendar(format))
        engine_->ruled.lines->append(plan, output);
    else if (ready != nullptr)
        some = ready->append_events(plan, output);
    else
        some = engine_->ruled.calendar->append_events(plan, nullptr, output);
    if (!some) found.error(Code::nothing_to_write, row_);
    result.written = some ? 1 : 0;
    return some;
}

}  // namespace smpcare
