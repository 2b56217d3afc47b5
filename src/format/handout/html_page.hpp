#pragma once

/// The page around handouts: page.html and handout.css of this folder, which are compiled in (cmake/Embed.cmake).

#include <smpcare/style.hpp>

#include <string>
#include <string_view>

namespace smpcare::format {

std::string_view handout_css();  ///< handout.css
std::string_view page_html();    ///< page.html, with names in braces for what `html_page` puts there

/// How each client of a pile begins; no text of a user's can be this.
inline constexpr std::string_view client_begins = "<article class=\"client\">\n";

/// What the page may load: nothing but exactly this style sheet, and pictures that it, or with `pictures` the page,
/// holds itself.
std::string content_policy(std::string_view sheet, bool pictures = false);

/// A whole page; `body` is HTML, `title` is not.
std::string html_page(std::string_view title, std::string_view body, const Style& style);

}  // namespace smpcare::format
