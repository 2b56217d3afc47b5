#include "format/handout/parts/glosses.hpp"

#include <string_view>

namespace smpcare::format {

namespace {

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

/// The place of `word` by itself: "peel" is not in "peeling".
std::size_t find_word(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto behind = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (behind == text.size() || !is_letter(text[behind]))) return at;
    }
    return std::string_view::npos;
}

}  // namespace

std::string Glosses::explained(std::string text) {
    for (std::size_t i = 0; i < known_.size(); ++i) {
        const auto at = told_[i] ? std::string::npos : find_word(text, known_[i].word);
        if (at == std::string::npos) continue;
        text.replace(at, known_[i].word.size(), known_[i].said);
        told_[i] = true;
    }
    return text;
}

}  // namespace smpcare::format
