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

std::string folded(std::string_view text) {
    if (is_plain(text)) return ascii_lower(text);
    // utf8proc_NFKC_Casefold would end at the first zero byte.
    constexpr auto casefold = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    utf8proc_uint8_t* mapped = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, casefold);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner{mapped, std::free};
    if (size < 0) return ascii_lower(text);
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

bool has_id_letters(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace smpcare
