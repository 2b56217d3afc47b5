#include "batch/outcomes/rejects.hpp"

#include "batch/outcomes/replace.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace smpcare::batch {
namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string with_line_end(std::string text) {
    if (!text.ends_with('\n') && !text.ends_with('\r')) text += '\n';
    return text;
}

/// Whether the file holds rejects of a run over such clients.
bool is_of(const Folder& folder, const std::string& name, std::string_view header) {
    std::string start;
    Diagnostics unreadable;
    folder.scan(
        name, [&](std::string_view bytes) { start += bytes.substr(0, header.size() - start.size()); }, unreadable);
    return start == header;
}

/// What speaks against a file of rejects under the name that was asked for.
std::optional<Code> why_not(const Folder& folder, const BatchRequest& request, std::string_view header) {
    std::error_code unknown;
    const auto input = request.clients == "-" ? "/dev/stdin" : request.clients;
    if (std::filesystem::equivalent(input, request.rejects, unknown)) return Code::output_is_input;
    const auto name = name_of(request.rejects);
    if (name.empty()) return Code::not_a_file;
    const auto there = folder.compare(name, {}, Replace::never).outcome;
    if (there == Folder::Outcome::not_a_file || there == Folder::Outcome::bad_name) return Code::not_a_file;
    if (there == Folder::Outcome::written) return std::nullopt;
    const bool ours = request.replace == Replace::regular_file || is_of(folder, name, header);
    return ours && may_replace(request) == Replace::regular_file ? std::nullopt : std::optional{Code::file_exists};
}

/// The folder of the file, if that may be written.
std::optional<Folder> open_folder(const BatchRequest& request, std::string_view header, Diagnostics& diagnostics) {
    auto folder = Folder::open(folder_of(request.rejects), false, diagnostics);
    const auto code = folder ? why_not(*folder, request, header) : std::nullopt;
    if (!code) return folder;
    diagnostics.error(*code, whole(request.rejects), {request.rejects});
    return std::nullopt;
}

}  // namespace

bool Rejects::check(const BatchRequest& request, std::string header, Diagnostics& diagnostics) {
    return open_folder(request, with_line_end(std::move(header)), diagnostics).has_value();
}

std::optional<Rejects> Rejects::begin(const BatchRequest& request, std::string header, Diagnostics& diagnostics) {
    const auto& path = request.rejects;
    header = with_line_end(std::move(header));
    auto folder = open_folder(request, header, diagnostics);
    // A place that holds no file is found out before anything is written.
    if (!folder || !folder->grow(diagnostics)) return std::nullopt;
    const bool there = folder->compare(name_of(path), {}, Replace::never).outcome != Folder::Outcome::written;
    return Rejects{path, there, std::move(header), std::move(*folder)};
}

bool Rejects::open(Diagnostics& diagnostics) {
    file_ = folder_.grow(diagnostics);
    return file_ && (file_->append(header_) || fail(std::strerror(errno), diagnostics));
}

bool Rejects::fail(const Arg& reason, Diagnostics& diagnostics) {
    // A file that was only half written never gets its name.
    file_.reset();
    diagnostics.error(Code::cannot_write, whole(path_), {path_, reason});
    return false;
}

bool Rejects::add(const Row& row, Diagnostics& diagnostics) {
    if (!row.is_whole()) return true;
    if (!file_ && !open(diagnostics)) return false;
    return file_->append(with_line_end(row.raw)) || fail(std::strerror(errno), diagnostics);
}

bool Rejects::finish(Diagnostics& diagnostics) {
    if (!file_ && !there_) return true;
    // An earlier run left rejects here and this one has none: they are replaced by the header alone.
    if (!file_ && !open(diagnostics)) return false;
    const auto done = file_->finish(name_of(path_), there_ ? Replace::regular_file : Replace::never);
    if (done.outcome == Folder::Outcome::written) return true;
    return fail(done.outcome == Folder::Outcome::exists ? Arg(Term::another_made_it) : Arg(done.reason), diagnostics);
}

}  // namespace smpcare::batch
