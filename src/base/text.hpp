#pragma once

/// Sentences with holes, and lists made of several texts.

#include <concepts>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace smpcare {

/// What a hole may hold: a text that outlives the call, a whole number or a real one.
class Argument {
public:
    template <std::convertible_to<std::string_view> T>
    Argument(const T& text) : value_(std::string_view(text)) {}
    Argument(char letter) : value_(letter) {}
    Argument(std::integral auto number) : value_(static_cast<long long>(number)) {}
    Argument(std::floating_point auto number) : value_(static_cast<double>(number)) {}

    void append_to(std::string& out, std::string_view spec) const;

private:
    std::variant<std::string_view, char, long long, double> value_;
};

/// Whether every hole of `pattern` is one of `{0}` to `{arguments - 1}`, and every other brace is written twice.
constexpr bool holes_fit(std::string_view pattern, std::size_t arguments) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{' && pattern[i] != '}') continue;
        const char next = i + 1 < pattern.size() ? pattern[i + 1] : ' ';
        if (next == pattern[i]) {
            ++i;
            continue;
        }
        const bool hole = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!hole || next < '0' || static_cast<std::size_t>(next - '0') >= arguments) return false;
        i += 2;
    }
    return true;
}

/// Whether a text that is never filled looks as if it should be.
constexpr bool has_hole(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && '0' <= text[i + 1] && text[i + 1] <= '9' && text[i + 2] == '}') return true;
    return false;
}

/// Writes `pattern` behind `out`: `{}` takes the next argument, `{2}` the third, `{{` is a brace, `{:04X}` as fmt has
/// it. A pattern is one of our own constants: a hole without an argument ends the program.
void append_filled(std::string& out, std::string_view pattern, std::span<const Argument> arguments);

template <class... Arguments>
void append(std::string& out, std::string_view pattern, const Arguments&... arguments) {
    append_filled(out, pattern, std::initializer_list<Argument>{Argument(arguments)...});
}

template <class... Arguments>
std::string fill(std::string_view pattern, const Arguments&... arguments) {
    std::string out;
    append_filled(out, pattern, std::initializer_list<Argument>{Argument(arguments)...});
    return out;
}

/// Adds `text` behind `out`, with `separator` where both hold something.
inline void join(std::string& out, std::string_view separator, std::string_view text) {
    if (!out.empty() && !text.empty()) out += separator;
    out += text;
}

/// What `text_of` makes of each of `things`, with `separator` between each two.
template <class Things, class TextOf = std::identity>
std::string joined(const Things& things, std::string_view separator, TextOf text_of = {}) {
    std::string out;
    if constexpr (std::is_same_v<TextOf, std::identity>) {
        std::size_t size = 0;
        for (const auto& thing : things) size += std::string_view(thing).size() + separator.size();
        out.reserve(size);
    }
    bool first = true;
    for (const auto& thing : things) {
        if (!first) out += separator;
        out += std::invoke(text_of, thing);
        first = false;
    }
    return out;
}

}  // namespace smpcare
