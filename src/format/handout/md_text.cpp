#include "format/handout/md_text.hpp"

#include <algorithm>

namespace smpcare::format {

std::string plain_md(std::string_view text) {
    constexpr std::string_view marks = "\\`*_[]<>#|~&@$!";
    std::string out;
    for (auto rest = text; !rest.empty();) {
        const auto word = rest.substr(0, std::max<std::size_t>(rest.find(' '), 1));
        const bool address = word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos;
        for (const char c : word) {
            if (marks.find(c) != std::string_view::npos || (address && (c == ':' || c == '.'))) out += '\\';
            out += c;
        }
        rest.remove_prefix(word.size());
    }
    return out;
}

}  // namespace smpcare::format
