#include "base/safe_text.hpp"

#include <smpcare/source.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace smpcare {

namespace {

struct CodePoint {
    utf8proc_int32_t value;  // negative: not UTF-8
    std::size_t length;
};

CodePoint first_of(std::string_view text) {
    utf8proc_int32_t value = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &value);
    return length > 0 ? CodePoint{value, static_cast<std::size_t>(length)} : CodePoint{-1, 1};
}

bool ends_line(utf8proc_int32_t value) {
    return (0x0A <= value && value <= 0x0D) || value == 0x85 || value == 0x2028 || value == 0x2029;
}

bool is_bidi_control(utf8proc_int32_t value) {
    return value == 0x061C || value == 0x200E || value == 0x200F || (0x202A <= value && value <= 0x202E) ||
           (0x2066 <= value && value <= 0x2069);
}

bool is_dropped(utf8proc_int32_t value) {
    const bool control = value < 0x20 || (0x7F <= value && value <= 0x9F);
    return control || value == 0xFEFF || is_bidi_control(value);
}

bool is_non_character(utf8proc_int32_t value) {
    return value < 0 || (value & 0xFFFE) == 0xFFFE || (0xFDD0 <= value && value <= 0xFDEF);
}

constexpr auto is_plain_byte = [](char byte) { return ' ' <= byte && byte <= '~'; };

/// The beginning of `text` that no filter changes, found without decoding.
std::string_view untouched(std::string_view text) {
    const auto touched = [](char byte) { return !is_plain_byte(byte) && byte != '\n'; };
    const auto end = std::find_if(text.begin(), text.end(), touched);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

bool is_plain(std::string_view text) {
    // Eight bytes at once, for nearly every text is asked. The highest bit of a byte is set where it was before, where
    // less than a blank made it borrow, and where it was DEL.
    constexpr auto each = ~std::uint64_t{0} / 0xFF;
    std::uint64_t odd = 0;
    for (; text.size() >= sizeof odd; text.remove_prefix(sizeof odd)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        odd |= bytes | (bytes - each * ' ') | (bytes + each);
    }
    bool plain = (odd & each * 0x80) == 0;
    for (const char byte : text) plain &= is_plain_byte(byte);
    return plain;
}

std::string safe_text(std::string_view text) {
    std::string out(untouched(text));
    text.remove_prefix(out.size());
    while (!text.empty()) {
        const auto [value, length] = first_of(text);
        const bool pair = text.substr(0, 2) == "\r\n";
        if (is_non_character(value))
            out += replacement;
        else if (ends_line(value))
            out += '\n';
        else if (value == '\t')
            out += ' ';
        else if (!is_dropped(value))
            out += text.substr(0, length);
        text.remove_prefix(pair ? 2 : length);
        const auto rest = untouched(text);
        out += rest;
        text.remove_prefix(rest.size());
    }
    return out;
}

std::string one_line(std::string_view text) {
    const bool parted = text.find("  ") != std::string_view::npos || text.starts_with(' ') || text.ends_with(' ');
    if (!parted && is_plain(text)) return std::string(text);
    std::string out = safe_text(text);
    std::replace(out.begin(), out.end(), '\n', ' ');
    const auto end = std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; });
    out.erase(end, out.end());
    if (!out.empty() && out.back() == ' ') out.pop_back();
    if (!out.empty() && out.front() == ' ') out.erase(0, 1);
    return out;
}

std::string_view prefix_of_width(std::string_view text, int columns) {
    std::size_t taken = 0;
    int width = 0;
    while (taken < text.size()) {
        const auto length = code_point_length(text.substr(taken));
        width += display_width(text.substr(taken, length));
        if (width > columns) break;
        taken += length;
    }
    return text.substr(0, taken);
}

std::string cut_end(std::string_view text, int columns, std::string_view mark) {
    if (display_width(text) <= columns) return std::string{text};
    return std::string{prefix_of_width(text, std::max(0, columns - display_width(mark)))} += mark;
}

std::string cut_start(std::string_view text, int columns, std::string_view mark) {
    if (display_width(text) <= columns) return std::string{text};
    columns = std::max(0, columns - display_width(mark));
    for (int width = display_width(text); width > columns;) {
        const auto first = code_point_length(text);
        width -= display_width(text.substr(0, first));
        text.remove_prefix(first);
    }
    return std::string{mark} += text;
}

int display_width(std::string_view text) {
    if (is_plain(text)) return static_cast<int>(text.size());
    int width = 0;
    while (!text.empty()) {
        if (is_plain_byte(text.front())) {
            ++width;
            text.remove_prefix(1);
            continue;
        }
        const auto [value, length] = first_of(text);
        width += value < 0 ? 1 : utf8proc_charwidth(value);
        text.remove_prefix(length);
    }
    return width;
}

}  // namespace smpcare
