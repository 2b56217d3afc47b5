#include "base/typed.hpp"

#include "base/safe_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace smpcare {

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of(decimal_digits) == std::string_view::npos;
}

std::string_view trimmed(std::string_view text, std::string_view blanks) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string ascii_lower(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) c = ascii_lower(c);
    return lower;
}

namespace {

std::string mapped(std::string_view text, int options) {
    if (is_plain(text)) return ascii_lower(text);
    // utf8proc_NFKC_Casefold would end at the first zero byte.
    const auto casefold = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | options);
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, casefold);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner{made, std::free};
    if (size < 0) return ascii_lower(text);
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

}  // namespace

std::string folded(std::string_view text) { return mapped(text, 0); }

std::string folded_without_accents(std::string_view text) { return mapped(text, UTF8PROC_STRIPMARK); }

bool has_id_letters(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace smpcare
