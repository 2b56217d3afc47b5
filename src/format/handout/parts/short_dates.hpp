#pragma once

/// Dates as they stand beside a thing: short, and the year only where it is not the first session's.

#include "say/phrases.hpp"

#include <string>
#include <vector>

namespace smpcare::format {

/// "Thu 26 Nov", "Sun 3 Jan 2027"
std::string step_date(const say::Speaker& speaker, Date day);

/// "26–28 Nov", "22 Nov–2 Dec"
std::string date_range(const say::Speaker& speaker, Date first, Date last);

/// The windows of `kind`: "until Thu 26 Nov", "from Sun 6 Dec", "always", "22–29 Nov, 4–11 Dec". Of what comes again
/// after each of many sessions the first and the last.
std::string short_dates(const say::Speaker& speaker, const Item& item, Kind kind);

/// From when on a sign counts: "from Thu 26 Nov, again from Tue 8 Dec"; "" where it does from the first session on.
/// That it ends is no news.
std::string sign_dates(const say::Speaker& speaker, const Item& item);

}  // namespace smpcare::format
