#pragma once

/// Completion by Tab. The script of each shell asks the program what may stand at the end of the line:
///
///     smpcare __complete WORD…    # the words after the program's name; the last one is unfinished, maybe empty
///
/// This is no command: only those scripts use it. The answer's first line is `words`, `folders` or `files ENDING`; then
/// each line is a candidate for the whole last word, a tab, and what it is. After one that ends in `=` or `.` more is
/// to follow. Nothing is an error, for nothing may print into a prompt: what cannot be read offers nothing.

#include <span>
#include <string>
#include <string_view>

namespace smpcare::cli {

inline constexpr std::string_view completion_question = "__complete";
inline constexpr std::string_view shells = "bash zsh fish";

/// The files smpcare.bash, smpcare.zsh and smpcare.fish of this folder, which are compiled in (cmake/Embed.cmake).
std::string_view smpcare_bash();
std::string_view smpcare_zsh();
std::string_view smpcare_fish();

/// The script of a shell; "" for a word that is none of `shells`.
std::string_view completion_script(std::string_view shell);

/// The answer to `words`, which stand after the program's name.
std::string complete(std::span<char* const> words);

}  // namespace smpcare::cli
