#include "batch/outcomes/outcomes.hpp"

#include "base/typed.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace smpcare::batch {
namespace {

/// Of a file in which nothing fits. The rows are counted, and kept as rejects, all the same.
constexpr std::size_t most_faults_told = 1000;

}  // namespace

bool Outcomes::open(const ReadClients& clients, Diagnostics& diagnostics) {
    return open_folder(diagnostics) && open_rejects(clients.header(), diagnostics);
}

bool Outcomes::open_folder(Diagnostics& diagnostics) {
    // What would be streamed needs no folder.
    if (request_.target == BatchTarget::nothing) return request_.folder.empty() || look_at_folder(diagnostics);
    if (request_.target != BatchTarget::files) return true;
    folder_ = Folder::open(request_.folder, true, diagnostics);
    if (!folder_) return false;
    manifest_ = Manifest::begin(*folder_, diagnostics);
    return manifest_.has_value();
}

/// What would end a run before its first file.
bool Outcomes::look_at_folder(Diagnostics& diagnostics) {
    Diagnostics absent;
    folder_ = Folder::open(request_.folder, false, absent);
    if (folder_) return Manifest::check(*folder_, diagnostics);
    if (absent.all().front().code != Code::no_such_file) {
        diagnostics.add(absent.all().front());
        return false;
    }
    // A folder that is not there yet holds nothing, but is made in one that is.
    std::error_code nowhere;
    const auto place = std::filesystem::absolute(request_.folder, nowhere);
    if (nowhere) {
        diagnostics.add(absent.all().front());
        return false;
    }
    const auto parent = (place / "").parent_path().parent_path();
    return Folder::open(parent.string(), false, diagnostics).has_value();
}

bool Outcomes::open_rejects(const std::string& header, Diagnostics& diagnostics) {
    if (request_.rejects.empty()) return true;
    if (request_.target == BatchTarget::nothing) return Rejects::check(request_, header, diagnostics);
    rejects_ = Rejects::begin(request_, hooks_, header, diagnostics);
    return rejects_.has_value();
}

void Outcomes::report(const Diagnostic& diagnostic) const {
    if (hooks_.report) hooks_.report(diagnostic);
}

/// Of very many faults, most are only counted.
void Outcomes::report_row(const Diagnostic& diagnostic) {
    if (!request_.all_errors) return likes_.take(diagnostic);
    if (diagnostic.severity == Severity::error && ++faults_ > most_faults_told) return;
    report(diagnostic);
}

void Outcomes::tell_of_rest(const ReadClients& clients) {
    likes_.give([this](const Diagnostic& diagnostic) { report(diagnostic); });
    if (faults_ <= most_faults_told) return;
    Diagnostics more;
    more.notice(Code::more_faults, {clients.source(), 0, 0, 0}, {faults_ - most_faults_told});
    report(more.all().back());
}

bool Outcomes::add(const ReadClients& clients, const Row& row, RowResult& result, Diagnostics& diagnostics) {
    if (result.fatal) {
        for (auto& fault : result.said) diagnostics.add(std::move(fault));
        return false;
    }
    ++summary_.rows;
    last_line_ = row.line;
    if (request_.sessions == SessionRows::rows) summary_.clients = clients.clients();
    if (row.is_joined) return !refused_.contains(folded(clients.id_of(row))) || refuse(clients, row, diagnostics);
    for (const auto& diagnostic : result.said) report_row(diagnostic);
    summary_.written += result.written;
    summary_.unchanged += result.unchanged;
    for (const auto& file : result.files)
        if (hooks_.file) hooks_.file(file);
    if (!result.good) return refuse(clients, row, diagnostics);
    return !manifest_ || manifest_->add(row.line, clients.id_of(row), result) ||
           cannot_write_list(std::strerror(errno), diagnostics);
}

/// Of a client who is refused, the earlier files stay on the list.
bool Outcomes::refuse(const ReadClients& clients, const Row& row, Diagnostics& diagnostics) {
    ++summary_.refused;
    const auto id = clients.id_of(row);
    if (!id.empty()) refused_.insert(folded(id));
    return !rejects_ || rejects_->add(row, diagnostics);
}

bool Outcomes::cannot_write_list(std::string reason, Diagnostics& diagnostics) const {
    const auto path = request_.folder + '/' + std::string{manifest_name};
    diagnostics.error(Code::cannot_write, whole(path), {path, std::move(reason)});
    return false;
}

bool Outcomes::finish_rejects(const ReadClients& clients, Diagnostics& diagnostics) {
    tell_of_rest(clients);
    if (rejects_ && !rejects_->finish(diagnostics)) return false;
    if (!diagnostics.has_errors()) return true;
    if (last_line_ > 0 && folder_) diagnostics.notice(Code::broken_off, {clients.source(), 0, 0, 0}, {last_line_});
    return false;
}

bool Outcomes::finish_list(const ReadClients& clients, Diagnostics& diagnostics) {
    if (!manifest_) return true;
    const auto keep = [this, &clients](std::string_view id) {
        const auto name = folded(id);
        return !clients.holds(name) || refused_.contains(name);
    };
    if (!folder_->reach_disk()) return cannot_write_list(std::strerror(errno), diagnostics);
    auto done = manifest_->finish(keep);
    return done.outcome == Folder::Outcome::written || cannot_write_list(std::move(done.reason), diagnostics);
}

}  // namespace smpcare::batch
