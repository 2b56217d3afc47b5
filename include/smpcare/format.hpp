#pragma once

/// Results → bytes. One table of formats; every sentence for people is made behind this door.

#include <smpcare/ask.hpp>
#include <smpcare/plan.hpp>
#include <smpcare/print.hpp>
#include <smpcare/style.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// What was found in one rule file.
struct Findings {
    Arg file;  ///< its name
    std::vector<Diagnostic> found;
};

/// A format: all that anybody asks of it, so that nobody asks for its name.
struct Format {
    std::string_view name;  ///< the word after --format
    std::string_view description;
    /// Of files, without the dot; the first is given to files that are made.
    std::span<const std::string_view> endings;

    /// A page to keep: "today" is for it only where somebody said which day that is.
    bool handout = false;
    /// Its plans can leave names out (`Style::discreet`).
    bool can_be_discreet = false;
    /// Has room for the notices of a plan; for another they have to be told beside it.
    bool holds_notices = true;
    /// `plan` and `combined` give a page that a browser has yet to make the file of: see `print`.
    bool printed = false;
    /// Plans can follow one another in one stream (`PlanLines`, `CalendarWriter`).
    bool streams = false;
    /// Is made by a CalendarWriter: takes `Style::calendar` and what was sent before.
    bool calendar = false;
    bool takes_css = false;   ///< `Style::css`
    bool takes_view = false;  ///< `Style::view`

    // The results it can hold; a null function means it has none.
    std::string (*plan)(const Plan&, const Style&) = nullptr;
    /// Many plans as one document, each client beginning on a new page.
    std::string (*combined)(std::span<const Plan>, const Style&) = nullptr;
    std::string (*day)(const Plan&, const DayView&, const Style&) = nullptr;
    std::string (*answer)(const Plan&, const Answer&, const Style&) = nullptr;
    std::string (*explanation)(const Plan&, const Explanation&, const Style&) = nullptr;
    std::string (*latest)(const Protocol&, const Latest&, const Style&) = nullptr;
    std::string (*difference)(const Difference&, const Style&) = nullptr;
    std::string (*findings)(std::span<const Findings>, const Style&) = nullptr;
    /// A rule set; but for text, a sheet on which a practitioner reviews it.
    std::string (*rules)(const Protocol&, const Style&) = nullptr;
};

/// Every format, the default first.
std::span<const Format> formats();
const Format* find_format(std::string_view name);
/// The format of files with this ending, `md` or `markdown`; nothing for an ending of no format.
const Format* find_format_of_ending(std::string_view ending);

/// Plans as `plan` in JSON gives them, each on one line. Made once for a protocol, for any number of its plans; several
/// threads may use it. The protocol must outlive it.
class PlanLines {
public:
    PlanLines(const Protocol& protocol, const Style& style);
    void append(const Plan& plan, std::string& out) const;

private:
    /// One rule's item, cut where the client's own values go.
    struct Pieces {
        std::string to_condition, after_cuts;
    };
    const Protocol& protocol_;
    Style style_;
    std::string head_;
    std::vector<Pieces> rules_;
};

/// The file of a format that is `printed`: the page that its function gave of `plan`, or of several of which it is the
/// first, made a PDF. The browser's stamps are set to SOURCE_DATE_EPOCH, else to midnight of the first session, so the
/// same page in the same browser and fonts gives the same bytes. Errors: cannot_print.
std::optional<std::string> print(const Plan& plan, std::string_view page, const Style& style, const Browser& browser,
                                 Diagnostics& diagnostics);

/// The longest style sheet, in bytes.
inline constexpr std::size_t css_limit = std::size_t{64} * 1024;
/// A style sheet for `Style::css`. Errors: unsafe_css where it could leave its element or fetch something.
std::optional<std::string> read_css(const SourceText& text, Diagnostics& diagnostics);

/// A plan as `plan --format json` wrote it, read strictly: smpcare.plan/2 or /1 with every key that comparing needs, of
/// its type, and dates that exist. Errors, each with its place: not_json, not_a_plan, duplicate_key, date_out_of_range.
std::optional<RecordedPlan> read_plan_file(const SourceText& text, Diagnostics& diagnostics);

/// What is said where a phrase means nothing to the rules, on lines of their own: what is safe, and whom to ask. Begins
/// with the emergency where `of_sign`: it was asked whether it is normal. `near` are the words that a slip may have
/// meant; one alone is offered.
std::string nothing_said(const Protocol& protocol, std::string_view phrase, const std::vector<std::string>& near,
                         bool of_sign, const Style& style);

/// What `rules test` prints of one file.
std::string test_report(const Protocol& protocol, const Arg& file, std::span<const TestOutcome> outcomes,
                        const Style& style);

/// The lists of `rules list` and `rules show`.
std::string list_built_ins(std::span<const Protocol> protocols, const Style& style);
std::string show_protocol(const Protocol& protocol, const Style& style);
std::string show_rule(const Protocol& protocol, const Rule& rule, const Style& style);

}  // namespace smpcare
