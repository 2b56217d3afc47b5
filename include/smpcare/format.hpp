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

struct Style {
    int width = 80;       ///< columns
    bool ascii = false;   ///< nothing outside ASCII in frames and bars (users' own texts stay)
    bool colour = false;  ///< ANSI colours, which never carry meaning alone
    std::string_view language = "en";
    std::optional<Date> today;         ///< shown first where it lies within the plan; never read from a clock here
    std::optional<long long> epoch{};  ///< SOURCE_DATE_EPOCH, for stamps only
};

/// A format and the results it can hold; a null function means it has none.
struct Format {
    std::string_view name;  ///< the word after --format
    std::string_view description;
    std::string (*plan)(const Plan&, const Style&);
    std::string (*day)(const Plan&, const DayView&, const Style&);
    std::string (*answer)(const Plan&, const Answer&, const Style&);
};

/// Every format, the default first.
std::span<const Format> formats();
const Format* find_format(std::string_view name);

/// Languages that `Style::language` may name.
std::span<const std::string_view> languages();

/// An error as a compiler prints it: place, code, sentence; the source line and a caret; a hint. Ends in a newline.
std::string describe(const Diagnostic& diagnostic, const Style& style);
/// The sentence alone, for the `message` of a notice.
std::string message(const Diagnostic& diagnostic, std::string_view language);

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

/// The lists of `rules list` and `rules show`.
std::string list_built_ins(std::span<const Protocol> protocols, const Style& style);
std::string show_protocol(const Protocol& protocol, const Style& style);
std::string show_rule(const Protocol& protocol, const Rule& rule, const Style& style);

}  // namespace smpcare
