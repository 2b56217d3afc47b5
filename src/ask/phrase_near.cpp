#include <smpcare/ask.hpp>

#include "ask/phrase_tokens.hpp"
#include "ask/phrase_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

namespace smpcare {

namespace {

constexpr std::size_t shortest = 4;
/// A shorter word has neighbours by chance; only towards a sign that is better than silence.
constexpr std::size_t shortest_offered = 5;

/// Every letter that stands twice once.
std::string undoubled(std::string_view word) {
    std::string result;
    for (const char letter : word)
        if (result.empty() || result.back() != letter) result += letter;
    return result;
}

/// Whether one letter more, less, another, or two swapped make the same word; a letter twice counts for nothing.
bool is_one_slip(std::string_view typed, std::string_view word) {
    if (typed == word || typed.size() < shortest || word.size() < shortest) return false;
    const auto a = undoubled(typed), b = undoubled(word);
    if (a.size() > b.size() + 1 || b.size() > a.size() + 1) return false;
    const auto start = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto same = static_cast<std::size_t>(start.first - a.begin());
    const auto left = std::string_view(a).substr(same), right = std::string_view(b).substr(same);
    if (left.empty() || right.empty()) return left.size() + right.size() <= 1;
    if (left.size() == right.size() && left.substr(1) == right.substr(1)) return true;
    if (left.size() > right.size()) return left.substr(1) == right;
    if (right.size() > left.size()) return right.substr(1) == left;
    return left.size() > 1 && left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2);
}

/// Keys of one row stand half a key to the right of those above.
constexpr std::array<std::string_view, 3> key_rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool are_near_keys(char a, char b) {
    const auto place = [](char letter) -> std::optional<std::pair<int, int>> {
        for (std::size_t row = 0; row < key_rows.size(); ++row)
            if (const auto at = key_rows[row].find(letter); at != std::string_view::npos)
                return std::pair(static_cast<int>(row), static_cast<int>(2 * at + row));
        return std::nullopt;
    };
    const auto one = place(a), other = place(b);
    return one && other && std::abs(one->first - other->first) <= 1 && std::abs(one->second - other->second) <= 2;
}

/// Letters that people write for one another.
bool sound_alike(char a, char b) {
    constexpr std::array<std::string_view, 8> sounds{"aeiouy", "cks", "sz", "fv", "mn", "bp", "dt", "gj"};
    return std::any_of(sounds.begin(), sounds.end(), [&](std::string_view sound) {
        return sound.find(a) != std::string_view::npos && sound.find(b) != std::string_view::npos;
    });
}

/// Whether fingers may have meant the one and typed the other: as `is_one_slip`, but a letter too many is none at the
/// front, and a wrong one is near the right one, on the keys or by its sound. So "Spain" is no slip for "pain", "flare"
/// none for "flake", and "sleeve", two slips away, none for "Aleve".
bool is_slip_of_fingers(std::string_view typed, std::string_view word) {
    if (undoubled(typed) == undoubled(word)) return is_one_slip(typed, word);
    if (!is_one_slip(typed, word)) return false;
    const auto start = std::mismatch(typed.begin(), typed.end(), word.begin(), word.end());
    const auto same = static_cast<std::size_t>(start.first - typed.begin());
    const auto left = typed.substr(same), right = word.substr(same);
    if (left.size() == right.size() + 1) return same > 0 && left.substr(1) == right;
    if (right.size() == left.size() + 1) return right.substr(1) == left;
    if (left.size() != right.size()) return false;
    if (left.substr(1) == right.substr(1)) return are_near_keys(left[0], right[0]) || sound_alike(left[0], right[0]);
    return left.size() > 1 && left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2);
}

/// Every single word that the rules know things by.
std::set<std::string> vocabulary(const Protocol& protocol) {
    std::set<std::string> words;
    const auto add = [&words](const auto& things) {
        for (const auto& thing : things) {
            for (const auto& token : ask::content_of(thing.title)) words.insert(token.form);
            for (const auto& word : thing.words)
                for (const auto& token : ask::content_of(word)) words.insert(token.form);
        }
    };
    add(protocol.activities);
    add(protocol.signs);
    return words;
}

bool is_urgent(const Protocol& protocol, std::size_t sign) {
    return std::any_of(protocol.rules.begin(), protocol.rules.end(), [&](const Rule& rule) {
        return rule.kind == Kind::warn && help_of(rule) != Help::practitioner &&
               std::find(rule.signs.begin(), rule.signs.end(), sign) != rule.signs.end();
    });
}

/// What is in `now` and not in `before`.
template <class Values>
Values added(const Values& before, const Values& now) {
    Values more;
    for (const auto& one : now)
        if (std::find(before.begin(), before.end(), one) == before.end()) more.push_back(one);
    return more;
}

std::string with_word(const std::vector<ask::Token>& phrase, std::size_t at, const std::string& word) {
    std::string text;
    for (std::size_t i = 0; i < phrase.size(); ++i) text.append(i == at ? word : phrase[i].typed).append(" ");
    return text;
}

}  // namespace

Slips read_slips(const Protocol& protocol, std::string_view asked) {
    const auto phrase = ask::content_of(asked);
    const auto meaning = read_phrase(protocol, asked);
    Slips slips;
    if (meaning.unknown.empty()) return slips;
    const auto words = vocabulary(protocol);
    for (std::size_t at = 0; at < phrase.size(); ++at) {
        const auto& typed = phrase[at];
        const bool open =
            std::find(meaning.unknown.begin(), meaning.unknown.end(), typed.typed) != meaning.unknown.end();
        if (!open || words.contains(typed.form) || ask::is_other_word(typed.form)) continue;
        for (const auto& word : words) {
            if (!is_one_slip(typed.form, word)) continue;
            const auto meant = read_phrase(protocol, with_word(phrase, at, word));
            for (const auto& found : added(meaning.found, meant.found))
                if (typed.form.size() >= shortest_offered && is_slip_of_fingers(typed.form, word) &&
                    std::find(slips.words.begin(), slips.words.end(), found) == slips.words.end())
                    slips.words.push_back(found);
            for (const auto sign : added(meaning.signs, meant.signs))
                if (is_urgent(protocol, sign) &&
                    std::find(slips.signs.begin(), slips.signs.end(), sign) == slips.signs.end())
                    slips.signs.push_back(sign);
        }
    }
    return slips;
}

}  // namespace smpcare
