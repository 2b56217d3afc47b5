#pragma once

#include "words/words.hpp"

#include <smpcare/date.hpp>

#include <string>

namespace smpcare::say {

/// Dates as people read them, in the words of a language.
std::string long_date(Date day, const words::Words& words);          ///< Sunday 22 November 2026
std::string short_date(Date day, const words::Words& words);         ///< Sun 22 Nov 2026
std::string weekday_day_month(Date day, const words::Words& words);  ///< Sun 22 Nov
std::string day_month(Date day, const words::Words& words);          ///< 22 Nov
std::string day_month_year(Date day, const words::Words& words);
int year_of(Date day);
/// "22 Nov", or "22 Nov 2026" where `near` lies so far away that the year could be mistaken.
std::string brief_date(Date day, Date near, const words::Words& words);

}  // namespace smpcare::say
