#pragma once

#include "say/phrases.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace smpcare::format {

/// The two shapes of the picture: titles beside the bars for paper and wide screens, above them for a phone.
enum class Shape { wide, narrow };

/// Weeks across, restrictions down, sessions marked. Dark bars are to avoid, hatched ones are with care; a title and a
/// description stand in it. `id` makes its ids unique in the page. "" where nothing is restricted.
std::string svg_timeline(const say::Speaker& speaker, Shape shape, std::string_view id, std::optional<Date> today);

}  // namespace smpcare::format
