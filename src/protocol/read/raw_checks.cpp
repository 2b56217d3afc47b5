#include "protocol/read/raw_checks.hpp"

#include "base/code_points.hpp"

#include <smpcare/files.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace smpcare::protocol {
namespace {

/// Whether some line has too many dots, wherever they stand: the quick look before the careful one.
bool dots_abound(std::string_view text) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (std::count(line.begin(), line.end(), '.') > dots_limit) return true;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return false;
}

/// Follows TOML's quotes only as far as telling dots in texts and comments from dots in keys.
class DotCounter {
public:
    explicit DotCounter(std::string_view text) : text_(text) {}

    /// The offset of the first dot too many.
    std::optional<std::size_t> first_excess() {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            switch (text_[at_]) {
                case '\n':
                    dots_ = 0;
                    break;
                case '#':
                    skip_comment();
                    break;
                case '"':
                case '\'':
                    skip_text(text_[at_]);
                    break;
                case '.':
                    if (++dots_ > dots_limit) return at_;
                    break;
                default:
                    break;
            }
        }
        return std::nullopt;
    }

private:
    /// Stops before the line's end.
    void skip_comment() {
        const auto end = text_.find('\n', at_);
        at_ = (end == std::string_view::npos ? text_.size() : end) - 1;
    }

    void skip_text(char quote) {
        const auto triple = quote == '"' ? std::string_view{R"(""")"} : std::string_view{"'''"};
        const bool many_lines = text_.substr(at_, 3) == triple;
        at_ += many_lines ? 3 : 1;
        for (; at_ < text_.size(); ++at_) {
            if (quote == '"' && text_[at_] == '\\') {
                ++at_;
            } else if (many_lines && text_.substr(at_, 3) == triple) {
                at_ += 2;
                // Up to two more quotes belong to the text.
                for (int extra = 0; extra < 2 && text_.substr(at_ + 1, 1) == triple.substr(0, 1); ++extra) ++at_;
                return;
            } else if (!many_lines && (text_[at_] == quote || text_[at_] == '\n')) {
                if (text_[at_] == '\n') dots_ = 0;
                return;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int dots_ = 0;
};

}  // namespace

bool check_raw(const SourcePtr& source, Diagnostics& found) {
    const auto& text = source->text;
    const Span file{source, 0, 0, 0};
    if (text.size() > rule_file_limit) {
        found.error(Code::too_large, file, {source->name, rule_file_limit});
        return false;
    }
    if (text.empty()) {
        found.error(Code::empty_file, file, {source->name});
        return false;
    }
    if (const auto bad = invalid_utf8_at(text)) {
        found.error(Code::invalid_utf8, place_of(source, *bad), {Term::this_file});
        return false;
    }
    if (const auto dot = dots_abound(text) ? DotCounter{text}.first_excess() : std::nullopt) {
        found.error(Code::too_many_dots, place_of(source, *dot), {dots_limit});
        return false;
    }
    return true;
}

}  // namespace smpcare::protocol
