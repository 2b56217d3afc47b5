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
    if (is_wide(page_)) {
        wide_row(label, text, behind, kind);
        return;
    }
    if (!label.empty()) page_.raw(page_.painted(label, kind));
    if (!text.empty()) narrow_text(text, behind);
}

int Block::room() const { return page_.width() - label_; }

void Block::wide_row(std::string_view label, std::string_view text, std::string_view behind, std::optional<Kind> kind) {
    const int room = page_.width() - label_ - (behind.empty() ? 0 : display_width(behind) + 1);
    const auto lines = wrapped_lines(text, room);
    if (text.empty()) {
        page_.raw(page_.painted(label, kind));
        return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = i == 0 ? padded(label, label_) : std::string(static_cast<std::size_t>(label_), ' ');
        if (i == 0) line.replace(0, label.size(), page_.painted(label, kind));
        const bool last = i + 1 == lines.size();
        line += last && !behind.empty() ? padded(lines[i], room + 1) : lines[i];
        if (last) line += behind;
        page_.raw(line);
    }
}

void Block::narrow_text(std::string_view text, std::string_view behind) {
    const int room = page_.width() - gap;
    auto lines = wrapped_lines(text, room);
    const int column = std::max(date_column - gap, display_width(lines.back()) + 1);
    if (!behind.empty() && column + display_width(behind) <= room) {
        lines.back() = padded(lines.back(), column).append(behind);
    } else if (!behind.empty()) {
        const int indent = std::clamp(room - display_width(behind), 0, date_column - gap);
        for (const auto& line : wrapped_lines(behind, room - indent)) lines.push_back(padded("", indent).append(line));
    }
    for (const auto& line : lines) page_.raw(padded("", gap).append(line));
}

}  // namespace smpcare::format
