#include "batch/rows/lines.hpp"

#include <algorithm>
#include <cstring>

namespace smpcare::batch {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;

/// Offset of the first CR or LF; the size where there is none.
std::size_t line_end(std::string_view text) {
    const auto* const newline = static_cast<const char*>(std::memchr(text.data(), '\n', text.size()));
    const auto before = newline == nullptr ? text.size() : static_cast<std::size_t>(newline - text.data());
    const auto* const carriage = static_cast<const char*>(std::memchr(text.data(), '\r', before));
    return carriage == nullptr ? before : static_cast<std::size_t>(carriage - text.data());
}

void append_within(std::string& line, std::string_view text, std::size_t limit) {
    line += text.substr(0, limit - std::min(limit, line.size()));
}

}  // namespace

bool InputLines::fill(Diagnostics& diagnostics) {
    if (ended_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const auto kept = buffer_.size();
    buffer_.resize(kept + piece);
    const auto count = input_.read(buffer_.data() + kept, piece, diagnostics);
    buffer_.resize(kept + count.value_or(0));
    ended_ = count.value_or(0) == 0;
    return !ended_;
}

std::string_view InputLines::peek(std::size_t size, Diagnostics& diagnostics) {
    while (buffer_.size() - at_ < size && fill(diagnostics)) {
    }
    return std::string_view{buffer_}.substr(at_, size);
}

bool InputLines::take(std::string& line, std::size_t limit, Diagnostics& diagnostics) {
    bool some = false;
    line.clear();
    for (;;) {
        const auto left = std::string_view{buffer_}.substr(at_);
        if (left.empty()) {
            if (fill(diagnostics)) continue;
            number_ += some ? 1 : 0;
            return some;
        }
        some = true;
        const auto end = line_end(left);
        append_within(line, left.substr(0, end), limit);
        at_ += end;
        if (end == left.size()) continue;
        // CR LF is one end of a line, even where a piece ends between the two.
        const bool pair = peek(2, diagnostics) == "\r\n";
        line += peek(pair ? 2 : 1, diagnostics);
        at_ += pair ? 2 : 1;
        ++number_;
        return true;
    }
}

void InputLines::give_back(std::string_view text, std::uint32_t number) {
    buffer_.replace(0, at_, text);
    at_ = 0;
    number_ = number;
}

}  // namespace smpcare::batch
