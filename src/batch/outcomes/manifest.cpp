#include "batch/outcomes/manifest.hpp"

#include <cerrno>
#include <cstring>

namespace smpcare::batch {
namespace {

constexpr std::string_view head = "{\"schema\":\"smpcare.manifest/1\",\"clients\":[";
constexpr std::size_t buffered = std::size_t{1} << 16;

/// Ids hold no control characters, so these two are all that JSON minds.
void append_quoted(std::string& to, std::string_view text) {
    to += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') to += '\\';
        to += c;
    }
    to += '"';
}

/// The id of one of our lines; nothing where it is none.
std::optional<std::string> id_of(std::string_view line) {
    constexpr std::string_view key = ",\"id\":\"";
    const auto at = line.find(key);
    if (!line.starts_with("{\"row\":") || at == std::string_view::npos) return std::nullopt;
    std::string id;
    for (std::size_t i = at + key.size(); i < line.size(); ++i) {
        if (line[i] == '"') return id;
        if (line[i] == '\\' && ++i == line.size()) break;
        id += line[i];
    }
    return std::nullopt;
}

/// Calls `use` with each whole line of `text` and leaves the rest in it.
template <class Use>
void take_lines(std::string& text, Use use) {
    std::size_t at = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
        use(std::string_view{text}.substr(at, end - at));
        at = end + 1;
    }
    text.erase(0, at);
}

/// Whether the manifest that is there is one of ours, or there is none.
bool is_ours(const Folder& folder, Diagnostics& diagnostics) {
    std::string start;
    const auto take = [&](std::string_view bytes) {
        if (start.size() < head.size()) start += bytes.substr(0, head.size());
    };
    const bool there = folder.scan(std::string{manifest_name}, take, diagnostics);
    if (there) return start.starts_with(head);
    const auto put = folder.compare(std::string{manifest_name}, {}, Replace::never);
    const auto path = folder.path() + '/' + std::string{manifest_name};
    if (put.outcome == Folder::Outcome::failed) diagnostics.error(Code::cannot_read, whole(path), {path, put.reason});
    return put.outcome == Folder::Outcome::written;
}

}  // namespace

bool Manifest::check(const Folder& folder, Diagnostics& diagnostics) {
    Diagnostics unreadable;
    const bool ours = is_ours(folder, unreadable);
    if (ours && !unreadable.has_errors()) return true;
    const auto path = folder.path() + '/' + std::string{manifest_name};
    if (unreadable.has_errors())
        diagnostics.add(unreadable.all().front());
    else
        diagnostics.error(Code::foreign_manifest, whole(path), {path});
    return false;
}

std::optional<Manifest> Manifest::begin(const Folder& folder, Diagnostics& diagnostics) {
    if (!check(folder, diagnostics)) return std::nullopt;
    auto file = folder.grow(diagnostics);
    if (!file) return std::nullopt;
    Manifest made{folder, std::move(*file)};
    made.buffer_ = head;
    return made;
}

bool Manifest::flush() {
    const bool good = file_.append(buffer_);
    buffer_.clear();
    return good;
}

bool Manifest::add_line(std::string_view line) {
    buffer_ += some_ ? ",\n" : "\n";
    buffer_ += line;
    some_ = true;
    return buffer_.size() < buffered || flush();
}

bool Manifest::add(std::uint32_t row, std::string_view id, const RowResult& result) {
    std::string line = "{\"row\":" + std::to_string(row) + ",\"id\":";
    append_quoted(line, id);
    line += ",\"files\":[";
    for (const auto& file : result.files) {
        if (&file != result.files.data()) line += ',';
        line += "{\"name\":";
        append_quoted(line, file.name);
        line += ",\"sha256\":\"" + file.sha256 + "\"}";
    }
    line += "],\"fingerprint\":\"" + result.fingerprint + "\"}";
    return add_line(line);
}

bool Manifest::keep_line(std::string_view line, const Keep& keep) {
    if (line.ends_with(',')) line.remove_suffix(1);
    const auto id = id_of(line);
    return !id || !keep(*id) || add_line(line);
}

Folder::Put Manifest::finish(const Keep& keep) {
    Folder::Put done;
    folder_.alone([&] {
        std::string rest;
        bool good = true;
        auto const keep_one = [&](std::string_view line) { good = good && keep_line(line, keep); };
        auto const take = [&](std::string_view bytes) {
            rest += bytes;
            take_lines(rest, keep_one);
        };
        Diagnostics unreadable;
        folder_.scan(std::string{manifest_name}, take, unreadable);
        buffer_ += some_ ? "\n]}\n" : "]}\n";
        good = good && !unreadable.has_errors() && flush();
        done = good ? file_.finish(std::string{manifest_name}, Replace::regular_file)
                    : Folder::Put{Folder::Outcome::failed, std::strerror(errno)};
    });
    return done;
}

}  // namespace smpcare::batch
