#pragma once

#include <string>
#include <string_view>

namespace smpcare::format {

/// `text` with everything that means something to HTML or SVG written as an entity, so that it stays text in an element
/// and in a quoted attribute.
std::string escaped(std::string_view text);

/// <tag>text</tag> of a text that is escaped here.
std::string element(std::string_view tag, std::string_view text);

/// The whole style sheet of a page: the built-in rules, then the clinic's own.
std::string style_sheet(std::string_view own);

/// What the page may load: nothing but exactly this style sheet, and pictures that it holds itself.
std::string content_policy(std::string_view sheet);

}  // namespace smpcare::format
