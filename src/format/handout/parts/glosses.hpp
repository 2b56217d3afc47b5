#pragma once

#include "words/words.hpp"

#include <array>
#include <string>

namespace smpcare::format {

/// Words that not every client knows, explained where a page has them first.
class Glosses {
public:
    explicit Glosses(const words::Words& words) : known_(words.handout.glosses) {}

    /// `text` with each of its words that has not been explained yet.
    std::string explained(std::string text);

private:
    const words::GlossTexts& known_;
    std::array<bool, words::gloss_count> told_{};
};

}  // namespace smpcare::format
