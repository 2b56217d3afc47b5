#include "base/code_points.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace smpcare {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::size_t code_point_length(std::string_view text) {
    utf8proc_int32_t point = 0;
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    return length > 0 ? static_cast<std::size_t>(length) : 1;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
    std::size_t bytes = 0;
    for (; count > 0 && bytes < text.size(); --count) bytes += code_point_length(text.substr(bytes));
    return text.substr(0, bytes);
}

std::string cut_short(std::string_view text, std::size_t count, std::string_view mark) {
    const auto kept = first_code_points(text, count);
    return kept.size() == text.size() ? std::string{text} : std::string{kept}.append(mark);
}

Span place_of(const SourcePtr& source, std::size_t offset, std::size_t length) {
    const auto before = std::string_view{source->text}.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {source, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(code_points(before.substr(start))) + 1,
            static_cast<std::uint32_t>(length)};
}

}  // namespace smpcare
