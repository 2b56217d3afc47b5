#pragma once

/// What people type, before anybody knows what it means: blanks, letter case, numbers, ids.

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// All of `text` as a decimal number without a sign, if it is one from `low` to `high`.
template <std::integral Number>
std::optional<Number> number_in(std::string_view text, Number low, Number high) {
    Number number{};
    if (text.empty() || text.front() == '-') return std::nullopt;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || number < low || number > high) return std::nullopt;
    return number;
}

inline constexpr std::string_view decimal_digits = "0123456789";
/// Whether `text` is digits and nothing else, at least one.
bool is_digits(std::string_view text);

/// `text` without the blanks at its ends.
std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n");

/// A to Z as small letters; every other byte stays.
constexpr char ascii_lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string ascii_lower(std::string_view text);

constexpr bool is_ascii_letter(char c) { return 'a' <= ascii_lower(c) && ascii_lower(c) <= 'z'; }

/// The form in which names are equal whatever the letter case and however their letters are written: NFKC_Casefold of
/// Unicode. What is not UTF-8 is only `ascii_lower`.
std::string folded(std::string_view text);
/// The same with every accent taken off its letter.
std::string folded_without_accents(std::string_view text);

/// Whether every character may stand in an id: a-z, 0-9 and `-`. True of "".
bool has_id_letters(std::string_view text);

}  // namespace smpcare
