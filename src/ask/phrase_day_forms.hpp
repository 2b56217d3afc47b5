#pragma once

/// The forms in which a question names days.

#include <smpcare/date.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace smpcare::ask {

/// A word as it was typed, and folded, without the marks around it.
struct DayWord {
    std::string typed, form;
};

/// Days that words name: how many words, and the first and the last day.
struct DaysHere {
    std::size_t used = 0;  ///< 0: they name none
    std::pair<Date, Date> days;
};

/// What the words from `at` on name. `today` is the day on which they are asked; days are counted from `session`.
DaysHere days_here(const std::vector<DayWord>& words, std::size_t at, Date today, std::optional<Date> session);

}  // namespace smpcare::ask
