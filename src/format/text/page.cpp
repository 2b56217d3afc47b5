#include "format/text/page.hpp"

#include "base/safe_text.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

constexpr int narrowest = 20;
constexpr std::size_t usual_size = 16384;
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view reset = "\x1b[0m";
/// In the order of Kind.
constexpr std::array<std::string_view, kind_count> paints{"\x1b[1;31m", "\x1b[1;34m", "\x1b[1;33m", "\x1b[1;32m",
                                                          "\x1b[1m",    "\x1b[1;36m", "\x1b[1;35m"};

/// Stands for a blank inside what `kept_together` made. Texts that pages are given have no control characters.
constexpr char kept_blank = '\x1f';

/// By hand, for words are too short to be worth the search of a library.
std::string_view next_word(std::string_view& line) {
    std::size_t start = 0;
    while (start < line.size() && line[start] == ' ') ++start;
    auto end = start;
    while (end < line.size() && line[end] != ' ') ++end;
    const auto word = line.substr(start, end - start);
    line.remove_prefix(end);
    return word;
}

/// Whether a column of it is a byte, and one blank stands between each two words.
bool is_evenly_spaced(std::string_view line) {
    return !line.empty() && line.front() != ' ' && line.back() != ' ' && is_plain(line) &&
           line.find("  ") == std::string_view::npos;
}

/// The part of `word` that fits into `columns`; at least one code point, so that wrapping comes to an end.
std::string_view piece_of(std::string_view word, int columns) {
    const auto piece = prefix_of_width(word, columns);
    return piece.empty() ? word.substr(0, code_point_length(word)) : piece;
}

std::string_view next_line(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

}  // namespace

Page::Page(const Style& style)
    : width_(std::max(style.width, narrowest)),
      ascii_(style.ascii),
      colour_(style.colour),
      words_(words::of(style.language)) {
    out_.reserve(usual_size);
}

Page::Page(Part, int width) : width_(width), ascii_(false), colour_(false), words_(words::of(Style{}.language)) {}

void Page::open_line(int indent) {
    out_ += paint_;
    out_.append(static_cast<std::size_t>(indent), ' ');
}

void Page::close_line() {
    if (!paint_.empty()) out_ += reset;
    out_ += '\n';
}

void Page::paragraph(std::string_view text, int first, int rest) {
    for (int indent = first; !text.empty(); indent = rest) {
        auto line = next_line(text);
        if (is_evenly_spaced(line)) {
            add_plain_line(line, indent, rest);
            continue;
        }
        int column = 0;  // 0: no line is open
        for (auto word = next_word(line); !word.empty(); word = next_word(line))
            column = add_word(word, column, column == 0 ? indent : rest, rest);
        if (column > 0) close_line();
    }
}

/// As words one by one would be added, but for the work of looking at each: as many bytes as there are columns.
void Page::add_plain_line(std::string_view line, int indent, int rest) {
    for (; !line.empty(); indent = rest) {
        const auto room = static_cast<std::size_t>(std::max(width_ - indent, 0));
        const auto end = line.size() <= room ? line.size() : line.rfind(' ', room);
        if (end == std::string_view::npos) break;
        open_line(indent);
        out_ += line.substr(0, end);
        close_line();
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    // A word that is longer than a line.
    int column = 0;
    for (auto word = next_word(line); !word.empty(); word = next_word(line))
        column = add_word(word, column, column == 0 ? indent : rest, rest);
    if (column > 0) close_line();
}

/// Gives the column at which the word ends. `indent` is that of a line which it may have to open.
int Page::add_word(std::string_view word, int column, int indent, int rest) {
    std::string shown;
    if (word.find(kept_blank) != std::string_view::npos) {
        shown = word;
        std::replace(shown.begin(), shown.end(), kept_blank, ' ');
        word = shown;
    }
    const int width = display_width(word);
    if (column > 0 && column + 1 + width > width_) {
        close_line();
        column = 0;
    }
    if (column == 0) open_line(indent);
    if (column > 0) out_ += ' ';
    column = column == 0 ? indent : column + 1;
    column = width <= width_ - column ? column + width : break_word(word, column, rest);
    out_ += word;
    return column;
}

/// Writes all but the last line of a word that is longer than a line, and gives the column at which that last one ends.
int Page::break_word(std::string_view& word, int column, int rest) {
    for (auto piece = piece_of(word, width_ - column); piece.size() < word.size();
         piece = piece_of(word, width_ - rest)) {
        out_ += piece;
        word.remove_prefix(piece.size());
        close_line();
        open_line(rest);
        column = rest;
    }
    return column + display_width(word);
}

void Page::bullet(std::string_view text, int indent) {
    std::string line(ascii_ ? "*" : "\u2022");
    line += ' ';
    line += text;
    paragraph(line, indent, indent + 2);
}

void Page::row(std::string_view start, std::string_view text) {
    const int indent = display_width(start);
    if (indent > width_ - narrowest) {
        paragraph(start, 0, 2);
        paragraph(text, 2, 4);
        return;
    }
    const auto at = out_.size() + paint_.size();
    paragraph(text, indent, indent);
    if (out_.size() > at) out_.replace(at, static_cast<std::size_t>(indent), start);
}

void Page::underline(std::string_view text, std::string_view stroke) {
    for (int column = std::min(display_width(text), width_); column > 0; --column) out_ += stroke;
    out_ += '\n';
}

void Page::heading(std::string_view text, std::optional<Kind> kind) {
    blank();
    emphasise(kind);
    paragraph(text);
    plain();
    underline(text, ascii_ ? "-" : "\u2500");
}

void Page::title(std::string_view text) {
    emphasise({});
    paragraph(text);
    plain();
    underline(text, ascii_ ? "=" : "\u2550");
}

void Page::blank() {
    if (!out_.empty()) out_ += '\n';
}

void Page::raw(std::string_view line) {
    open_line(0);
    out_ += line;
    close_line();
}

void Page::emphasise(std::optional<Kind> kind) {
    if (colour_) paint_ = kind ? paints[static_cast<std::size_t>(*kind)] : bold;
}

void Page::plain() { paint_ = {}; }

std::string Page::painted(std::string_view text, std::optional<Kind> kind) const {
    if (!colour_ || text.empty()) return std::string(text);
    return std::string(kind ? paints[static_cast<std::size_t>(*kind)] : bold).append(text).append(reset);
}

std::vector<std::string> wrapped_lines(std::string_view text, int columns) {
    Page page(Page::Part{}, std::max(columns, 1));  // a part of a line may be narrower than the narrowest page
    page.out_.reserve(text.size() + 1);
    page.paragraph(text);
    const auto made = page.take();
    std::vector<std::string> lines;
    for (std::string_view rest = made; !rest.empty();) lines.emplace_back(next_line(rest));
    if (lines.empty()) lines.emplace_back();
    return lines;
}

std::string kept_together(std::string_view text) {
    std::string kept(text);
    std::replace(kept.begin(), kept.end(), ' ', kept_blank);
    return kept;
}

int shown_width(std::string_view text) {
    return display_width(text) + static_cast<int>(std::count(text.begin(), text.end(), kept_blank));
}

}  // namespace smpcare::format
