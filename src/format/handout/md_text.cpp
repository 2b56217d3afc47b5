#include "format/handout/md_text.hpp"

#include "words/words.hpp"

#include <algorithm>

namespace smpcare::format {

std::string plain_md(std::string_view text) {
    // Each reader knows these behind a stroke; the others some of them only as references.
    constexpr std::string_view marks = "\\`_[]>#!";
    constexpr std::string_view references = "*<|~&@$:";
    std::string out;
    for (auto rest = text; !rest.empty();) {
        const auto word = rest.substr(0, std::max<std::size_t>(rest.find(' '), 1));
        const bool address = word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos;
        for (const char c : word) {
            if (references.find(c) != std::string_view::npos && (c != ':' || address)) {
                words::append(out, "&#{};", static_cast<int>(c));
                continue;
            }
            if (marks.find(c) != std::string_view::npos || (address && c == '.')) out += '\\';
            out += c;
        }
        rest.remove_prefix(word.size());
    }
    return out;
}

}  // namespace smpcare::format
