#include <smpcare/source.hpp>

#include <utf8proc.h>

namespace smpcare {

std::string location(const Span& span) {
    if (!span.source) return {};
    if (span.line == 0) return span.source->name;
    const auto& name = span.source->name;
    return name + (name.empty() ? "" : ":") + std::to_string(span.line) + ':' + std::to_string(span.column);
}

std::string_view line_of(const SourceText& source, std::uint32_t line) {
    std::string_view rest = source.text;
    for (; line > 1; --line) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + 1);
    }
    if (line == 0) return {};
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
    const auto* const begin = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    for (utf8proc_ssize_t at = 0; at < size;) {
        if (begin[at] < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(begin + at, size - at, &point);
        if (length <= 0) return static_cast<std::size_t>(at);
        at += length;
    }
    return std::nullopt;
}

Span whole(std::string name) { return {std::make_shared<const SourceText>(SourceText{std::move(name), {}}), 0, 0, 0}; }

Span whole(const SourceText& source) {
    return {std::make_shared<const SourceText>(SourceText{source.name, {}, source.kind}), 0, 0, 0};
}

}  // namespace smpcare
