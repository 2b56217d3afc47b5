#include "base/unseen.hpp"

#include "base/code_points.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace smpcare {
namespace {

struct Row {
    char32_t first, last;
    UnseenKind kind;
    Term name;
};

/// The one list of such characters. Joiners (U+200C, U+200D) are here too: at an edge they join nothing.
constexpr Row rows[] = {
    {0x00A0, 0x00A0, UnseenKind::blank, Term::no_break_space},
    {0x00AD, 0x00AD, UnseenKind::nothing, Term::soft_hyphen},
    {0x061C, 0x061C, UnseenKind::nothing, Term::direction_mark},
    {0x1680, 0x1680, UnseenKind::blank, Term::wide_space},
    {0x180E, 0x180E, UnseenKind::nothing, Term::zero_width_space},
    {0x2000, 0x2006, UnseenKind::blank, Term::wide_space},
    {0x2007, 0x2007, UnseenKind::blank, Term::no_break_space},
    {0x2008, 0x200A, UnseenKind::blank, Term::wide_space},
    {0x200B, 0x200D, UnseenKind::nothing, Term::zero_width_space},
    {0x200E, 0x200F, UnseenKind::nothing, Term::direction_mark},
    {0x2010, 0x2015, UnseenKind::dash, Term::typographic_dash},
    {0x2018, 0x201F, UnseenKind::quote, Term::typographic_quote},
    {0x2028, 0x2029, UnseenKind::blank, Term::line_separator},
    {0x202A, 0x202E, UnseenKind::nothing, Term::direction_mark},
    {0x202F, 0x202F, UnseenKind::blank, Term::no_break_space},
    {0x2032, 0x2033, UnseenKind::quote, Term::typographic_quote},
    {0x205F, 0x205F, UnseenKind::blank, Term::wide_space},
    {0x2060, 0x2060, UnseenKind::nothing, Term::zero_width_space},
    {0x2066, 0x2069, UnseenKind::nothing, Term::direction_mark},
    {0x2212, 0x2212, UnseenKind::dash, Term::typographic_dash},
    {0x3000, 0x3000, UnseenKind::blank, Term::wide_space},
    {0xFEFF, 0xFEFF, UnseenKind::nothing, Term::byte_order_mark},
};

struct Point {
    char32_t value;  ///< 0 where it is not UTF-8
    std::size_t length;
};

Point decoded(std::string_view text) {
    utf8proc_int32_t value = 0;
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &value);
    return length > 0 ? Point{static_cast<char32_t>(value), static_cast<std::size_t>(length)} : Point{0, 1};
}

const Row* row_of(char32_t point) {
    const auto* const row =
        std::find_if(std::begin(rows), std::end(rows), [point](const Row& r) { return point <= r.last; });
    return row != std::end(rows) && row->first <= point ? row : nullptr;
}

bool is_edge(char32_t point) {
    const auto* const row = row_of(point);
    return row != nullptr && row->kind <= UnseenKind::nothing;
}

bool is_ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The length of the blank that `text` ends in; 0 where it ends in something else.
std::size_t last_blank(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_blank(text.back())) return 1;
    std::size_t length = 1;
    while (length < std::min<std::size_t>(4, text.size()) && !begins_character(text[text.size() - length])) ++length;
    const auto [point, whole] = decoded(text.substr(text.size() - length));
    return whole == length && is_edge(point) ? length : 0;
}

std::size_t first_blank(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_blank(text.front())) return 1;
    const auto [point, length] = decoded(text);
    return is_edge(point) ? length : 0;
}

}  // namespace

std::optional<Unseen> find_unseen(std::string_view text, UnseenKind last) {
    for (std::size_t at = 0; at < text.size();) {
        // All of them are beyond ASCII.
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto [point, length] = decoded(text.substr(at));
        if (const auto* const row = row_of(point); row != nullptr && row->kind <= last)
            return Unseen{at, length, row->kind, Arg{row->name, {code_point_name(point)}}};
        at += length;
    }
    return std::nullopt;
}

std::optional<Arg> unseen_edge(std::string_view text) {
    const auto inner = trimmed_unseen(text);
    const auto edges =
        inner.empty() ? std::pair{text, std::string_view{}}
                      : std::pair{text.substr(0, static_cast<std::size_t>(inner.data() - text.data())),
                                  text.substr(static_cast<std::size_t>(inner.data() - text.data()) + inner.size())};
    for (const auto edge : {edges.first, edges.second}) {
        if (const auto unseen = find_unseen(edge)) return unseen->name;
        if (edge.find('\r') != std::string_view::npos) return Arg{Term::carriage_return, {code_point_name('\r')}};
    }
    return std::nullopt;
}

bool looks_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

/// A text that is neither has one byte a letter, as Windows and older programs write it; a picture is no text.
Arg encoding_of(std::string_view text) {
    if (looks_utf16(text)) return Term::this_file_utf16;
    const auto is_no_text = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !is_ascii_blank(c); };
    return std::none_of(text.begin(), text.end(), is_no_text) ? Term::this_file_windows : Term::this_file;
}

std::string_view trimmed_unseen(std::string_view text) {
    while (const auto length = first_blank(text)) text.remove_prefix(length);
    while (const auto length = last_blank(text)) text.remove_suffix(length);
    return text;
}

std::string code_point_name(char32_t point) { return smpcare::fill("U+{:04X}", static_cast<std::uint32_t>(point)); }

}  // namespace smpcare
