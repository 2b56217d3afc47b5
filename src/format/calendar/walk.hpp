#pragma once

/// One plan on its way into a calendar: what the three modes share while they go through it.
//
/// A walk may also be one for a template, where what depends on who the client is and when the first session was stays
/// open: an identity is then the name it would be made from, and a date within a text a gap that says which date. How
/// long dates are decides how much of a long list there is room for, so gaps are as long as the longest or the
/// shortest.

#include "format/calendar/prepared.hpp"
#include "format/calendar/uuid.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smpcare::calendar {

/// A date that was left open in a text, as many days after the first session.
struct DateGap {
    int days = 0;
    bool in_full = false;
};

enum class For { file, long_gaps, short_gaps };

/// The gap as text that no filtered text holds.
std::string gap_text(const Prepared& prepared, DateGap gap, For what);
/// Finds the first gap in `text`: where it begins, where it ends; nothing without one.
struct FoundGap {
    DateGap gap;
    std::size_t at = 0, end = 0;
};
std::optional<FoundGap> find_gap(std::string_view text);

/// "Sunday 22 November 2026"; with its short names where not `in_full`.
void add_date_text(std::string& out, const Prepared& prepared, Date day, bool in_full);

/// The dates of one plan as texts, each made once.
class Dates {
public:
    /// `first`: the first session.
    Dates(const Prepared& prepared, Date first, For what) : prepared_(prepared), first_(first), what_(what) {}
    const std::string& long_date(Date day) { return text(long_, day, true); }
    const std::string& short_date(Date day) { return text(short_, day, false); }

private:
    using Made = std::vector<std::pair<Date, std::string>>;
    const std::string& text(Made& made, Date day, bool in_full);

    const Prepared& prepared_;
    Date first_;
    For what_;
    Made long_, short_;
};

/// Makes the identities of a client's events, after the plan's own and the mode.
UuidMaker identities_of(const Plan& plan, Events mode);

struct Walk {
    const Prepared& prepared;
    const Plan& plan;
    Events mode;
    Dates dates;

    /// In the mode that was prepared for, or in another.
    Walk(const Prepared& prepared, const Plan& plan, For what = For::file);
    Walk(const Prepared& prepared, const Plan& plan, For what, Events mode);
    [[nodiscard]] std::string uid(std::initializer_list<std::string_view> parts) const;
    [[nodiscard]] bool is_session(Date day) const;
    /// The number of the latest session on or before `day`, which is not before the first.
    [[nodiscard]] int session_on(Date day) const;

private:
    std::optional<UuidMaker> identities_;  ///< of a walk for a file
};

/// The three modes; each hands its events to `sink`.
void window_events(Walk& walk, const Sink& sink);
void change_events(Walk& walk, const Sink& sink);
void day_events(Walk& walk, const Sink& sink);

}  // namespace smpcare::calendar
