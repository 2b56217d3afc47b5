#pragma once

/// A person's words, cut into the pieces that are compared.

#include <string>
#include <string_view>
#include <vector>

namespace smpcare::ask {

/// A word as people typed it, folded, and the form in which words are compared.
struct Token {
    std::string typed, form;
};

/// Without plural and with one spelling for UK and US.
std::string form_of(std::string_view word);

/// The words of a text without the little ones, unless nothing would be left; "," stands for what parts several things.
std::vector<Token> content_of(std::string_view text);

}  // namespace smpcare::ask
