#include <smpcare/ask.hpp>

#include "ask/phrase_tokens.hpp"
#include "ask/phrase_words.hpp"
#include "base/typed.hpp"

#include <algorithm>
#include <utility>

namespace smpcare {

namespace {

using ask::content_of;
using ask::is_little;
using ask::is_side_word;
using ask::parts;
using ask::Token;

/// Where a word of the rule file stands in a phrase: the tokens from `at`, so many.
struct Place {
    std::size_t at, size;
    bool operator==(const Place&) const = default;
    [[nodiscard]] bool inside(const Place& other) const { return other.at <= at && at + size <= other.at + other.size; }
    [[nodiscard]] bool meets(const Place& other) const { return at < other.at + other.size && other.at < at + size; }
};

/// Whether a text of plain words holds one, not a little one, that begins with a letter that no word of the phrase
/// begins with: its form does too, so that most words of the rules need no look.
bool is_surely_absent(const std::vector<Token>& phrase, std::string_view text) {
    const auto begins = [&phrase](char letter) {
        return std::ranges::any_of(phrase, [letter](const Token& token) { return token.form.front() == letter; });
    };
    bool is_absent = false;
    std::string word;
    for (const char byte : text) {
        const char letter = 'A' <= byte && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        if (letter == ' ' || letter == '-') {
            is_absent = is_absent || (!word.empty() && !begins(word.front()) && !is_little(word));
            word.clear();
        } else if ('a' <= letter && letter <= 'z') {
            word += letter;
        } else {
            return false;
        }
    }
    return is_absent || (!word.empty() && !begins(word.front()) && !is_little(word));
}

void add_places(const std::vector<Token>& phrase, std::string_view word, std::vector<Place>& places) {
    if (is_surely_absent(phrase, word)) return;
    const auto wanted = content_of(word);
    if (wanted.empty()) return;
    const auto same = [](const Token& a, const Token& b) { return a.form == b.form; };
    for (auto at = phrase.begin();; ++at) {
        at = std::search(at, phrase.end(), wanted.begin(), wanted.end(), same);
        if (at == phrase.end()) return;
        places.push_back({static_cast<std::size_t>(at - phrase.begin()), wanted.size()});
    }
}

/// Words that were found, and what they may mean.
struct Found {
    Place place;
    std::vector<std::size_t> activities, signs;
};

const std::vector<std::string>& not_words_of(const Activity& activity) { return activity.not_words; }
std::vector<std::string> not_words_of(const Sign&) { return {}; }

/// The places of a thing's words, without those inside what means something else.
template <class Thing>
std::vector<Place> places_of(const std::vector<Token>& phrase, const Thing& thing) {
    std::vector<Place> places, others;
    for (const std::string& word : not_words_of(thing)) add_places(phrase, word, others);
    add_places(phrase, thing.id, places);
    add_places(phrase, thing.title, places);
    for (const std::string& word : thing.words) add_places(phrase, word, places);
    std::erase_if(places, [&](const Place& place) {
        return std::any_of(others.begin(), others.end(), [&](const Place& other) { return place.inside(other); });
    });
    return places;
}

template <class Thing>
void add_found(const std::vector<Token>& phrase, const std::vector<Thing>& things,
               std::vector<std::size_t> Found::*member, std::vector<Found>& found) {
    for (std::size_t i = 0; i < things.size(); ++i)
        for (const Place& place : places_of(phrase, things[i])) {
            auto same = std::find_if(found.begin(), found.end(), [&](const Found& one) { return one.place == place; });
            if (same == found.end()) same = found.insert(found.end(), Found{place, {}, {}});
            auto& list = (*same).*member;
            if (std::find(list.begin(), list.end(), i) == list.end()) list.push_back(i);
        }
}

/// The longest first, none over another; then in the order of the phrase.
std::vector<Found> chosen(std::vector<Found> found) {
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.place.size != b.place.size ? a.place.size > b.place.size : a.place.at < b.place.at;
    });
    std::vector<Found> kept;
    for (Found& one : found)
        if (std::none_of(kept.begin(), kept.end(), [&](const Found& other) { return one.place.meets(other.place); }))
            kept.push_back(std::move(one));
    std::sort(kept.begin(), kept.end(), [](const Found& a, const Found& b) { return a.place.at < b.place.at; });
    return kept;
}

/// Two words of one part that share meanings mean only those: "swim in the sea" is not about the pool.
void narrow(std::vector<std::size_t>& a, std::vector<std::size_t>& b) {
    std::vector<std::size_t> both;
    for (const std::size_t one : a)
        if (std::find(b.begin(), b.end(), one) != b.end()) both.push_back(one);
    if (!both.empty()) a = b = both;
}

void narrow_parts(const std::vector<Token>& phrase, std::vector<Found>& found) {
    const auto parted = [&](const Found& a, const Found& b) {
        const auto from = phrase.begin() + static_cast<std::ptrdiff_t>(a.place.at + a.place.size);
        const auto to = phrase.begin() + static_cast<std::ptrdiff_t>(b.place.at);
        return std::any_of(from, to, [](const Token& token) { return parts(token.typed); });
    };
    for (std::size_t i = 0; i < found.size(); ++i)
        for (std::size_t j = i + 1; j < found.size() && !parted(found[i], found[j]); ++j) {
            narrow(found[i].activities, found[j].activities);
            narrow(found[i].signs, found[j].signs);
        }
}

void add_new(const std::vector<std::size_t>& from, std::vector<std::size_t>& to) {
    for (const std::size_t one : from)
        if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

std::string typed(const std::vector<Token>& phrase, const Place& place) {
    std::string text;
    for (std::size_t i = place.at; i < place.at + place.size; ++i) {
        if (!text.empty()) text += ' ';
        text += phrase[i].typed;
    }
    return text;
}

Meaning read(const Protocol& protocol, std::string_view asked, bool signs_first) {
    const auto phrase = content_of(asked);
    std::vector<Found> found;
    add_found(phrase, protocol.activities, &Found::activities, found);
    add_found(phrase, protocol.signs, &Found::signs, found);
    found = chosen(std::move(found));
    narrow_parts(phrase, found);

    Meaning meaning;
    std::vector<bool> taken(phrase.size(), false);
    for (const Found& one : found) {
        if (!signs_first || one.signs.empty()) add_new(one.activities, meaning.activities);
        add_new(one.signs, meaning.signs);
        meaning.found.push_back(typed(phrase, one.place));
        std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(one.place.at), one.place.size, true);
    }
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const auto& word = phrase[i].typed;
        if (taken[i] || parts(word) || is_little(word) || (!found.empty() && is_side_word(word))) continue;
        meaning.unknown.push_back(word);
    }
    return meaning;
}

}  // namespace

Meaning read_phrase(const Protocol& protocol, std::string_view asked) { return read(protocol, asked, false); }

Meaning read_sign_phrase(const Protocol& protocol, std::string_view asked) { return read(protocol, asked, true); }

std::string without_little_ends(std::string_view text) {
    const auto says_nothing = [](std::string_view word) {
        const auto tokens = ask::content_of(word);
        return std::all_of(tokens.begin(), tokens.end(),
                           [](const Token& token) { return is_little(token.typed) || parts(token.typed); });
    };
    auto rest = trimmed(text, " \t\r\n?!.,");
    while (!rest.empty() && says_nothing(rest.substr(0, rest.find(' '))))
        rest = rest.find(' ') == rest.npos ? std::string_view() : trimmed(rest.substr(rest.find(' ')));
    while (!rest.empty() && says_nothing(rest.substr(rest.rfind(' ') + 1)))
        rest = rest.rfind(' ') == rest.npos ? std::string_view() : trimmed(rest.substr(0, rest.rfind(' ')));
    return std::string(rest.empty() ? trimmed(text) : trimmed(rest, " ?!.,"));
}

}  // namespace smpcare
