#include "format/json/parts.hpp"
#include "format/renderers.hpp"
#include "say/changes.hpp"

namespace smpcare::format {

namespace {

Json place_or_null(std::uint32_t number) { return number == 0 ? Json(nullptr) : Json(number); }

Json finding(const Diagnostic& diagnostic, const Style& style) {
    const auto& span = diagnostic.span;
    return {{"place", say::place(span, words::of(style.language))},
            {"line", place_or_null(span.line)},
            {"column", place_or_null(span.line == 0 ? 0 : span.column)},
            {"severity", name(diagnostic.severity)},
            {"code", name(diagnostic.code)},
            {"message", message(diagnostic, style.language)},
            {"nearest", text_or_null(diagnostic.nearest)}};
}

}  // namespace

std::string findings_as_text(std::span<const Findings> files, const Style& style) {
    std::string text;
    for (const auto& file : files)
        for (const auto& diagnostic : file.found) text += describe(diagnostic, style);
    return text;
}

std::string findings_as_json(std::span<const Findings> files, const Style& style) {
    const auto file = [&](const Findings& one) {
        const auto found = [&](const Diagnostic& diagnostic) { return finding(diagnostic, style); };
        return Json{{"file", words::told(one.file, words::of(style.language))}, {"findings", list(one.found, found)}};
    };
    return bytes_of({{"schema", "smpcare.findings/1"}, {"files", list(files, file)}});
}

}  // namespace smpcare::format
