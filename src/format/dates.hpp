#pragma once

#include "format/words/words.hpp"

#include <smpcare/date.hpp>

#include <string>

namespace smpcare {

// Dates as people read them, in the words of a language.
std::string long_date(Date day, const words::Words& words);       // Sunday 22 November 2026
std::string short_date(Date day, const words::Words& words);      // Sun 22 Nov 2026
std::string day_month(Date day, const words::Words& words);       // 22 Nov
std::string day_month_year(Date day, const words::Words& words);  // 22 Nov 2026

}  // namespace smpcare
