#pragma once

/// What a calendar says of each rule and each activity, whoever it is for.

#include "words/words.hpp"

#include <smpcare/protocol.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::calendar {

struct Prepared;

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
    Name care, barely;                   ///< "sun: hat or sunscreen", "sun with care"
    std::vector<std::size_t> namesakes;  ///< other rules of this kind and `short`
    std::string frequency;               ///< "2 times a day", escaped; or ""
    std::string only_if, tail_note;      ///< of a limit that waits for an event, escaped and not
    Name tail, tail_care;                ///< with that behind the name: in brackets, behind a colon
    FoldedText why;                      ///< "Swimming in a pool: …", and a line end; or nothing
    FoldedText brief_why;                ///< one line in its stead, or nothing
    bool quotes = false;                 ///< names the section of a page: what clients were told in so many words
    int asked = 0;                       ///< how much people ask about it
};

struct ActivityTexts {
    Name title;
    int asked = 0;                   ///< as above
    std::vector<std::size_t> rules;  ///< that name the activity
};

/// One line of somebody's text, short enough to stand among others.
std::string short_line(std::string_view text, const words::Words& words);

/// The same, as titles and descriptions have it.
Name name_from(std::string_view text, const words::Words& words);

FoldedText folded_text(std::string_view as_escaped);

RuleTexts rule_texts(const Prepared& prepared, const Rule& rule);
ActivityTexts activity_texts(const Protocol& protocol, std::size_t index, const words::Words& words);

/// How much is asked about what people were told to leave in so many words.
constexpr int as_told_to_leave(int asked) { return asked * 5 / 2; }

/// The characters of an escaped text as people count them.
std::size_t told_size(std::string_view escaped);

}  // namespace smpcare::calendar
