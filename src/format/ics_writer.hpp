#pragma once

// The bytes of a calendar file (RFC 5545), shaped so that lenient and buggy readers agree on them too. What stands in
// the file is decided elsewhere.

#include <smpcare/date.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::ics {

// Text as calendars can hold it, over `safe_text`: `\` becomes `/` (several readers take an escaped backslash before
// an n for a line end), `BEGIN:` and `END:` get a space (one reader finds components inside texts), no white space
// at the ends, no two spaces together. `summary_text` also puts it on one line.
std::string description_text(std::string_view text);
std::string summary_text(std::string_view text);

// RFC 5545 TEXT: `\`, `;`, `,` and newlines escaped.
std::string escaped(std::string_view text);

// Adds a content line and its CRLF, folded at 75 octets: never inside a character or an escape, and never after a
// space, which mail and editors strip.
void add_line(std::string& out, std::string_view line);

// Adds `name:value`, the value being text that went through a filter above.
void add_text(std::string& out, std::string_view name, std::string_view value);

// One all-day event.
struct Event {
    std::string uid;
    Date start, last;          // both inclusive
    std::string summary_line;  // folded content lines, made once for each title
    std::string alarm_line;    // the same text as the alarm's description; "": no alarm
    std::string description;   // filtered, not yet escaped
    std::string_view category;
};

struct Calendar {
    std::string stamp;     // 20261122T000000Z
    std::string protocol;  // filtered
    std::string name;      // filtered; shown only over several events
    std::vector<Event> events;
};

// The whole file; "" without events. Throws std::logic_error where events break a promise that their maker must keep:
// unique UIDs, an end after the start, a title on one line.
std::string bytes_of(const Calendar& calendar);

}  // namespace smpcare::ics
