#pragma once

/// What a page says first: when, what matters most, whom to call, what holds on that day, what comes next.

#include "say/today.hpp"

#include <smpcare/style.hpp>

#include <string>

namespace smpcare::format {

/// On a page of 80 columns and more: 24 lines, where the day's lists leave room.
std::string screen_text(const say::Today& today, const say::Speaker& speaker, const say::AskedDay& asked,
                        const Style& style);

/// The same without the lists, for pages that show the days in another way.
std::string head_text(const say::Today& today, const say::Speaker& speaker, const say::AskedDay& asked,
                      const Style& style);

}  // namespace smpcare::format
