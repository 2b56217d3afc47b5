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

/// `list-holding:date`, as a text.
Arg read_key(const std::string& key) {
    for (std::size_t i = 0; i < term_count; ++i) {
        const auto name = all_term_names[i];
        const auto term = static_cast<Term>(i);
        if (key == name.name()) return term;
        if (!key.starts_with(name.name()) || key[name.name().size()] != ':' || term_holds[i] == 0) continue;
        auto rest = key.substr(name.name().size() + 1);
        if (term_holds[i] == 1) return {term, {term == Term::list_holding ? read_key(rest) : Arg(rest)}};
        std::vector<Arg> parts;
        for (std::size_t at = 0; (at = rest.find(", ")) != std::string::npos; rest.erase(0, at + 2))
            parts.emplace_back(rest.substr(0, at));
        parts.emplace_back(rest);
        return {term, std::move(parts)};
    }
    return key;
}

}  // namespace

std::string told(const Arg& arg, const Words& words) { return std::visit(Teller{words}, arg.value()); }

std::string told(const Arg& arg, ArgKind kind, const Words& words) {
    const auto* const key = std::get_if<std::string>(&arg.value());
    if (key == nullptr || (kind != ArgKind::term && kind != ArgKind::any)) return told(arg, words);
    return told(read_key(*key), words);
}

}  // namespace smpcare::words
