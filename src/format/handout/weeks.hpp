#pragma once

#include "format/handout/parts/lanes.hpp"
#include "say/phrases.hpp"

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

/// What the lanes of one picture share: its days, and what is marked in each. Bars are SVG as wide as its place, so
/// that names and dates beside them are text of the page, in its font.
class Weeks {
public:
    Weeks(const say::Speaker& speaker, const std::vector<Lane>& lanes, std::optional<Date> today);

    /// The dates of the weeks, above the bars.
    [[nodiscard]] std::string axis() const;
    /// A bar is to avoid, a thin one with care.
    [[nodiscard]] std::string bars(const Lane& lane) const;

private:
    [[nodiscard]] double part_of(Date day) const;
    [[nodiscard]] double right_of(const Stretch& days) const;
    [[nodiscard]] bool goes_on(const Stretch& days) const { return !days.end || *days.end > last_; }

    const say::Speaker& speaker_;
    Date first_, last_;
    std::optional<Date> today_;
};

}  // namespace smpcare::format
