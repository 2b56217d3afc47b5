#include "base/code_points.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"
#include "words/words.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

/// What would end the style element or fetch something.
constexpr std::array<std::string_view, 7> refused{"</style", "<!--", "@import", "image-set(", "src(", "@charset", "\\"};

/// The place of the first `url(` of anything but data that the sheet holds itself.
std::size_t find_fetch(std::string_view text) {
    constexpr std::string_view start = "url(";
    for (auto at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
        auto target = text.substr(at + start.size());
        target.remove_prefix(std::min(target.find_first_not_of(" \t\n\"'"), target.size()));
        if (!target.starts_with("data:") && !target.starts_with('#')) return at;
    }
    return std::string_view::npos;
}

void refuse(const SourceText& source, std::size_t at, std::string what, Diagnostics& diagnostics) {
    const auto span = place_of(std::make_shared<const SourceText>(source), at, what.size());
    diagnostics.error(Code::unsafe_css, span, {std::move(what)});
}

}  // namespace

}  // namespace smpcare::format

namespace smpcare {

using namespace format;

std::optional<std::string> read_css(const SourceText& text, Diagnostics& diagnostics) {
    const auto bytes = text.text.view();
    if (invalid_utf8_at(bytes)) {
        diagnostics.error(Code::invalid_utf8, whole(text), {encoding_of(bytes)});
        return std::nullopt;
    }
    const auto control = [](char c) { return (0 <= c && c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7F; };
    const auto bad = std::ranges::find_if(bytes, control);
    if (bad != bytes.end()) {
        diagnostics.error(Code::unsafe_css, whole(text), {words::fill("U+{:04X}", static_cast<unsigned>(*bad))});
        return std::nullopt;
    }
    const auto lower = ascii_lower(std::string{bytes});
    for (const auto what : refused) {
        const auto at = lower.find(what);
        if (at == std::string::npos) continue;
        refuse(text, at, std::string(what), diagnostics);
        return std::nullopt;
    }
    if (const auto at = find_fetch(lower); at != std::string_view::npos) {
        refuse(text, at, "url(", diagnostics);
        return std::nullopt;
    }
    // The page's policy names the sheet by its hash, and a browser reads every line end as one newline.
    std::string sheet;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '\r' && bytes.substr(i + 1, 1) == "\n") continue;
        sheet += c == '\r' ? '\n' : c;
    }
    return sheet;
}

}  // namespace smpcare
