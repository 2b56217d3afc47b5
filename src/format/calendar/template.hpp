#pragma once

/// The events of one plan with gaps for who the client is and when the first session was. Whatever does not depend on
/// these was filtered, escaped, folded and put in order when the template was made; filling it copies that, and makes
/// identities, dates and the few lines that hold dates as words.

#include "format/calendar/pen.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::calendar {

class Template {
public:
    /// Nothing where the plan's dates decide how much of a list there is room for.
    static std::optional<Template> of(const Prepared& prepared, const Plan& plan);

    /// The events of a plan that is the template's but for the client and the first session.
    void fill(const Plan& plan, std::string& out);

    [[nodiscard]] const Prepared& prepared() const { return *prepared_; }
    [[nodiscard]] std::size_t events() const { return names_.size(); }
    [[nodiscard]] std::size_t size() const;

private:
    friend class GapPen;

    enum class What { uid, stamp, date, description };
    /// Stands after the first `at` bytes of the text.
    struct Gap {
        std::size_t at;
        What what;
        std::size_t which;  ///< of the names, the days, the descriptions
        bool operator==(const Gap&) const = default;
    };
    /// A date that the template needs, and in which forms.
    struct Day {
        int days;  ///< after the first session
        bool has_long = false, has_short = false;
        std::string digits, long_text, short_text;  ///< of the client at hand
    };
    struct Piece {
        std::string before;
        std::size_t day;
        bool in_full;
        bool operator==(const Piece&) const = default;
    };
    /// A line that holds dates, and so is folded anew each time.
    struct Line {
        std::vector<Piece> pieces;
        std::string rest;
        bool operator==(const Line&) const = default;
    };

    Template(const Prepared& prepared, const Plan& plan, For gaps);
    std::size_t day(int days);
    void set_days(Date first);
    void fill_line(const Line& line, std::string& out);

    const Prepared* prepared_;
    std::string text_;
    std::vector<Gap> gaps_;
    std::vector<std::string> names_;  ///< that identities are made from
    std::vector<Day> days_;
    std::optional<Date> shown_from_;  ///< the first session that the days' texts are of
    std::vector<Line> lines_;
    std::string unfolded_;
};

}  // namespace smpcare::calendar
