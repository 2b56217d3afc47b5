#include "batch/outcomes/manifest.hpp"

#include "say/changes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace smpcare::batch {
namespace {

constexpr std::string_view head = "{\"schema\":\"smpcare.manifest/1\",\"clients\":[";
constexpr std::size_t buffered = std::size_t{1} << 16;

/// The client of one of our lines; null where it is none.
nlohmann::ordered_json client_of(std::string_view line) {
    auto client = nlohmann::ordered_json::parse(line, nullptr, false);
    const bool is_ours = client.is_object() && client.contains("row") && client.contains("id") &&
                         client["id"].is_string() && client.contains("files") && client["files"].is_array();
    return is_ours ? client : nlohmann::ordered_json{};
}

/// Who changed which rules for the client, when and why: like decisions once, in the order of the rules.
nlohmann::ordered_json decisions_of(const Protocol& protocol) {
    auto decisions = nlohmann::ordered_json::array();
    const auto add = [&](const Rule& rule, const ValueChange& change) {
        const auto decided = change.decided ? nlohmann::ordered_json(iso(*change.decided)) : nullptr;
        nlohmann::ordered_json made{
            {"rules", {rule.id}}, {"reason", change.reason}, {"author", change.author}, {"decided", decided}};
        const auto is_same = [&](const auto& other) {
            return other["reason"] == made["reason"] && other["author"] == made["author"] &&
                   other["decided"] == decided;
        };
        const auto same = std::find_if(decisions.begin(), decisions.end(), is_same);
        if (same == decisions.end())
            decisions.push_back(std::move(made));
        else if ((*same)["rules"].back() != rule.id)
            (*same)["rules"].push_back(rule.id);
    };
    for (const auto& rule : protocol.rules)
        for (const auto& change : rule.changes)
            if (change.by.kind != Cause::Kind::leaned_on && !say::written_in_built_in(change.by)) add(rule, change);
    return decisions;
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

bool Manifest::lists(const Folder& folder, std::string_view name) {
    std::string rest;
    bool found = false;
    const auto look = [&](std::string_view line) {
        if (line.ends_with(',')) line.remove_suffix(1);
        const auto client = client_of(line);
        if (client.is_null()) return;
        for (const auto& file : client["files"])
            found = found || (file.is_object() && file.value("name", std::string{}) == name);
    };
    const auto take = [&](std::string_view bytes) {
        rest += bytes;
        take_lines(rest, look);
    };
    Diagnostics unreadable;
    folder.scan(std::string{manifest_name}, take, unreadable);
    return found;
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
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const auto& file : result.files) {
        files.push_back({{"name", file.name}, {"sha256", file.sha256}});
        written_.insert(file.name);
    }
    const nlohmann::ordered_json line{{"row", row},
                                      {"id", id},
                                      {"files", std::move(files)},
                                      {"fingerprint", result.fingerprint},
                                      {"decisions", decisions_of(*result.protocol)}};
    return add_line(line.dump());
}

bool Manifest::holds(const std::string& name) {
    auto there = folder_.compare(name, {}, Replace::never);
    // Whether it is there cannot be told: a list without it would be untrue.
    if (there.outcome == Folder::Outcome::failed) unreadable_ = std::move(there.reason);
    return there.outcome == Folder::Outcome::exists || there.outcome == Folder::Outcome::unchanged;
}

/// Of an earlier line stays what the folder still holds and this run did not write again, such as another format.
bool Manifest::keep_line(std::string_view line, const Keep& keep) {
    if (line.ends_with(',')) line.remove_suffix(1);
    auto client = client_of(line);
    if (client.is_null()) return true;
    const bool is_whole = keep(client["id"].get<std::string>());
    auto files = nlohmann::ordered_json::array();
    for (const auto& file : client["files"]) {
        const auto name = file.is_object() ? file.value("name", std::string{}) : std::string{};
        if ((is_whole || !written_.contains(name)) && holds(name)) files.push_back(file);
    }
    if (!unreadable_.empty()) return false;
    if (files.empty()) return true;
    client["files"] = std::move(files);
    return add_line(client.dump());
}

Folder::Put Manifest::finish(const Keep& keep) {
    Folder::Put done;
    folder_.alone([&] {
        std::string rest;
        bool good = true;
        const auto keep_one = [&](std::string_view line) { good = good && keep_line(line, keep); };
        const auto take = [&](std::string_view bytes) {
            rest += bytes;
            take_lines(rest, keep_one);
        };
        Diagnostics unreadable;
        folder_.scan(std::string{manifest_name}, take, unreadable);
        buffer_ += some_ ? "\n]}\n" : "]}\n";
        good = good && !unreadable.has_errors() && flush();
        done = good ? file_.finish(std::string{manifest_name}, Replace::regular_file)
                    : Folder::Put{Folder::Outcome::failed,
                                  unreadable_.empty() ? std::string{std::strerror(errno)} : std::move(unreadable_)};
    });
    return done;
}

}  // namespace smpcare::batch
