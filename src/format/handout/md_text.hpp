#pragma once

#include <string>
#include <string_view>

namespace smpcare::format {

/// `text` as Markdown that shows exactly it: no emphasis, link, address or HTML comes of it.
std::string plain_md(std::string_view text);

}  // namespace smpcare::format
