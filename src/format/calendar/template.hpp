#pragma once

/// The events of one plan with gaps for who the client is and when the first session was. Whatever does not depend on
/// these was filtered, escaped, folded and put in order when the template was made; filling it copies that, and makes
/// identities, dates and the few lines that hold dates as words.

#include "format/calendar/pen.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace smpcare::calendar {

class Template {
public:
    Template(const Prepared& prepared, const Plan& plan);

    /// The events of a plan that is the template's but for the client and the first session.
    void fill(const Plan& plan, std::string& out);

    [[nodiscard]] const Prepared& prepared() const { return *prepared_; }
    [[nodiscard]] std::size_t events() const { return names_.size(); }
    [[nodiscard]] std::size_t size() const;

private:
    friend class GapPen;

    enum class What { uid, stamp, date, line };
    /// Stands after the first `at` bytes of the text.
    struct Gap {
        std::size_t at;
        What what;
        std::size_t which;  ///< of the names, the digits, the lines
    };
    /// A date in one of its forms, and its text for the client at hand.
    struct Digits {
        int days;  ///< after the first session
        std::string text{};
    };
    struct InWords {
        DateGap gap;
        std::string text{};
    };
    struct Piece {
        std::string before;
        std::size_t date;
    };
    /// Text that holds dates in words, and so is folded anew each time.
    struct Line {
        bool goes_on;  ///< behind what was folded already
        std::vector<Piece> pieces{};
        std::string rest{};
    };

    void set_dates(Date first);
    void fill_line(const Line& line, std::string& out);

    const Prepared* prepared_;
    std::string text_;
    std::vector<Gap> gaps_;
    std::vector<std::string> names_;  ///< that identities are made from
    std::vector<Digits> digits_;
    std::vector<InWords> in_words_;
    std::optional<Date> shown_from_;  ///< the first session that the dates' texts are of
    std::vector<Line> lines_;
    std::string unfolded_;
};

}  // namespace smpcare::calendar
