#include "format/handout/md_text.hpp"

#include "words/words.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

// Each reader knows these behind a stroke; the others some of them only as references.
constexpr std::string_view marks = "\\`_[]>#!";
constexpr std::string_view references = "*<|~&@$:";

void append_plain(char c, bool in_address, std::string& out) {
    if (references.find(c) != std::string_view::npos && (c != ':' || in_address)) {
        words::append(out, "&#{};", static_cast<int>(c));
        return;
    }
    if (marks.find(c) != std::string_view::npos || (in_address && c == '.')) out += '\\';
    out += c;
}

}  // namespace

std::string plain_md(std::string_view text) {
    std::string out;
    for (auto rest = text; !rest.empty();) {
        const auto word = rest.substr(0, std::max<std::size_t>(rest.find(' '), 1));
        const bool address = word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos;
        for (const char c : word) append_plain(c, address, out);
        rest.remove_prefix(word.size());
    }
    return out;
}

}  // namespace smpcare::format
