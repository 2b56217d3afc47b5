#pragma once

/// The words of English questions that say nothing of what is asked about. `not`, `no` and `cannot` are never among
/// them.

#include <algorithm>
#include <array>
#include <string_view>

namespace smpcare::ask {

inline constexpr std::array<std::string_view, 149> little_words{
    "a",      "about",    "actually", "again",   "allowed", "already",  "alright", "also",   "am",        "an",
    "any",    "anymore",  "apply",    "are",     "at",      "be",       "been",    "bit",    "but",       "by",
    "can",    "could",    "did",      "do",      "does",    "doing",    "during",  "ever",   "feel",      "feeling",
    "feels",  "few",      "fine",     "for",     "from",    "get",      "getting", "go",     "goes",      "going",
    "got",    "had",      "has",      "have",    "having",  "he",       "hello",   "her",    "hi",        "his",
    "how",    "i",        "id",       "if",      "im",      "in",       "into",    "is",     "it",        "its",
    "ive",    "just",     "keep",     "know",    "like",    "lil",      "long",    "lot",    "lots",      "make",
    "many",   "may",      "maybe",    "me",      "might",   "much",     "my",      "normal", "now",       "of",
    "often",  "ok",       "okay",     "on",      "one",     "ones",     "onto",    "our",    "permitted", "please",
    "plenty", "possible", "probably", "put",     "putting", "question", "quite",   "really", "safe",      "shall",
    "she",    "should",   "so",       "some",    "soon",    "start",    "still",   "take",   "taking",    "tell",
    "thank",  "thanks",   "that",     "the",     "their",   "them",     "then",    "there",  "these",     "they",
    "think",  "this",     "those",    "till",    "to",      "today",    "until",   "us",     "use",       "using",
    "very",   "want",     "wants",    "was",     "we",      "wear",     "wearing", "went",   "what",      "when",
    "while",  "will",     "with",     "worried", "worry",   "would",    "yet",     "you",    "your",
};

static_assert(std::ranges::is_sorted(little_words));

/// Where the little words that begin with each letter begin, and where the last letter's end.
inline constexpr auto first_little = [] {
    std::array<std::size_t, 27> first{};
    for (std::size_t i = 0; i < first.size(); ++i)
        while (first[i] < little_words.size() && static_cast<std::size_t>(little_words[first[i]][0] - 'a') < i)
            ++first[i];
    return first;
}();

constexpr bool is_little(std::string_view word) {
    if (word.empty() || word[0] < 'a' || 'z' < word[0]) return false;
    const auto letter = static_cast<std::size_t>(word[0] - 'a');
    const auto* words = little_words.data();
    return std::find(words + first_little[letter], words + first_little[letter + 1], word) !=
           words + first_little[letter + 1];
}

/// Words that are no other question beside one that is understood: where everything in these rules happens, and how
/// things are done.
inline constexpr std::array<std::string_view, 11> side_words{"scalp", "head",      "hair",      "skin", "area",   "smp",
                                                             "after", "procedure", "treatment", "play", "playing"};

constexpr bool is_side_word(std::string_view word) {
    return std::find(side_words.begin(), side_words.end(), word) != side_words.end();
}

/// Words by which a question asks the other way round ("is it bad to …", "must I wait with …"): beside them a bare "no"
/// would say that there is nothing to avoid.
inline constexpr std::array<std::string_view, 42> turning_words{
    "not",      "no",       "never",    "cannot",  "cant",   "dont",      "shouldnt", "mustnt", "must",
    "need",     "avoid",    "skip",     "stop",    "quit",   "forget",    "miss",     "bad",    "dangerous",
    "harmful",  "harm",     "risky",    "risk",    "wrong",  "hurt",      "ruin",     "damage", "spoil",
    "affect",   "problem",  "matter",   "wait",    "early",  "forbidden", "banned",   "off",    "refrain",
    "avoiding", "stopping", "skipping", "waiting", "before", "too",
};

constexpr bool turns(std::string_view word) {
    return std::find(turning_words.begin(), turning_words.end(), word) != turning_words.end();
}

/// Words one slip from a word for a sign or another thing that are words themselves.
inline constexpr std::array<std::string_view, 114> other_words{
    "bash",   "belt",  "bland",  "bleep",    "blend",     "boat",   "bore",   "bound", "breed",   "card",     "cart",
    "cash",   "child", "chili",  "chilly",   "clump",     "coast",  "core",   "cost",  "crash",   "cutlery",  "dash",
    "dimple", "door",  "dour",   "dump",     "ever",      "faith",  "fall",   "fast",  "felt",    "fewer",    "five",
    "found",  "fruit", "fuzzy",  "gash",     "give",      "grand",  "hash",   "hide",  "hill",    "hire",     "horse",
    "hound",  "house", "hump",   "injected", "injection", "jump",   "lamp",   "land",  "lash",    "lever",    "like",
    "lister", "live",  "mash",   "melt",     "more",      "mound",  "never",  "paint", "painted", "painting", "plump",
    "pound",  "pump",  "round",  "rush",     "saint",     "sand",   "scale",  "scary", "score",   "seat",     "sell",
    "shake",  "shell", "shore",  "shot",     "sign",      "silver", "sliver", "slot",  "slump",   "small",    "soar",
    "sole",   "sort",  "sound",  "soup",     "spat",      "spell",  "spit",   "sport", "steak",   "stick",    "sting",
    "stop",   "store", "stream", "sure",     "swell",     "taxi",   "temple", "test",  "train",   "trash",    "well",
    "went",   "west",  "witch",  "would",
};

constexpr bool is_other_word(std::string_view form) {
    return std::find(other_words.begin(), other_words.end(), form) != other_words.end();
}

/// What parts several things.
constexpr bool parts(std::string_view token) { return token == "and" || token == "or" || token == ","; }

}  // namespace smpcare::ask
