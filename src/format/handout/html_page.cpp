#include "format/handout/html_page.hpp"

#include "files/digest.hpp"
#include "format/handout/html_text.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

std::string sha256_base64(std::string_view text) { return base64(files::sha256(text)); }

/// The whole style sheet of a page: the built-in rules, then the clinic's own.
std::string style_sheet(std::string_view own) {
    std::string sheet("\n");
    sheet += handout_css();
    if (!own.empty()) sheet.append(own).append("\n");
    return sheet;
}

struct Part {
    std::string_view name, text;
};

/// `page` with each part where its name stands in braces. What a part holds is not read again: it may have braces too.
template <std::size_t count>
std::string filled(std::string_view page, const std::array<Part, count>& parts) {
    std::string out;
    for (auto open = page.find('{'); open != std::string_view::npos; open = page.find('{')) {
        out += page.substr(0, open);
        const auto close = page.find('}', open);
        const auto name = page.substr(open + 1, close - open - 1);
        out += std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; })->text;
        page.remove_prefix(close + 1);
    }
    return out.append(page);
}

}  // namespace

std::string content_policy(std::string_view sheet, bool pictures) {
    std::string policy = "default-src 'none'; style-src 'sha256-" + sha256_base64(sheet) + "'; ";
    const bool in_sheet = sheet.find("data:") != std::string_view::npos;
    if (in_sheet || pictures) policy += "img-src data:; ";
    if (in_sheet) policy += "font-src data:; ";
    return policy + "base-uri 'none'; form-action 'none'";
}

std::string html_page(std::string_view title, std::string_view body, const Style& style) {
    const auto sheet = style_sheet(style.css);
    const auto language = escaped(words::of(style.language).language);
    const auto policy = content_policy(sheet, body.find("src=\"data:") != std::string_view::npos);
    const auto safe_title = escaped(title);
    return filled(page_html(), std::array{Part{"language", language}, Part{"policy", policy}, Part{"title", safe_title},
                                          Part{"sheet", sheet}, Part{"body", body}});
}

}  // namespace smpcare::format
