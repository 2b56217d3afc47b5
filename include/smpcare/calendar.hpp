#pragma once

/// Plan → calendar file (RFC 5545) that can be sent twice.
///
///     CalendarWriter writer(protocol, {});       ///< texts filtered, escaped and folded once
///     std::string bytes;
///     writer.append(plan, nullptr, bytes);       ///< dates, identities and stamps written between them
///
///     auto previous = read_calendar(text, found);  ///< what was sent last time, if it is ours
///     writer.append(moved_plan, &*previous, bytes);
///
/// Events are all-day. An event's UID is made from the client's id (without one: name and first session), the mode and
/// the rule or day number, that of a visit from its rule and session in every mode; never from a date or a text: a
/// later file says of the same things the same UIDs, so that a calendar moves what it has. With the previous file, what
/// did not change keeps its SEQUENCE and DTSTAMP, what changed gets the next number, and what is gone is written as
/// cancelled and stays so. Equal input gives equal bytes.

#include <smpcare/plan.hpp>
#include <smpcare/style.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// `changes`; and back, nothing for any other word.
std::string_view name(Events events);
std::optional<Events> find_events(std::string_view name);

/// The alarm before an event as a calendar writes it: `-PT12H`, `-PT90M` or `-P1D`, at most a year. Nothing for any
/// other form: readers of calendars disagree on those.
std::optional<std::string> read_alarm(std::string_view text);
/// Minutes after midnight, 0 to 1439, at which an alarm of that form rings.
int alarm_time(std::string_view alarm);

/// One event of a file that was sent before.
struct PreviousEvent {
    std::string uid;
    Date start, last;                ///< both inclusive
    std::string title, description;  ///< still escaped
    std::int32_t sequence = 0;
    std::string stamp;  ///< 20261122T000000Z
    bool cancelled = false;
    std::string_view bytes;  ///< BEGIN:VEVENT to END:VEVENT with its line end, within `Previous::text`
};

/// A calendar file of ours.
struct Previous {
    std::shared_ptr<const SourceText> text;
    std::vector<PreviousEvent> events;  ///< as they stand in the file
    std::string newest_stamp;
};

/// A previous file may be this many bytes.
inline constexpr std::size_t calendar_limit = std::size_t{16} << 20;

/// Reads a file that CalendarWriter wrote. Every line must be one of ours, in our order: a file of another program, one
/// cut short, or one changed by hand so that the change can be seen is refused. Errors: too_large, invalid_utf8,
/// not_our_calendar, with line and column.
std::optional<Previous> read_calendar(SourceText text, Diagnostics& diagnostics);

/// What an event says, before it is made into bytes.
struct CalendarEvent {
    std::string uid;
    Date start, last;  ///< both inclusive
    std::string title, description;
    bool alarm = false;
    bool cancelled = false;
};

namespace calendar {
class Template;
}

/// The calendar of one plan with gaps for who the client is and when the first session was, to be filled for every
/// client whose plan is the same but for that: equal protocol, days between sessions, facts, observations. It gives the
/// bytes that `CalendarWriter::append` gives without a previous file, many times faster. For one thread at a time; its
/// writer must outlive it.
class CalendarTemplate {
public:
    explicit CalendarTemplate(std::unique_ptr<calendar::Template> made);
    ~CalendarTemplate();

    /// As those of CalendarWriter.
    bool append(const Plan& plan, std::string& out);
    bool append_events(const Plan& plan, std::string& out);
    /// Bytes of memory that it takes, more or less.
    [[nodiscard]] std::size_t size() const;

private:
    std::unique_ptr<calendar::Template> made_;
};

/// What an earlier file has to do with a plan.
enum class Kinship {
    same_events,  ///< it holds some of the plan's events, or has no events
    other_mode,   ///< it holds some that the plan has with another choice of Events: it is the same client's
    stranger,     ///< it holds none: it may be another client's
};

/// Made once for a protocol and a style, for any number of plans of that protocol. Const members may be called
/// from several threads at once. The protocol must outlive it.
class CalendarWriter {
public:
    CalendarWriter(const Protocol& protocol, Style style);
    CalendarWriter(CalendarWriter&&) noexcept;
    CalendarWriter& operator=(CalendarWriter&&) noexcept;
    ~CalendarWriter();

    /// Adds a whole calendar file; nothing where the plan has no event and no previous file. False then.
    bool append(const Plan& plan, const Previous* previous, std::string& out) const;

    /// One calendar of many plans: the head, each plan's events (false: it has none), the foot.
    void append_head(std::string& out) const;
    bool append_events(const Plan& plan, const Previous* previous, std::string& out) const;
    void append_foot(std::string& out) const;

    [[nodiscard]] std::unique_ptr<CalendarTemplate> make_template(const Plan& plan) const;

    /// The same events as values, in the order of the file.
    [[nodiscard]] std::vector<CalendarEvent> events(const Plan& plan, const Previous* previous) const;

    /// What the calendar that was sent before has to do with this one.
    [[nodiscard]] Kinship kinship(const Plan& plan, const Previous& previous) const;

private:
    struct Prepared;
    std::unique_ptr<const Prepared> prepared_;
};

}  // namespace smpcare
