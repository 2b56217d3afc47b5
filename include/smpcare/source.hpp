#pragma once

/// Where a value was written: every value of a protocol, and every fault, can name its file, line and column.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace smpcare {

/// A text that it owns, or one that is only looked at because it outlives every use: a built-in's, in the program
/// itself.
class Text {
public:
    Text() = default;
    Text(std::string owned) : owned_(std::move(owned)) {}
    Text(const char* owned) : owned_(owned) {}
    static Text looked_at(std::string_view lasting) {
        Text text;
        text.lasting_ = lasting;
        return text;
    }

    [[nodiscard]] std::string_view view() const { return lasting_.data() == nullptr ? owned_ : lasting_; }
    operator std::string_view() const { return view(); }

private:
    std::string owned_;
    std::string_view lasting_;
};

/// Standard input has no name of its own: what people call it depends on their language.
enum class SourceKind { named, standard_input };

/// A text and the name people know it by: a path, `smp-standard`, or an option such as `--set`; `-` from standard
/// input.
struct SourceText {
    std::string name;
    Text text;
    SourceKind kind = SourceKind::named;
};

using SourcePtr = std::shared_ptr<const SourceText>;

/// A stretch of one line. Lines and columns count from 1, columns and lengths in code points.
/// `line` 0 means the source as a whole (an option, or a file that could not be read).
struct Span {
    SourcePtr source;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;
};

/// For programs: `clinic.toml:12:1`, `12:1` where the source has no name, the name alone where there is no line, ""
/// without a source.
std::string location(const Span& span);

/// The text of line `line` (from 1) without its line end; empty if there is no such line.
std::string_view line_of(const SourceText& source, std::uint32_t line);

/// Offset of the first byte that is not valid UTF-8; nothing where all of it is.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

/// Text of any origin made safe for people's screens and calendars (control characters, bidi overrides, line
/// separators; newlines stay). Idempotent.
std::string safe_text(std::string_view text);

/// The number of terminal columns that `text` takes.
int display_width(std::string_view text);

/// A span for a source that has no lines: an option of the command line, a file that cannot be opened.
Span whole(std::string name);
/// The same for a source whose text is not to be kept.
Span whole(const SourceText& source);

}  // namespace smpcare
