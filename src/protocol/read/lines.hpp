#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace smpcare::protocol {

/// The lines of a text, found once; columns count code points from 1.
class Lines {
public:
    explicit Lines(std::string_view text);

    /// Line `line` (from 1) without its end; empty where there is none.
    [[nodiscard]] std::string_view line(std::uint32_t line) const;
    /// The rest of that line from `column` on. Asked in the order of the text, it walks each line only once.
    [[nodiscard]] std::string_view from(std::uint32_t line, std::uint32_t column);

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;

    struct Cursor {
        std::uint32_t line = 0, column = 1;
        std::size_t offset = 0;  ///< in its line
    };
    Cursor last_;
};

}  // namespace smpcare::protocol
