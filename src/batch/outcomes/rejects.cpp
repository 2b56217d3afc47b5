#include "batch/outcomes/rejects.hpp"

#include "batch/outcomes/manifest.hpp"
#include "batch/outcomes/replace.hpp"
#include "batch/rows/paths.hpp"
#include "files/path.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace smpcare::batch {
namespace {

std::string with_line_end(std::string text) {
    if (!text.ends_with('\n') && !text.ends_with('\r')) text += '\n';
    return text;
}

/// `-` is BatchHooks::rejects.
bool is_hook(const BatchRequest& request) { return request.rejects == "-"; }

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
    if (is_input(request, request.rejects)) return Code::output_is_input;
    const auto name = files::name_of(request.rejects);
    if (name.empty()) return Code::not_a_file;
    const auto there = folder.compare(name, {}, Replace::never).outcome;
    if (there == Folder::Outcome::not_a_file || there == Folder::Outcome::bad_name) return Code::not_a_file;
    if (there == Folder::Outcome::written) return std::nullopt;
    // A client's file of an earlier run goes on being listed, with the digest of what it held.
    if (!rejects_in_folder(request).empty() && Manifest::lists(folder, name)) return Code::written_twice;
    const bool ours = request.replace == Replace::regular_file || is_of(folder, name, header);
    return ours && may_replace(request) == Replace::regular_file ? std::nullopt : std::optional{Code::file_exists};
}

/// The folder of the file, if that may be written.
std::optional<Folder> open_folder(const BatchRequest& request, std::string_view header, Diagnostics& diagnostics) {
    auto folder = Folder::open(files::folder_of(request.rejects), false, diagnostics);
    const auto code = folder ? why_not(*folder, request, header) : std::nullopt;
    if (!code) return folder;
    diagnostics.error(*code, whole(request.rejects), {request.rejects});
    return std::nullopt;
}

}  // namespace

bool Rejects::check(const BatchRequest& request, std::string header, Diagnostics& diagnostics) {
    if (is_hook(request)) return true;
    return open_folder(request, with_line_end(std::move(header)), diagnostics).has_value();
}

std::optional<Rejects> Rejects::begin(const BatchRequest& request, const BatchHooks& hooks, std::string header,
                                      Diagnostics& diagnostics) {
    const auto& path = request.rejects;
    header = with_line_end(std::move(header));
    if (is_hook(request)) return Rejects{hooks, std::move(header)};
    auto folder = open_folder(request, header, diagnostics);
    // A place that holds no file is found out before anything is written.
    if (!folder || !folder->grow(diagnostics)) return std::nullopt;
    const bool there = folder->compare(files::name_of(path), {}, Replace::never).outcome != Folder::Outcome::written;
    Rejects made{hooks, std::move(header)};
    made.path_ = path;
    made.there_ = there;
    made.folder_ = std::move(folder);
    return made;
}

bool Rejects::open(Diagnostics& diagnostics) {
    file_ = folder_->grow(diagnostics);
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
    if (!folder_) return send(std::exchange(header_, {}) + with_line_end(row.raw));
    if (!file_ && !open(diagnostics)) return false;
    return file_->append(with_line_end(row.raw)) || fail(std::strerror(errno), diagnostics);
}

bool Rejects::send(const std::string& text) const { return !hooks_->rejects || hooks_->rejects(text); }

bool Rejects::finish(Diagnostics& diagnostics) {
    if (!file_ && !there_) return true;
    // An earlier run left rejects here and this one has none: they are replaced by the header alone.
    if (!file_ && !open(diagnostics)) return false;
    const auto done = file_->finish(files::name_of(path_), there_ ? Replace::regular_file : Replace::never);
    if (done.outcome == Folder::Outcome::written) return true;
    return fail(done.outcome == Folder::Outcome::exists ? Arg(Term::another_made_it) : Arg(done.reason), diagnostics);
}

}  // namespace smpcare::batch
