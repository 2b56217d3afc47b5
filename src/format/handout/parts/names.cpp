#include "format/handout/parts/names.hpp"

#include "base/text.hpp"
#include "say/steps.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr int to_lower = 'a' - 'A';

bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

}  // namespace

std::string at_a_start(std::string name) {
    if (!name.empty() && is_lower(name[0])) name[0] = static_cast<char>(name[0] - to_lower);
    return name;
}

std::string in_a_row(const std::vector<std::string>& names) {
    const auto parted = [](const std::string& name) { return name.find(',') != std::string::npos; };
    return joined(names, std::any_of(names.begin(), names.end(), parted) ? "; " : ", ");
}

std::vector<std::string> listed_names(const say::Speaker& speaker, std::span<const std::size_t> rules) {
    std::vector<std::string> names;
    for (const auto rule : rules) {
        auto name = say::listed_name(speaker.rule(rule));
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

}  // namespace smpcare::format
