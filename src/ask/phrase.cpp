#include <smpcare/ask.hpp>

#include "ask/phrase_tokens.hpp"
#include "ask/phrase_words.hpp"
#include "base/typed.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace smpcare {

namespace {

using ask::content_of;
using ask::form_of;
using ask::is_little;
using ask::is_side_word;
using ask::parts;
using ask::Token;
using ask::turns;

/// Where a word of the rule file stands in a phrase: the tokens from `at`, so many.
struct Place {
    std::size_t at, size;
    bool operator==(const Place&) const = default;
    [[nodiscard]] bool inside(const Place& other) const { return other.at <= at && at + size <= other.at + other.size; }
    [[nodiscard]] bool meets(const Place& other) const { return at < other.at + other.size && other.at < at + size; }
};

constexpr bool is_letter(char byte) { return ('a' <= byte && byte <= 'z') || ('A' <= byte && byte <= 'Z'); }

/// What the rules' words are looked for in.
class Phrase {
public:
    explicit Phrase(const std::vector<Token>& phrase) : tokens(phrase) {
        for (const Token& token : tokens)
            if (is_letter(token.form.front())) initials_ |= bit(token.form.front());
    }

    /// Whether a text of plain words holds one, not a little one, that is none of the phrase's: so that few of the
    /// rules' many texts are taken apart. A form begins as its word does.
    [[nodiscard]] bool surely_lacks(std::string_view text) const {
        while (!text.empty()) {
            std::size_t size = 0;
            while (size < text.size() && is_letter(text[size])) ++size;
            const auto word = text.substr(0, size);
            if (size < text.size() && text[size] != ' ' && text[size] != '-') return false;
            text.remove_prefix(std::min(size + 1, text.size()));
            if (!word.empty() && !holds(word) && !is_little(ascii_lower(word))) return true;
        }
        return false;
    }

    const std::vector<Token>& tokens;

private:
    /// Of both cases alike.
    static constexpr std::uint32_t bit(char letter) {
        return std::uint32_t{1} << (static_cast<unsigned>(letter) & 31U);
    }

    [[nodiscard]] bool holds(std::string_view word) const {
        if ((initials_ & bit(word.front())) == 0) return false;
        const auto form = form_of(ascii_lower(word));
        return std::ranges::any_of(tokens, [&form](const Token& token) { return token.form == form; });
    }

    std::uint32_t initials_ = 0;
};

void add_places(const Phrase& phrase, std::string_view word, std::vector<Place>& places) {
    if (phrase.surely_lacks(word)) return;
    const auto wanted = content_of(word);
    if (wanted.empty()) return;
    const auto& tokens = phrase.tokens;
    const auto same = [](const Token& a, const Token& b) { return a.form == b.form; };
    for (auto at = tokens.begin();; ++at) {
        at = std::search(at, tokens.end(), wanted.begin(), wanted.end(), same);
        if (at == tokens.end()) return;
        places.push_back({static_cast<std::size_t>(at - tokens.begin()), wanted.size()});
    }
}

/// Words that were found, and what they may mean: indexes in ascending order.
struct Found {
    Place place;
    std::vector<std::size_t> activities, signs;
};

const std::vector<std::string>& not_words_of(const Activity& activity) { return activity.not_words; }
std::vector<std::string> not_words_of(const Sign&) { return {}; }

/// The places of a thing's words, without those inside what means something else.
template <class Thing>
std::vector<Place> places_of(const Phrase& phrase, const Thing& thing) {
    std::vector<Place> places, others;
    for (const std::string& word : not_words_of(thing)) {
        add_places(phrase, word, others);
        if (const auto at = word.find(' '); at != word.npos && word.find(' ', at + 1) == word.npos)
            add_places(phrase, word.substr(at + 1) + ' ' + word.substr(0, at), others);
    }
    add_places(phrase, thing.id, places);
    add_places(phrase, thing.title, places);
    for (const std::string& word : thing.words) add_places(phrase, word, places);
    std::erase_if(places, [&](const Place& place) {
        return std::any_of(others.begin(), others.end(), [&](const Place& other) { return place.inside(other); });
    });
    return places;
}

template <class Thing>
void add_found(const Phrase& phrase, const std::vector<Thing>& things, std::vector<std::size_t> Found::*member,
               std::vector<Found>& found) {
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

/// Of two words of one part, the one with fewer meanings says which of the other's is meant: "swim in the sea" is not
/// about the pool. Where each has one of its own, all stay: "swim beach" is about the sun, too.
void narrow(std::vector<std::size_t>& a, std::vector<std::size_t>& b) {
    const auto holds = [](const std::vector<std::size_t>& all, const std::vector<std::size_t>& some) {
        return !some.empty() && std::ranges::includes(all, some);
    };
    if (holds(a, b))
        a = b;
    else if (holds(b, a))
        b = a;
}

void narrow_parts(const std::vector<Token>& phrase, std::vector<Found>& found) {
    const auto end = [&](const Found& one) {
        return phrase.begin() + static_cast<std::ptrdiff_t>(one.place.at + one.place.size);
    };
    const auto parted = [&](std::size_t before, std::size_t next) {
        const auto to = phrase.begin() + static_cast<std::ptrdiff_t>(found[next].place.at);
        return std::any_of(end(found[before]), to, [](const Token& token) { return parts(token.typed); });
    };
    for (std::size_t i = 0; i < found.size(); ++i)
        for (std::size_t j = i + 1; j < found.size() && !parted(j - 1, j); ++j) {
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
    const Phrase sought{phrase};
    std::vector<Found> found;
    add_found(sought, protocol.activities, &Found::activities, found);
    add_found(sought, protocol.signs, &Found::signs, found);
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
        if (turns(word)) meaning.turning.push_back(word);
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
