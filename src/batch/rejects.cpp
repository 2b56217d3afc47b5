#include "batch/rejects.hpp"

#include <cerrno>
#include <cstring>

namespace smpcare {
namespace {

std::string folder_of(const std::string& path) {
    auto const slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string with_line_end(std::string text) {
    if (!text.ends_with('\n') && !text.ends_with('\r')) text += '\n';
    return text;
}

}  // namespace

std::optional<Rejects> Rejects::begin(const std::string& path, Replace replace, std::string header,
                                      Diagnostics& diagnostics) {
    auto folder = Folder::open(folder_of(path), false, diagnostics);
    if (!folder) return std::nullopt;
    auto const there = folder->compare(name_of(path), header, replace).outcome;
    if (there == Folder::Outcome::not_a_file || there == Folder::Outcome::bad_name) {
        diagnostics.error(Code::not_a_file, whole(path), {path});
        return std::nullopt;
    }
    if (replace == Replace::never && there != Folder::Outcome::written) {
        diagnostics.error(Code::file_exists, whole(path), {path});
        return std::nullopt;
    }
    return Rejects{path, replace, with_line_end(std::move(header)), std::move(*folder)};
}

bool Rejects::fail(const std::string& reason, Diagnostics& diagnostics) {
    // Half of it is never given its name.
    file_.reset();
    diagnostics.error(Code::cannot_write, whole(path_), {path_, reason});
    return false;
}

bool Rejects::add(const Row& row, Diagnostics& diagnostics) {
    // What is left of a row that is too long is no row.
    if (row.fault == Code::row_too_long) return true;
    if (!file_) {
        file_ = folder_.grow(diagnostics);
        if (!file_) return false;
        if (!file_->append(header_)) return fail(std::strerror(errno), diagnostics);
    }
    return file_->append(with_line_end(row.raw)) || fail(std::strerror(errno), diagnostics);
}

bool Rejects::finish(Diagnostics& diagnostics) {
    if (!file_) return true;
    auto const done = file_->finish(name_of(path_), replace_);
    if (done.outcome == Folder::Outcome::written) return true;
    return fail(done.outcome == Folder::Outcome::exists ? "another-made-it" : done.reason, diagnostics);
}

}  // namespace smpcare
