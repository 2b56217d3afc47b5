#pragma once

/// What every calendar of one protocol shares: texts filtered, escaped and folded once.

#include "format/calendar/event.hpp"
#include "format/calendar/pattern.hpp"
#include "words/words.hpp"

#include <smpcare/calendar.hpp>

#include <string>
#include <vector>

namespace smpcare::calendar {

inline constexpr std::string_view newline = "\\n";  ///< between paragraphs that are escaped already

/// Of one rule and the kind of its window: its own, or `limit` for the tail of an `avoid` rule.
struct KindTexts {
    std::string title;  ///< "Avoid: Swimming in a pool"
    std::string title_lines, alarm_lines;
    std::string only_if, only_if_note;  ///< a paragraph; the same in brackets after a title
    std::string tail;                   ///< help, frequency, detail, foot
};

struct RuleTexts {
    KindTexts own, limit;
    std::string plain_title, title;  ///< without a label; escaped
    std::string help;                ///< whom to call about a sign, escaped
};

struct ActivityTexts {
    std::string title;
    std::string word;                        ///< the first of its words; "": it has none
    std::vector<std::size_t> meant_by_word;  ///< every activity that has this word
    std::vector<std::size_t> rules;          ///< that name the activity
};

/// Sentences of the words, ready to be filled. Those of titles are not escaped, the others are.
struct Patterns {
    explicit Patterns(const words::Words& words);
    Pattern long_date, short_date, place, day_place;
    Pattern until, one_day, open, begins, best_on, counts_from, until_phrase, noted, labelled;
    Pattern day_title, session_day_title, session_title, fine, fine_all, fine_provisional, pair, and_more;
    std::vector<Pattern> begins_title, ended_title;
    std::string separator;
};

struct Prepared {
    Prepared(const Protocol& protocol, Style style);

    const Protocol& protocol;
    Style style;
    const words::Words& words;
    Patterns patterns;
    std::string head;         ///< of the file, down to X-SMPCARE-PROTOCOL
    std::string name_lines;   ///< NAME and X-WR-CALNAME
    std::string fixed_lines;  ///< of an event: from CATEGORIES to the colon of STATUS
    std::string trigger_lines;
    std::string foot;              ///< the description's tail
    std::string sessions_to_come;  ///< a line of the description while more are planned; "" where nothing is named
    std::vector<RuleTexts> rules;
    std::vector<ActivityTexts> activities;

    [[nodiscard]] const KindTexts& texts(std::size_t rule, Kind kind) const {
        return kind == protocol.rules[rule].kind ? rules[rule].own : rules[rule].limit;
    }

private:
    void tell_rules();
    void tell_nothing();
    void add_frame(const Protocol& told, std::string_view category);
};

}  // namespace smpcare::calendar
