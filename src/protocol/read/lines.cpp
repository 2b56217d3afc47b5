#include "protocol/read/lines.hpp"

#include "base/code_points.hpp"

namespace smpcare::protocol {

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
        starts_.push_back(end + 1);
}

std::string_view Lines::line(std::uint32_t line) const {
    if (line == 0 || line > starts_.size()) return {};
    const auto start = starts_[line - 1];
    const auto end = line < starts_.size() ? starts_[line] - 1 : text_.size();
    auto found = text_.substr(start, end - start);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

std::string_view Lines::from(std::uint32_t line_number, std::uint32_t column) {
    const auto whole_line = line(line_number);
    if (last_.line != line_number || last_.column > column) last_ = {line_number, 1, 0};
    for (; last_.column < column && last_.offset < whole_line.size(); ++last_.column) do
            ++last_.offset;
        while (last_.offset < whole_line.size() && !begins_character(whole_line[last_.offset]));
    return whole_line.substr(last_.offset);
}

}  // namespace smpcare::protocol
