#pragma once

/// A rule's days beside its name, as short as can be.

#include "say/phrases.hpp"

#include <string>
#include <vector>

namespace smpcare::format {

/// The list that a rule stands in, and the day from which it is read: what is over by then is not told.
struct ListedFrom {
    Kind kind;
    Date date;
};

/// "until 29 Nov", "30 Nov to 6 Dec", "always", "until 26 Nov, then with care until 13 Dec, only if no scab remains".
/// With several sessions it says from which one a rule of the last session counts.
std::string short_days(const say::Speaker& speaker, const Item& item, const ListedFrom& list);

/// The same; what follows once, in another kind, by itself: "then with care until 13 Dec, only if no scab remains".
struct ShortDays {
    std::string days, tail;  ///< the tail is mostly ""
};
ShortDays parted_days(const say::Speaker& speaker, const Item& item, const ListedFrom& list);

/// What is allowed meanwhile, each with its own days: "Walk slowly, if you like (from now on)".
std::vector<std::string> instead_of(const say::Speaker& speaker, const Item& item, Date from);

}  // namespace smpcare::format
