#include "format/handout/html_text.hpp"

#include "files/digest.hpp"

#include <nettle/base64.h>

namespace smpcare::format {

namespace {

std::string sha256_base64(std::string_view text) {
    const auto digest = files::sha256(text);
    std::string out(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
    base64_encode_raw(out.data(), digest.size(), digest.data());
    return out;
}

}  // namespace

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

std::string content_policy(std::string_view sheet) {
    std::string policy = "default-src 'none'; style-src 'sha256-" + sha256_base64(sheet) + "'; ";
    if (sheet.find("data:") != std::string_view::npos) policy += "img-src data:; font-src data:; ";
    return policy + "base-uri 'none'; form-action 'none'";
}

}  // namespace smpcare::format
