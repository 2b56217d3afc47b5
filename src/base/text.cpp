#include "base/text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <iterator>
#include <stdexcept>

namespace smpcare {

namespace {

void append_plain(std::string& out, std::string_view text) { out += text; }
void append_plain(std::string& out, char letter) { out += letter; }
void append_plain(std::string& out, double number) { fmt::format_to(std::back_inserter(out), "{}", number); }
void append_plain(std::string& out, long long number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// By hand: a library's search for one of several letters is called for each letter of the text.
std::size_t first_brace(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] != '{' && text[at] != '}') ++at;
    return at;
}

/// A hole's inside, `2`, `` or `2:04X`, taken apart.
struct Hole {
    std::size_t argument;
    std::string_view spec;
};

Hole hole_of(std::string_view inside, std::size_t& next) {
    if (inside.size() == 1 && '0' <= inside[0] && inside[0] <= '9')
        return {static_cast<std::size_t>(inside[0] - '0'), {}};
    const auto colon = inside.find(':');
    const auto number = inside.substr(0, colon);
    const auto spec = colon == std::string_view::npos ? std::string_view() : inside.substr(colon + 1);
    if (number.empty()) return {next++, spec};
    std::size_t argument = 0;
    std::from_chars(number.data(), number.data() + number.size(), argument);
    return {argument, spec};
}

}  // namespace

void Argument::append_to(std::string& out, std::string_view spec) const {
    if (spec.empty()) {
        std::visit([&](auto value) { append_plain(out, value); }, value_);
    } else {
        const auto pattern = "{:" + std::string(spec) + "}";
        std::visit([&](auto value) { fmt::format_to(std::back_inserter(out), fmt::runtime(pattern), value); }, value_);
    }
}

void append_filled(std::string& out, std::string_view pattern, std::span<const Argument> arguments) {
    std::size_t next = 0;
    while (!pattern.empty()) {
        const auto brace = first_brace(pattern);
        out += pattern.substr(0, brace);
        if (brace == pattern.size()) return;
        pattern.remove_prefix(brace);
        if (pattern.size() > 1 && pattern[1] == pattern[0]) {
            out += pattern[0];
            pattern.remove_prefix(2);
            continue;
        }
        const auto close = pattern.find('}');
        const auto [argument, spec] = hole_of(pattern.substr(1, close == 0 ? 0 : close - 1), next);
        if (close == 0 || close == std::string_view::npos || argument >= arguments.size())
            throw std::logic_error("a hole without an argument: " + std::string(pattern));
        arguments[argument].append_to(out, spec);
        pattern.remove_prefix(close + 1);
    }
}

}  // namespace smpcare
