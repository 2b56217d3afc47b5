#pragma once

#include "words/words.hpp"

#include <smpcare/format.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

/// Text for a terminal, wrapped to a width in columns. What it is given is already safe.
class Page {
public:
    explicit Page(const Style& style);

    /// One paragraph: its first line indented by `first` columns, the others by `rest`.
    void paragraph(std::string_view text, int first = 0, int rest = 0);
    void bullet(std::string_view text, int indent = 0);
    /// A blank line, then the text underlined, so that it stands out without colour.
    void heading(std::string_view text, std::optional<Kind> kind = {});
    /// The page's first line.
    void title(std::string_view text);
    void blank();
    /// A row of a table: `text` wraps beside `start`, or below it where the page is narrow.
    void row(std::string_view start, std::string_view text);
    /// As it is: neither wrapped nor indented.
    void raw(std::string_view line);
    /// Lines that another page made.
    void append(std::string_view lines) { out_ += lines; }
    /// Text that stands out where colours are on, for a part of a `raw` line.
    [[nodiscard]] std::string painted(std::string_view text, std::optional<Kind> kind) const;

    /// Lines that follow stand out where colours are on; without an argument they no longer do.
    void emphasise(std::optional<Kind> kind);
    void plain();

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] bool ascii() const { return ascii_; }
    [[nodiscard]] const words::Words& words() const { return words_; }
    std::string take() { return std::move(out_); }

private:
    friend std::vector<std::string> wrapped_lines(std::string_view text, int columns);
    struct Part {};  ///< a few lines
    Page(Part, int width);
    void open_line(int indent);
    void close_line();
    void add_plain_line(std::string_view line, int indent, int rest);
    int add_word(std::string_view word, int column, int indent, int rest);
    int break_word(std::string_view& word, int column, int rest);
    void underline(std::string_view text, std::string_view stroke);

    std::string out_;
    int width_;
    bool ascii_, colour_;
    std::string_view paint_;  ///< the escape sequence that a line begins with, or ""
    const words::Words& words_;
};

/// The lines of a text that is wrapped to so many columns; one at least.
std::vector<std::string> wrapped_lines(std::string_view text, int columns);

/// A text, such as a telephone number, whose blanks are no place to break a line.
std::string kept_together(std::string_view text);

/// Columns of a text, parts of which may be kept together.
int shown_width(std::string_view text);

}  // namespace smpcare::format
