#include "batch/rows/names.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

constexpr std::string_view braces[] = {"{id}", "{name}", "{date}"};

bool is_plain_in_names(char c) {
    return is_ascii_letter(c) || ('0' <= c && c <= '9') || c == '-' || c == '_' || c == '.';
}

void append_encoded(std::string& to, std::string_view text) {
    for (const char c : text) {
        // A name that begins with a dot is hidden.
        if (is_plain_in_names(c) && (c != '.' || !to.empty())) {
            to += c;
            continue;
        }
        append(to, "%{:02X}", static_cast<unsigned char>(c));
    }
}

/// Whether Windows keeps the name for a device, whatever follows a dot.
bool is_device(std::string_view stem) {
    constexpr std::string_view devices[] = {"con", "prn", "aux", "nul"};
    const auto name = ascii_lower(stem.substr(0, stem.find('.')));
    if (std::find(std::begin(devices), std::end(devices), name) != std::end(devices)) return true;
    const bool is_port = name.starts_with("com") || name.starts_with("lpt");
    return is_port && name.size() == 4 && '0' <= name.back() && name.back() <= '9';
}

/// A name that both systems can hold, and that nobody takes for an option: its first or last letter written otherwise.
std::string portable(std::string stem) {
    const auto encoded = [](char c) { return smpcare::fill("%{:02X}", static_cast<unsigned char>(c)); };
    if (stem.ends_with('.')) stem.replace(stem.size() - 1, 1, encoded('.'));
    if (stem.starts_with('-') || is_device(stem)) stem.replace(0, 1, encoded(stem.front()));
    return stem;
}

std::string value_of(std::string_view brace, const Case& about) {
    if (brace == braces[0]) return about.id;
    if (brace == braces[1]) return about.name;
    return about.sessions.empty() ? std::string{} : iso(about.sessions.front().date);
}

/// The text before the next brace that has a meaning, and that brace; "" at the end.
std::pair<std::string_view, std::string_view> next_brace(std::string_view pattern) {
    std::pair<std::string_view, std::string_view> found{pattern, {}};
    for (const auto brace : braces)
        if (const auto at = pattern.find(brace); at < found.first.size()) found = {pattern.substr(0, at), brace};
    return found;
}

}  // namespace

std::string file_stem(std::string_view pattern, const Case& about) {
    std::string stem;
    while (!pattern.empty()) {
        const auto [text, brace] = next_brace(pattern);
        append_encoded(stem, text);
        if (!brace.empty()) append_encoded(stem, value_of(brace, about));
        pattern.remove_prefix(text.size() + brace.size());
    }
    return portable(std::move(stem));
}

bool check_pattern(std::string_view pattern, Diagnostics& diagnostics) {
    bool some = false;
    std::string plain;
    for (auto rest = pattern; !rest.empty();) {
        const auto [text, brace] = next_brace(rest);
        some = some || !brace.empty();
        plain += text;
        rest.remove_prefix(text.size() + brace.size());
    }
    if (some && plain.find_first_of("{}/") == std::string::npos) return true;
    diagnostics.error(Code::bad_file_name, whole("--file-name " + std::string{pattern}),
                      {std::string{pattern}, Arg{Term::choice, {"id", "name", "date"}}});
    return false;
}

bool leads_elsewhere(std::string_view id) {
    while (true) {
        const auto end = std::min(id.find_first_of("/\\"), id.size());
        const auto part = id.substr(0, end);
        if (part == "." || part == "..") return true;
        if (end == id.size()) return false;
        id.remove_prefix(end + 1);
    }
}

}  // namespace smpcare::batch
