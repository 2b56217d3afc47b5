#pragma once

/// What every calendar of one protocol shares: texts filtered, escaped and folded once.

#include "base/text.hpp"
#include "words/words.hpp"

#include <smpcare/calendar.hpp>

#include <array>
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

inline constexpr std::string_view newline = "\\n";  ///< between paragraphs that are escaped already
inline constexpr int title_room = 60;               ///< columns; month views and locked screens show no more

/// A text as titles have it, and escaped.
struct Name {
    std::string plain, escaped;
    int width = 0;  ///< of the plain one, in columns
};

/// Text that needs no date: folded once, and how many characters people read of it.
struct FoldedText {
    std::string folded;
    std::size_t size = 0;
};

/// Of one rule and the kind of its window.
struct KindTexts {
    std::string title;  ///< "Avoid: Swimming in a pool"
    std::string title_lines, alarm_lines;
};

struct RuleTexts {
    KindTexts own, limit;                ///< of its windows that end; `limit`: the tail of an `avoid` rule
    KindTexts own_open, limit_open;      ///< of those that have no end
    Name brief, full;                    ///< its `short`, else its title; its title
    Name sign;                           ///< the title within a sentence
    std::vector<std::size_t> namesakes;  ///< other rules of this kind and `short`
    std::string frequency;               ///< "2 times a day", escaped; or ""
    std::string only_if;                 ///< of a limit that waits for an event, escaped
    FoldedText why;                      ///< "Swimming in a pool: …", and a line end
    bool quotes = false;                 ///< names the section of a page: what clients were told in so many words
    int asked = 0;                       ///< how much people ask about it
};

struct ActivityTexts {
    Name title;
    int asked = 0;                   ///< as above
    std::vector<std::size_t> rules;  ///< that name the activity
};

/// Titles of a visit: with a best day, with days to choose from, without an end, of one day.
struct VisitPatterns {
    Pattern best, span, open, day;
};

/// Sentences of the words, ready to be filled. Those of titles are not escaped, the others are.
struct Patterns {
    explicit Patterns(const words::Words& words);
    Pattern day_title, day_unless_title, session_title;
    Pattern allowed_title, allowed_brief, name_title, over_title, still_no_title, emergency_title, danger_title;
    Pattern and_more_title, or_title, things;
    VisitPatterns visit, visit_if;
    std::vector<Pattern> begins_title, held_title;
    Pattern and_more, noted, session_day, day;
    Pattern call_now, call_today, call_soon, do_from_today, do_today, go_on, allowed, allowed_if, over, until_day,
        normal;
    std::vector<Pattern> held, from_today, off_open, off;
    Pattern on_day;
    std::vector<std::string> off_until;
    Pattern until, one_day, open, begins, best_on, counts_from;
    std::string separator;
};

struct Prepared {
    Prepared(const Protocol& protocol, Style style);

    const Protocol& protocol;
    Style style;
    const words::Words& words;
    Patterns patterns;
    std::size_t gap_size;
    int separator_width, unsaid_width;  ///< of the words of titles
    std::string head;                   ///< of the file, down to X-SMPCARE-PROTOCOL
    std::string name_lines;             ///< NAME and X-WR-CALNAME
    std::string fixed_lines;            ///< of an event: from CATEGORIES to the colon of STATUS
    std::string trigger_lines;
    FoldedText foot;               ///< the description's end
    FoldedText short_foot;         ///< the same without what was freed below a floor, which is told once a session
    std::string neutral;           ///< the whole description where nothing is named; escaped
    std::string emergency, call;   ///< lines of a description: an emergency's, the clinic's; escaped
    std::string sessions_to_come;  ///< a line of the description while more are planned
    std::string emergency_whom;    ///< the numbers of an emergency, or its services; escaped
    Name emergency_number;         ///< one that has room in a title, if there is any
    FoldedText summary;            ///< of the protocol, and a line end
    std::vector<RuleTexts> rules;
    std::vector<ActivityTexts> activities;

private:
    void tell_rules();
    void tell_nothing();
    void add_frame(const Protocol& told, std::string_view category);
    void add_namesakes();
};

/// The characters of an escaped text as people count them.
std::size_t told_size(std::string_view escaped);

}  // namespace smpcare::calendar
