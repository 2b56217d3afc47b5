#pragma once

#include <smpcare/files.hpp>

#include <cstdint>
#include <string>

namespace smpcare::batch {

/// The lines of an input, ended by LF, CR LF or CR, one after the other; lines can be given back.
class InputLines {
public:
    explicit InputLines(Input input) : input_(std::move(input)) {}

    /// Puts the next line with its end into `line`; false at the end of the input or where it cannot be read.
    /// Of a line longer than `limit` the rest is passed over, but for its end.
    bool take(std::string& line, std::size_t limit, Diagnostics& diagnostics);
    /// Makes `text` come next; it begins on line `number`.
    void give_back(std::string_view text, std::uint32_t number);

    /// Number of the line that comes next, from 1.
    [[nodiscard]] std::uint32_t number() const { return number_; }
    /// The first bytes of the input, as many as `size` if there are.
    std::string_view peek(std::size_t size, Diagnostics& diagnostics);
    void skip(std::size_t size) { at_ += size; }
    [[nodiscard]] const SourcePtr& source() const { return input_.source(); }

private:
    bool fill(Diagnostics& diagnostics);

    Input input_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool ended_ = false;
    std::uint32_t number_ = 1;
};

}  // namespace smpcare::batch
