#pragma once

#include "format/handout/parts/lanes.hpp"
#include "say/phrases.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

/// The two shapes of the picture: names beside the bars for paper and wide screens, above them for a phone.
enum class Shape { wide, narrow };

/// Weeks across, lanes down, sessions marked. A bar is to avoid, a thin line with care; a title and a description stand
/// in it. `id` makes its ids unique in the page. "" where there is no lane.
std::string svg_timeline(const say::Speaker& speaker, const std::vector<Lane>& lanes, Shape shape, std::string_view id,
                         std::optional<Date> today);

}  // namespace smpcare::format
