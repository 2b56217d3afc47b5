#include "format/screen/block.hpp"

#include "base/safe_text.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr int wide = 60;         // columns
constexpr int date_column = 22;  // of a narrow page
constexpr int gap = 2;

}  // namespace

std::string padded(std::string_view text, int columns) {
    std::string out(text);
    out.append(static_cast<std::size_t>(std::max(0, columns - display_width(text))), ' ');
    return out;
}

bool is_wide(const Page& page) { return page.width() >= wide; }

Block::Block(Page& page, int label) : page_(page), label_(label > 0 ? label + gap : 0) {}

void Block::row(std::string_view label, std::string_view text, std::string_view behind, std::optional<Kind> kind) {
    write({label, {}, text, behind, kind});
}

void Block::item(std::string_view label, std::string_view text, std::string_view behind, std::optional<Kind> kind) {
    write({label, mark(), text, behind, kind});
}

std::string Block::beside_others(std::string_view text) const {
    const bool fits = display_width(mark()) + shown_width(text) <= room();
    return kept_together(mark()) + (fits ? kept_together(text) : std::string(text));
}

int Block::room() const { return page_.width() - (is_wide(page_) ? label_ : gap); }

std::string_view Block::mark() const { return page_.ascii() ? "* " : "\u2022 "; }

void Block::write(const Row& row) {
    if (is_wide(page_)) {
        write_wide(row);
        return;
    }
    if (!row.label.empty()) page_.raw(page_.painted(row.label, row.kind));
    if (!row.text.empty()) write_narrow(row);
}

void Block::write_wide(const Row& row) {
    const int beside = label_ + display_width(row.mark);
    const int room = page_.width() - beside - (row.behind.empty() ? 0 : display_width(row.behind) + 1);
    const auto lines = wrapped_lines(row.text, room);
    if (row.text.empty()) {
        page_.raw(page_.painted(row.label, row.kind));
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = i == 0 ? padded(row.label, label_).append(row.mark) : padded("", beside);
        if (i == 0) line.replace(0, row.label.size(), page_.painted(row.label, row.kind));
        const bool last = i + 1 == lines.size();
        line += last && !row.behind.empty() ? padded(lines[i], room + 1) : lines[i];
        if (last) line += row.behind;
        page_.raw(line);
    }
}

void Block::write_narrow(const Row& row) {
    const int room = page_.width() - gap;
    auto lines = wrapped_lines(row.text, room);
    const int column = std::max(date_column - gap, display_width(lines.back()) + 1);
    if (!row.behind.empty() && column + display_width(row.behind) <= room) {
        lines.back() = padded(lines.back(), column).append(row.behind);
    } else if (!row.behind.empty()) {
        const int indent = std::clamp(room - display_width(row.behind), 0, date_column - gap);
        for (const auto& line : wrapped_lines(row.behind, room - indent))
            lines.push_back(padded("", indent).append(line));
    }
    for (const auto& line : lines) page_.raw(padded(&line == &lines.front() ? row.mark : "", gap).append(line));
}

}  // namespace smpcare::format
