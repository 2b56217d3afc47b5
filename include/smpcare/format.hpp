#pragma once

/// Results → bytes. One table of formats; every sentence for people is made behind this door.

#include <smpcare/ask.hpp>
#include <smpcare/plan.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// How `plan` as text is laid out.
enum class View {
    lists,     ///< by kind, then a timeline
    calendar,  ///< by month, with the days on which something changes
};

struct Style {
    int width = 80;       ///< columns
    bool ascii = false;   ///< nothing outside ASCII in frames and bars (users' own texts stay)
    bool colour = false;  ///< ANSI colours, which never carry meaning alone
    std::string_view language = "en";
    std::optional<Date> today;         ///< shown first where it lies within the plan; never read from a clock here
    std::optional<long long> epoch{};  ///< SOURCE_DATE_EPOCH, for stamps only
    View view = View::lists;           ///< text only
    std::string css{};  ///< a clinic's own rules after the built-in ones, as `read_css` gave them; html only
    /// Plans for people name no client, clinic or procedure; what the rules say stays, and so do the client's id and
    /// telephone numbers. Calendars have an option of their own.
    bool discreet = false;
};

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

/// Languages that `Style::language` may name.
std::span<const std::string_view> languages();

/// An error as a compiler prints it: place, code, sentence; the source line and a caret; a hint. Ends in a newline.
std::string describe(const Diagnostic& diagnostic, const Style& style);
/// The sentence alone, for the `message` of a notice.
std::string message(const Diagnostic& diagnostic, std::string_view language);

/// `error`, `warning`, `notice`.
std::string_view name(Severity severity);

/// `unknown-field`; and back, nothing for a name that is no code.
std::string_view name(Code code);
std::optional<Code> find_code(std::string_view name);
std::span<const std::string_view> code_names();
/// What `smpcare help CODE` prints: what it means, why it matters, what to do.
std::string explain(Code code, const Style& style);

/// Text of any origin made safe for people's screens and calendars (control characters, bidi overrides, line
/// separators; newlines stay). Idempotent.
std::string safe_text(std::string_view text);

/// The number of terminal columns that `text` takes.
int display_width(std::string_view text);

/// `Sunday 22 November 2026`.
std::string long_date(Date day, std::string_view language);

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
