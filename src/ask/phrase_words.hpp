#pragma once

/// The words of English questions that say nothing of what is asked about. `not`, `no` and `cannot` are never among
/// them.

#include <algorithm>
#include <array>
#include <string_view>

namespace smpcare::ask {

inline constexpr std::array<std::string_view, 90> little_words{
    "a",      "about",   "again", "allowed", "already", "am",     "an",    "any",     "apply", "are",
    "at",     "be",      "been",  "by",      "can",     "could",  "did",   "do",      "does",  "doing",
    "during", "for",     "from",  "get",     "getting", "go",     "goes",  "going",   "had",   "has",
    "have",   "having",  "how",   "i",       "id",      "if",     "im",    "in",      "into",  "is",
    "it",     "its",     "ive",   "just",    "like",    "may",    "me",    "might",   "my",    "of",
    "ok",     "okay",    "on",    "onto",    "our",     "please", "put",   "putting", "safe",  "shall",
    "should", "so",      "some",  "soon",    "take",    "taking", "that",  "the",     "their", "there",
    "these",  "this",    "those", "to",      "us",      "use",    "using", "want",    "was",   "we",
    "wear",   "wearing", "what",  "when",    "while",   "will",   "with",  "would",   "you",   "your",
};

constexpr bool is_little(std::string_view word) {
    return std::find(little_words.begin(), little_words.end(), word) != little_words.end();
}

/// What parts several things.
constexpr bool parts(std::string_view token) { return token == "and" || token == "or" || token == ","; }

}  // namespace smpcare::ask
