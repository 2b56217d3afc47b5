#include <smpcare/style.hpp>

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/changes.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace smpcare {

namespace {

constexpr std::size_t longest_argument = 200;  // code points
constexpr int narrowest = 20;                  // columns of a source line, however narrow the terminal

std::string_view ellipsis(const Style& style) { return style.ascii ? "..." : "…"; }

std::string painted(std::string_view text, std::string_view colour, const Style& style) {
    return style.colour ? smpcare::fill("\x1b[{}m{}\x1b[0m", colour, text) : std::string{text};
}

std::string shortened(std::string_view text, const Style& style) {
    return cut_short(text, longest_argument, ellipsis(style));
}

const words::CodeWords& words_of(Code code, std::string_view language) { return words::of(language).codes[code]; }

/// A sentence or a help of the diagnostic's code.
std::string filled(std::string_view sentence, const Diagnostic& diagnostic, const Style& style) {
    const auto& args = diagnostic.args;
    const auto& language = words::of(style.language);
    std::array<std::string, most_arguments> texts;
    for (std::size_t i = 0; i < std::min(args.size(), texts.size()); ++i)
        texts[i] = shortened(one_line(words::told(args[i], language)), style);
    std::string text;
    append_filled(text, sentence, std::vector<Argument>(texts.begin(), texts.end()));
    return text;
}

/// The part of a source line that fits, in three pieces, all safe to print and without tabs.
struct Excerpt {
    std::string before, marked, after;
};

std::string printable(std::string_view text) {
    auto safe = safe_text(text);
    std::replace(safe.begin(), safe.end(), '\n', ' ');
    return safe;
}

Excerpt excerpt(const Span& span, int columns, const Style& style) {
    const auto line = line_of(*span.source, span.line);
    const auto start = first_code_points(line, span.column - 1).size();
    const auto length = first_code_points(line.substr(start), span.length).size();
    // A line of a million characters is cut down to what may be seen before it is filtered.
    const auto wide = static_cast<std::size_t>(4 * columns);
    auto from = start > wide ? start - wide : 0;
    while (from > 0 && from < start && !begins_character(line[from])) ++from;

    Excerpt made{printable(line.substr(from, start - from)), printable(line.substr(start, std::min(length, wide))),
                 printable(line.substr(start + length, wide))};
    const auto total = display_width(made.before) + display_width(made.marked) + display_width(made.after);
    if (total <= columns) return made;
    // The marked part comes first, then what leads to it, then what follows.
    made.marked = cut_end(made.marked, columns * 2 / 3, ellipsis(style));
    const auto left = columns - display_width(made.marked);
    const auto room_after = std::min(display_width(made.after), left / 3);
    made.before = cut_start(made.before, left - room_after, ellipsis(style));
    made.after = cut_end(made.after, left - display_width(made.before), ellipsis(style));
    return made;
}

std::string source_lines(const Diagnostic& diagnostic, std::string_view colour, const Style& style) {
    const auto& span = diagnostic.span;
    const auto number = std::to_string(span.line);
    const auto gutter = static_cast<int>(number.size()) + 6;
    const auto shown = excerpt(span, std::max(narrowest, style.width - gutter), style);
    const std::string indent(number.size() + 3, ' ');
    const std::string lead(static_cast<std::size_t>(display_width(shown.before)), ' ');
    std::string caret(static_cast<std::size_t>(std::max(1, display_width(shown.marked))), '~');
    caret.front() = '^';
    auto text = smpcare::fill("{}{}{}", shown.before, shown.marked, shown.after);
    text.erase(text.find_last_not_of(' ') + 1);
    return smpcare::fill("   {} |{}{}\n{} | {}{}\n", number, text.empty() ? "" : " ", text, indent, lead,
                         painted(caret, colour, style));
}

std::string help_text(const Diagnostic& diagnostic, const Style& style) {
    if (!diagnostic.nearest.empty()) {
        const auto& common = words::of(style.language).common;
        const auto nearest = shortened(one_line(diagnostic.nearest), style);
        return nearest.starts_with("smpcare ") ? words::fill(common.did_you_mean_command, nearest)
                                               : words::fill(common.did_you_mean, nearest);
    }
    return filled(words_of(diagnostic.code, style.language).help, diagnostic, style);
}

/// `3, 4, 5 …`
std::string also_text(const AlsoFound& also, const Style& style) {
    const auto& common = words::of(style.language).common;
    auto lines = joined(also.lines, ", ", [](std::uint32_t line) { return std::to_string(line); });
    if (also.count > also.lines.size()) (lines += ' ') += ellipsis(style);
    return also.count == 1 ? words::fill(common.also_line, lines) : words::fill(common.also_lines, also.count, lines);
}

/// Lines of at most `width` columns, broken at spaces.
std::string wrapped(std::string_view text, int width) {
    std::string made;
    int column = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        const auto wide = display_width(word);
        if (column > 0) made += column + 1 + wide > width ? '\n' : ' ';
        column = made.empty() || made.back() == '\n' ? wide : column + 1 + wide;
        made += word;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return made += '\n';
}

}  // namespace

std::string describe(const Diagnostic& diagnostic, const Style& style) {
    const auto colour = diagnostic.severity == Severity::error ? std::string_view{"1;31"} : std::string_view{"1;33"};
    const auto& span = diagnostic.span;
    const auto place = span.source ? say::place(span, words::of(style.language)) : std::string{"smpcare"};
    const auto tag = smpcare::fill("{}[{}]", name(diagnostic.severity), name(diagnostic.code));
    auto text = smpcare::fill("{}: {}: {}\n", place, painted(tag, colour, style),
                              filled(words_of(diagnostic.code, style.language).sentence, diagnostic, style));
    std::string indent = "  ";
    // Where the text was not kept, the place alone is told.
    if (span.source && span.line > 0 && !span.source->text.view().empty()) {
        text += source_lines(diagnostic, colour, style);
        indent.assign(std::to_string(span.line).size() + 3, ' ');
    }
    if (diagnostic.also.count > 0) text += smpcare::fill("{} = {}\n", indent, also_text(diagnostic.also, style));
    const auto& common = words::of(style.language).common;
    if (const auto help = help_text(diagnostic, style); !help.empty())
        text += smpcare::fill("{} = {}: {}\n", indent, painted(common.help, "36", style), help);
    return text;
}

std::string message(const Diagnostic& diagnostic, std::string_view language) {
    Style style;
    style.language = language;
    return filled(words_of(diagnostic.code, language).sentence, diagnostic, style);
}

std::string_view name(Severity severity) {
    constexpr std::array<std::string_view, 3> names{"error", "warning", "notice"};
    return names[static_cast<std::size_t>(severity)];
}

std::string_view name(Code code) { return facts_of(code).name(); }

std::optional<Code> find_code(std::string_view wanted) {
    for (std::size_t i = 0; i < code_count; ++i)
        if (all_code_facts[i].name() == wanted) return static_cast<Code>(i);
    return std::nullopt;
}

std::span<const std::string_view> code_names() {
    static constexpr auto names = [] {
        std::array<std::string_view, code_count> made;
        for (std::size_t i = 0; i < code_count; ++i) made[i] = all_code_facts[i].name();
        return made;
    }();
    return names;
}

std::string explain(Code code, const Style& style) {
    std::string text{name(code)};
    text += "\n\n";
    const auto& said = words_of(code, style.language);
    text += wrapped(said.explanation, std::max(narrowest, style.width));
    if (said.example.empty()) return text;
    text += '\n';
    for (auto rest = said.example; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        text += smpcare::fill("    {}\n", rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

}  // namespace smpcare
