#pragma once

/// One day of a plan as an event: what begins and what has ended, and how that is told in a title and in lines.

#include "format/calendar/walk.hpp"

#include <span>
#include <string>
#include <vector>

namespace smpcare::calendar {

/// Something that a day is about.
struct Mark {
    enum class What { ended, begins, best };  ///< `ended`: the last day was the day before
    Date day;
    What what;
    const Item* item;
    const Window* window;
};

/// Every mark of the plan, by day, then file order.
std::vector<Mark> marks_of(const Plan& plan);

/// Whom nothing restricts, day by day.
class Freedom {
public:
    explicit Freedom(const Walk& walk);
    /// Whether no `avoid` and no `limit` that names the activity covers the day.
    [[nodiscard]] bool is_free(std::size_t activity, Date day) const;
    /// The activities of a window that ended which are free on `day`.
    [[nodiscard]] std::vector<std::size_t> freed_by(const Mark& ended) const;
    /// Whether all that the ended window held is free; for a rule without activities, whether it holds no longer.
    [[nodiscard]] bool is_over(const Mark& ended, const std::vector<std::size_t>& freed) const;

private:
    const Walk& walk_;
    std::vector<const Item*> item_of_rule_;
};

/// "gym and swim are fine again; with care: …" in about 60 columns beside what stands before it; "" where there is
/// nothing to tell.
std::string change_title(const Walk& walk, const Freedom& freedom, std::span<const Mark> marks, int room);

/// "Dry shampoo (until and including Sun 6 Dec 2026; if: Hair is kept long)", escaped; without its end there are only
/// the conditions, if any.
std::string noted(Walk& walk, const Item& item, const Window& window, bool with_end);

/// Paragraphs of a description, escaped, each closed with `newline`; what is too long is left off with a sign.
class Body {
public:
    Body(const Prepared& prepared, std::string& out) : prepared_(prepared), out_(out) {}
    /// "Avoid: this; that"; nothing without texts, which are escaped already.
    void line(std::string_view label, const std::vector<std::string>& texts);

private:
    const Prepared& prepared_;
    std::string& out_;
    bool full_ = false;
};

/// What changes on the day of `marks`. `with_starts`: what begins too, with its last day.
void add_changes(Body& body, Walk& walk, const Freedom& freedom, std::span<const Mark> marks, bool with_starts);

}  // namespace smpcare::calendar
