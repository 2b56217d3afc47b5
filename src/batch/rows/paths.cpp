#include "batch/rows/paths.hpp"

#include "base/typed.hpp"
#include "files/path.hpp"

#include <algorithm>
#include <filesystem>

namespace smpcare::batch {
namespace {

/// Absolute, without links as far as it is there, in small letters.
std::string plain_path(const std::string& path) {
    std::error_code nowhere;
    const auto plain = std::filesystem::weakly_canonical(std::filesystem::absolute(path, nowhere), nowhere);
    auto text = folded(nowhere ? path : plain.string());
    while (text.size() > 1 && text.ends_with('/')) text.pop_back();
    return text;
}

}  // namespace

bool is_input(const BatchRequest& request, const std::string& path) {
    std::error_code absent;
    if (!std::filesystem::exists(path, absent)) return false;
    const auto is_it = [&](const std::string& input) {
        return std::filesystem::equivalent(path, input == "-" ? "/dev/stdin" : input, absent);
    };
    return is_it(request.clients) || std::any_of(request.inputs.begin(), request.inputs.end(), is_it);
}

bool are_same_path(const std::string& one, const std::string& other) { return plain_path(one) == plain_path(other); }

std::string rejects_in_folder(const BatchRequest& request) {
    if (request.folder.empty() || request.rejects.empty() || request.rejects == "-") return {};
    const auto name = files::name_of(request.rejects);
    const bool inside = !name.empty() && are_same_path(files::folder_of(request.rejects), request.folder);
    return inside ? folded(name) : std::string{};
}

}  // namespace smpcare::batch
