#pragma once

/// The lines of a calendar's events, said once for whoever writes them. A pen takes them one after the other: BytePen
/// puts them into a file, the one of a template leaves gaps for what differs from client to client.

#include "format/calendar/text.hpp"
#include "format/calendar/walk.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::calendar {

inline constexpr std::string_view file_foot = "END:VCALENDAR\r\n";

/// What tells a reader of calendars which of two versions of an event is the later.
struct Revision {
    std::string_view stamp;
    std::int32_t sequence = 0;
};

void add_date(std::string& out, Date day);  ///< 20261122

/// The stamp of what is new or changed.
std::string new_stamp(const Style& style, const Plan& plan, const Previous* previous);

/// Writes bytes, with the dates of a client whose first session is `first`.
class BytePen {
public:
    BytePen(std::string& out, const words::Words& words, Date first, const Revision& revision)
        : out_(out), words_(words), first_(first), revision_(revision) {}
    void text(std::string_view text) { out_ += text; }
    void uid(std::string_view uid) { out_ += uid; }
    void stamp() { out_ += revision_.stamp; }
    void date(Date day) { add_date(out_, day); }
    void sequence() { out_ += std::to_string(revision_.sequence); }
    /// The line of that name, or without one what goes on behind what was written. The end of the line is left out:
    /// more may follow.
    void line(std::string_view name, std::string_view text) {
        whole_ = name;
        add_without_gaps(whole_, text, words_, first_);
        name.empty() ? add_folded_on(out_, whole_) : add_folded(out_, whole_);
    }

private:
    std::string& out_;
    const words::Words& words_;
    Date first_;
    Revision revision_;
    std::string whole_;
};

template <class Pen>
void write_title(Pen& pen, std::string_view lines, std::string_view name, std::string_view title) {
    if (!lines.empty()) return pen.text(lines);
    pen.line(name, escaped(title));
    pen.text("\r\n");
}

template <class Pen>
void write_description(Pen& pen, const std::vector<Block>& blocks) {
    static constexpr std::string_view name = "DESCRIPTION:";
    bool begun = false;
    for (const auto& block : blocks) {
        if (!begun && !block.folded.empty()) pen.text(name);
        if (!block.folded.empty())
            pen.text(block.folded);
        else
            pen.line(begun ? std::string_view() : name, block.text);
        begun = true;
    }
    if (begun) pen.text("\r\n");
}

template <class Pen>
void write_event(Pen& pen, const Prepared& prepared, const Event& event) {
    pen.text("BEGIN:VEVENT\r\nUID:");
    pen.uid(event.uid);
    pen.text("\r\nDTSTAMP:");
    pen.stamp();
    pen.text("\r\nDTSTART;VALUE=DATE:");
    pen.date(event.start);
    pen.text("\r\nDTEND;VALUE=DATE:");
    pen.date(event.last + Days{1});
    pen.text("\r\n");
    write_title(pen, event.title_lines, "SUMMARY:", event.title);
    write_description(pen, event.description);
    pen.text(prepared.fixed_lines);
    pen.text(event.cancelled ? "CANCELLED" : "CONFIRMED");
    pen.text("\r\nSEQUENCE:");
    pen.sequence();
    pen.text("\r\nLAST-MODIFIED:");
    pen.stamp();
    pen.text("\r\n");
    if (event.alarm && !prepared.style.calendar.alarm.empty()) {
        pen.text("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
        write_title(pen, event.alarm_lines, "DESCRIPTION:", event.title);
        pen.text(prepared.trigger_lines);
    }
    pen.text("END:VEVENT\r\n");
}

/// Hands the plan's events to `sink`, each checked before it goes; the identities, sorted, none twice, are left in
/// `uids`.
void walk_plan(const Walk& walk, std::vector<std::string>& uids, const Sink& sink);

}  // namespace smpcare::calendar
