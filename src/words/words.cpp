#include "words/words.hpp"

#include <algorithm>

namespace smpcare::words {

namespace {

constexpr std::array all{&english};
constexpr std::array<std::string_view, all.size()> codes{"en"};

}  // namespace

const Words& of(std::string_view language) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Words* words) { return words->language == language; });
    return found == all.end() ? english : **found;
}

std::span<const std::string_view> languages() { return codes; }

}  // namespace smpcare::words
