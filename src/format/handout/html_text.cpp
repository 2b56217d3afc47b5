#include "format/handout/html_text.hpp"

namespace smpcare::format {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string element(std::string_view tag, std::string_view text) {
    std::string out;
    out.append("<").append(tag).append(">").append(escaped(text)).append("</").append(tag).append(">");
    return out;
}

}  // namespace smpcare::format
