#pragma once

/// Results → bytes. One table of formats; every sentence for people is made behind this door.

#include <smpcare/ask.hpp>
#include <smpcare/plan.hpp>
#include <smpcare/style.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// What was found in one rule file.
struct Findings {
    std::string file;
    std::vector<Diagnostic> found;
};

/// A format and the results it can hold; a null function means it has none.
struct Format {
    std::string_view name;  ///< the word after --format
    std::string_view description;
    std::string (*plan)(const Plan&, const Style&) = nullptr;
    std::string (*day)(const Plan&, const DayView&, const Style&) = nullptr;
    std::string (*answer)(const Plan&, const Answer&, const Style&) = nullptr;
    /// A page to keep: "today" is for it only where somebody said which day that is.
    bool handout = false;
    /// Its plans can leave names out (`Style::discreet`, `CalendarOptions::discreet`).
    bool can_be_discreet = false;
    std::string (*explanation)(const Plan&, const Explanation&, const Style&) = nullptr;
    std::string (*latest)(const Protocol&, const Latest&, const Style&) = nullptr;
    std::string (*difference)(const Difference&, const Style&) = nullptr;
    std::string (*findings)(std::span<const Findings>, const Style&) = nullptr;
};

/// Every format, the default first.
std::span<const Format> formats();
const Format* find_format(std::string_view name);

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

/// Handouts as one HTML page, each client beginning on a new sheet.
std::string combined_html(std::span<const Plan> plans, const Style& style);

/// The longest style sheet, in bytes.
inline constexpr std::size_t css_limit = std::size_t{64} * 1024;
/// A style sheet for `Style::css`. Errors: unsafe_css where it could leave its element or fetch something.
std::optional<std::string> read_css(const SourceText& text, Diagnostics& diagnostics);

/// A plan as `plan --format json` wrote it, read strictly: smpcare.plan/1 with every key that comparing needs, of its
/// type, and dates that exist. Errors, each with its place: not_json, not_a_plan, duplicate_key, date_out_of_range.
std::optional<RecordedPlan> read_plan_file(const SourceText& text, Diagnostics& diagnostics);

/// What `rules test` prints of one file.
std::string test_report(const Protocol& protocol, std::string_view file, std::span<const TestOutcome> outcomes,
                        const Style& style);

/// The lists of `rules list` and `rules show`.
std::string list_built_ins(std::span<const Protocol> protocols, const Style& style);
std::string show_protocol(const Protocol& protocol, const Style& style);
std::string show_rule(const Protocol& protocol, const Rule& rule, const Style& style);

}  // namespace smpcare
