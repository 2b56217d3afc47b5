#include "base/code_points.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace smpcare {

namespace {

constexpr std::uint64_t in_each_byte(std::uint64_t value) { return value * 0x0101'0101'0101'0101; }
constexpr auto highest = in_each_byte(0x80);

/// The sum over the text of what `marks` counts: bytes of eight, seen as one number, whose highest bit it leaves set.
/// At the end zeros stand for what is missing.
template <class Marks>
std::size_t count_marked(std::string_view text, const Marks& marks) {
    std::uint64_t eight = 0;
    const auto marked = [&] {
        return static_cast<std::size_t>(((marks(eight) & highest) >> 7U) * in_each_byte(1) >> 56U);
    };
    std::size_t count = 0;
    for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, text.data(), sizeof eight);
        count += marked();
    }
    eight = 0;
    // An empty text may have no address, which memcpy minds.
    if (!text.empty()) std::memcpy(&eight, text.data(), text.size());
    return count + marked();
}

/// Marks bytes that go on, which begin with the bits 10.
constexpr std::uint64_t going_on(std::uint64_t eight) { return eight & ~(eight << 1U); }

constexpr std::uint64_t equal_to(char letter, std::uint64_t eight) {
    const auto other = eight ^ in_each_byte(static_cast<unsigned char>(letter));  // 0 in the bytes that are the letter
    return ~(((other & ~highest) + ~highest) | other);
}

}  // namespace

std::size_t code_points(std::string_view text) { return text.size() - count_marked(text, going_on); }

std::size_t count_of(std::string_view text, char letter) {
    return count_marked(text, [=](std::uint64_t eight) { return equal_to(letter, eight); });
}

std::size_t code_points_but(std::string_view text, char letter) {
    return text.size() -
           count_marked(text, [=](std::uint64_t eight) { return going_on(eight) | equal_to(letter, eight); });
}

std::size_t code_point_length(std::string_view text) {
    utf8proc_int32_t point = 0;
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    return length > 0 ? static_cast<std::size_t>(length) : 1;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
    if (text.size() <= count) return text;
    const auto length_at = [text](std::size_t at) {
        return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : code_point_length(text.substr(at));
    };
    std::size_t bytes = 0;
    for (; count > 0 && bytes < text.size(); --count) bytes += length_at(bytes);
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
