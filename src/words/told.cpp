#include "words/words.hpp"

#include <smpcare/date.hpp>

#include <string>
#include <utility>

namespace smpcare::words {
namespace {

/// All but the last, and the last.
std::pair<std::string, std::string> halves(const std::vector<Arg>& parts, const Words& words) {
    std::string some;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        if (i > 0) some += ", ";
        some += told(parts[i], words);
    }
    return {std::move(some), parts.empty() ? std::string{} : told(parts.back(), words)};
}

struct Teller {
    const Words& words;

    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(long long number) const { return std::to_string(number); }
    std::string operator()(Date date) const { return iso(date); }

    std::string operator()(const Arg::Phrase& phrase) const {
        const auto text = words.terms[phrase.term].text;
        const auto holds = term_holds[static_cast<std::size_t>(phrase.term)];
        if (holds == 0) return std::string(text);
        const auto [some, last] = halves(phrase.parts, words);
        if (holds == 1) return fill(text, last);
        return phrase.parts.size() < 2 ? last : fill(text, some, last);
    }
};

}  // namespace

std::string told(const Arg& arg, const Words& words) { return std::visit(Teller{words}, arg.value()); }

}  // namespace smpcare::words
