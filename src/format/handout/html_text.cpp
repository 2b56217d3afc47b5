#include "format/handout/html_text.hpp"

#include <vector>

#include <nettle/base64.h>

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

std::string base64(std::span<const std::uint8_t> bytes) {
    std::string out(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    base64_encode_raw(out.data(), bytes.size(), bytes.data());
    return out;
}

std::string picture_url(std::string_view bytes) {
    if (bytes.empty()) return {};
    const std::string_view kind = bytes.starts_with("\x89PNG") ? "png" : "jpeg";
    return "data:image/" + std::string(kind) + ";base64," +
           base64(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

std::string element(std::string_view tag, std::string_view text) {
    std::string out;
    out.append("<").append(tag).append(">").append(escaped(text)).append("</").append(tag).append(">");
    return out;
}

}  // namespace smpcare::format
