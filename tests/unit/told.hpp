#pragma once

/// Arguments of diagnostics as English shows them.

#include "words/words.hpp"

#include <string>
#include <vector>

inline std::string told(const smpcare::Arg& arg) { return smpcare::words::told(arg, smpcare::words::english); }

inline std::vector<std::string> told(const smpcare::Args& args) {
    std::vector<std::string> texts;
    for (const auto& arg : args) texts.push_back(told(arg));
    return texts;
}
