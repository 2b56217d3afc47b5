#pragma once

#include "format/text/page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

/// Rows of a label, a text and what stands behind it at the edge of the page, a date: side by side on a wide page, one
/// below the other on a narrow one.
class Block {
public:
    /// `label`: columns of the widest label; 0: there is none.
    Block(Page& page, int label);

    /// The label of a row that continues the one above is "".
    void row(std::string_view label, std::string_view text, std::string_view behind = {},
             std::optional<Kind> kind = {});

    /// The same with a bullet before the text.
    void item(std::string_view label, std::string_view text, std::string_view behind = {},
              std::optional<Kind> kind = {});

    /// A text with a bullet that stays with it, to stand beside others on a line: no line breaks inside it that could
    /// hold it whole.
    [[nodiscard]] std::string beside_others(std::string_view text) const;

    /// For a text on one line, where nothing stands behind it.
    [[nodiscard]] int room() const;

private:
    /// What a row writes: `mark` stands before the first line of its text.
    struct Row {
        std::string_view label, mark, text, behind;
        std::optional<Kind> kind;
    };
    void write(const Row& row);
    void write_wide(const Row& row);
    void write_narrow(const Row& row);
    [[nodiscard]] std::string_view mark() const;

    Page& page_;
    int label_;
};

/// Whether a page has room for a label beside a text.
bool is_wide(const Page& page);

/// `text` filled with blanks to so many columns.
std::string padded(std::string_view text, int columns);

}  // namespace smpcare::format
