#pragma once

/// How things are said to people, whatever the format: the style that every renderer takes, diagnostics and dates in
/// words.

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace smpcare {

/// How `plan` as text is laid out.
enum class View {
    lists,     ///< the day, the steps, each rule once
    timeline,  ///< the day's head, then a bar for each rule
    calendar,  ///< by month, with the days on which something changes
};

/// What one event of a calendar stands for. A visit is one event in each of them.
enum class Events {
    changes,  ///< a step of the plan
    windows,  ///< one window; one without an end is an event on its first day
    days,     ///< a day on which anything is in force, up to the last restriction that ends
};

/// What only calendars ask.
struct CalendarOptions {
    Events events = Events::changes;
    std::string alarm = "-PT6H";  ///< as `read_alarm` gave it; "": none. It rings where the client must act
    bool open = false;            ///< without the mark that the events are private
    std::string name{};           ///< of the calendar; "": the protocol's title
};

/// The one home of whatever a caller may choose about an output.
struct Style {
    int width = 80;       ///< columns
    bool ascii = false;   ///< nothing outside ASCII in frames and bars (users' own texts stay)
    bool colour = false;  ///< ANSI colours, which never carry meaning alone
    std::string_view language = "en";
    std::optional<Date> today{};       ///< shown first where it lies within the plan; never read from a clock here
    std::optional<long long> epoch{};  ///< SOURCE_DATE_EPOCH, for stamps only
    View view = View::lists;           ///< text only
    bool details = false;              ///< text only: whys, details and what is allowed meanwhile
    std::string css{};  ///< a clinic's own rules after the built-in ones, as `read_css` gave them; html only
    /// Plans name no client, clinic or procedure; the client's id and telephone numbers stay. What the rules say stays
    /// on pages; calendars, which others see over somebody's shoulder, have neutral titles and no text of the rules.
    bool discreet = false;
    CalendarOptions calendar{};
};

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

/// `Sunday 22 November 2026`.
std::string long_date(Date day, std::string_view language);

}  // namespace smpcare
