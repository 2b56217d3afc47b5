#pragma once

/// The sentences of a calendar, split where they are filled.

#include "base/text.hpp"
#include "words/words.hpp"

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
        width_ = display_width(rest_);
        for (const auto& piece : pieces_) width_ += display_width(piece.before);
    }

    /// In columns, without its arguments.
    [[nodiscard]] int width() const { return width_; }

    void fill(std::string& out, std::initializer_list<std::string_view> arguments) const {
        fill_with(out, [&](std::size_t argument) { out += *(arguments.begin() + argument); });
    }
    /// `write` adds the argument of the number it is given.
    template <class Write>
    void fill_with(std::string& out, const Write& write) const {
        for (const auto& [before, argument] : pieces_) {
            out += before;
            write(argument);
        }
        out += rest_;
    }

private:
    struct Piece {
        std::string before;
        std::size_t argument;
    };
    std::vector<Piece> pieces_;
    std::string rest_;
    int width_ = 0;
};

/// Titles of a visit: with a best day, with days to choose from, without an end, of one day.
struct VisitPatterns {
    Pattern best, span, open, day;
};

/// Sentences of the words, ready to be filled. Those of titles are not escaped, the others are.
struct Patterns {
    explicit Patterns(const words::Words& words);
    Pattern day_title, day_unless_title, session_title;
    Pattern allowed_title, allowed_brief, name_title, over_title, still_no_title, state_avoid_title;
    Pattern emergency_title, danger_title, or_title, book_title, things;
    VisitPatterns visit, visit_if;
    std::vector<Pattern> begins_title, held_title;
    Pattern and_more, noted, session_day, day;
    Pattern call_now, call_today, call_soon, do_from_today, do_today, go_on, allowed, allowed_if, over, until_day,
        normal;
    std::vector<Pattern> held, from_today, off_open, off;
    Pattern on_day;
    std::vector<std::string> off_until;
    Pattern until, one_day, open, begins, best_on, book, counts_from;
    std::string separator;
};

}  // namespace smpcare::calendar
