#include "ask/phrase_tokens.hpp"

#include "ask/phrase_words.hpp"
#include "base/typed.hpp"

#include <utility>

namespace smpcare::ask {

namespace {

bool ends(std::string_view word, std::string_view with) {
    return word.size() > with.size() + 2 && word.ends_with(with);
}

/// One spelling for UK and US: moisturize, colour, fibre.
std::string one_spelling(std::string word) {
    for (auto at = word.find("iz"); at != std::string::npos; at = word.find("iz", at + 1)) word[at + 1] = 's';
    if (const auto at = word.find("our"); at != std::string::npos && at > 1) word.erase(at + 1, 1);
    if (ends(word, "bre") || ends(word, "tre")) std::swap(word[word.size() - 1], word[word.size() - 2]);
    if (word == "gray") word = "grey";
    return word;
}

/// Without the ending of a plural.
std::string singular(std::string word) {
    if (ends(word, "ies")) return word.substr(0, word.size() - 3) + 'y';
    for (const std::string_view ending : {"sses", "shes", "ches", "xes"})
        if (ends(word, ending)) return word.substr(0, word.size() - 2);
    const bool plural = word.size() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
                        !word.ends_with("is");
    if (plural) word.pop_back();
    return word;
}

bool parts_words(char byte) { return std::string_view(",;/&+").find(byte) != std::string_view::npos; }

/// Letters and digits, and every byte of a longer code point, make words; an apostrophe is nothing.
bool is_of_word(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/// Folded, with every apostrophe as keyboards have it.
std::string plain(std::string_view text) {
    auto result = folded_without_accents(text);
    for (const std::string_view mark : {"\u2019", "\u2018", "\u02bc", "`"})
        for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark, at))
            result.replace(at, mark.size(), "'");
    return result;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) tokens.push_back({word, form_of(word)});
        word.clear();
    };
    for (const char byte : plain(text)) {
        if (byte == '\'') continue;
        if (is_of_word(byte)) {
            word += byte;
            continue;
        }
        close();
        if (parts_words(byte)) tokens.push_back({",", ","});
    }
    close();
    return tokens;
}

}  // namespace

std::string form_of(std::string_view word) { return one_spelling(singular(std::string(word))); }

std::vector<Token> content_of(std::string_view text) {
    auto tokens = tokens_of(text);
    auto content = tokens;
    std::erase_if(content, [](const Token& token) { return is_little(token.typed); });
    return content.empty() ? tokens : content;
}

}  // namespace smpcare::ask
