#pragma once

/// What every calendar of one protocol shares: texts filtered, escaped and folded once.

#include "format/calendar/prepared/patterns.hpp"
#include "format/calendar/prepared/texts.hpp"

#include <smpcare/calendar.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace smpcare::calendar {

struct Prepared {
    Prepared(const Protocol& protocol, Style style);

    const Protocol& protocol;
    Style style;
    const words::Words& words;
    Patterns patterns;
    std::size_t gap_size;
    int separator_width;       ///< between the phrases of a title
    std::vector<Name> unsaid;  ///< how a title ends that does not tell everything, the longest first; not escaped
    std::string head;          ///< of the file, down to X-SMPCARE-PROTOCOL
    std::string name_lines;    ///< NAME and X-WR-CALNAME
    std::string fixed_lines;   ///< of an event: from CATEGORIES to the colon of STATUS
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

}  // namespace smpcare::calendar
