#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::calendar {

/// A template of the words, split once: for texts that are filled for every event of every client, where fmt would
/// read it each time. Only `{0}` to `{9}` are known.
class Pattern {
public:
    explicit Pattern(std::string_view text) {
        for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
            pieces_.push_back({std::string(text.substr(0, open)), static_cast<std::size_t>(text[open + 1] - '0')});
            text.remove_prefix(open + 3);
        }
        rest_ = text;
    }

    void fill(std::string& out, std::initializer_list<std::string_view> arguments) const {
        for (const auto& [before, argument] : pieces_) out.append(before).append(*(arguments.begin() + argument));
        out += rest_;
    }

private:
    struct Piece {
        std::string before;
        std::size_t argument;
    };
    std::vector<Piece> pieces_;
    std::string rest_;
};

}  // namespace smpcare::calendar
