#include "format/ics_prepared.hpp"
#include "format/ics_text.hpp"
#include "format/words/words.hpp"

#include <smpcare/calendar.hpp>

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace smpcare {

struct CalendarWriter::Prepared : ics::Prepared {
    using ics::Prepared::Prepared;
};

namespace {

constexpr long long last_second = 253402300799;  // the end of the year 9999
constexpr long long first_second = -2208988800;  // the beginning of the year 1900

void add_number(std::string& out, unsigned value, unsigned digits) {
    const auto at = out.size();
    out.append(digits, '0');
    for (auto place = out.size(); place > at && value > 0; value /= 10) {
        out[--place] = static_cast<char>('0' + value % 10);
    }
}

void add_date(std::string& out, Date day) {
    const date::year_month_day civil{day};
    add_number(out, static_cast<unsigned>(static_cast<int>(civil.year())), 4);
    add_number(out, static_cast<unsigned>(civil.month()), 2);
    add_number(out, static_cast<unsigned>(civil.day()), 2);
}

std::string stamp_of(long long seconds) {
    seconds = std::clamp(seconds, first_second, last_second);
    const auto day = std::chrono::floor<Days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
    const auto clock = static_cast<unsigned>(seconds - std::chrono::sys_seconds{day}.time_since_epoch().count());
    std::string out;
    add_date(out, day);
    out += 'T';
    add_number(out, clock / 3600, 2);
    add_number(out, clock / 60 % 60, 2);
    add_number(out, clock % 60, 2);
    return out.append("Z");
}

long long seconds_of(std::string_view stamp) {
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = 0;
        for (const char digit : stamp.substr(at, digits)) value = value * 10 + (digit - '0');
        return value;
    };
    const date::year_month_day civil{date::year{number(0, 4)}, date::month{static_cast<unsigned>(number(4, 2))},
                                     date::day{static_cast<unsigned>(number(6, 2))}};
    const auto midnight = std::chrono::sys_seconds{Date{civil}}.time_since_epoch().count();
    return midnight + number(9, 2) * 3600LL + number(11, 2) * 60LL + number(13, 2);
}

// The stamp of what is new or changed.
std::string new_stamp(const CalendarOptions& options, const Plan& plan, const Previous* previous) {
    if (options.epoch) return stamp_of(*options.epoch);
    if (previous != nullptr) return stamp_of(seconds_of(previous->newest_stamp) + 1);
    return stamp_of(std::chrono::sys_seconds{plan.sessions.front()}.time_since_epoch().count());
}

void add_alarm(std::string& out, const ics::Prepared& prepared, const ics::Event& event) {
    out += "BEGIN:VALARM\r\nACTION:DISPLAY\r\n";
    if (event.alarm_lines.empty()) {
        ics::add_text(out, "DESCRIPTION", event.title);
    } else {
        out += event.alarm_lines;
    }
    out += prepared.trigger_lines;
}

void add_description(std::string& out, const ics::Event& event) {
    if (event.head.empty()) return;
    const auto before = out.size();
    ics::add_line(out, "DESCRIPTION:" + event.head);
    if (event.tail.empty() || out.size() == before) return;
    out.erase(out.size() - 2);
    out += event.tail;
}

struct Revision {
    std::string_view stamp;
    std::int32_t sequence = 0;
};

void add_event(std::string& out, const ics::Prepared& prepared, const ics::Event& event, const Revision& revision) {
    out.append("BEGIN:VEVENT\r\nUID:").append(event.uid);
    out.append("\r\nDTSTAMP:").append(revision.stamp).append("\r\nDTSTART;VALUE=DATE:");
    add_date(out, event.start);
    out += "\r\nDTEND;VALUE=DATE:";
    add_date(out, event.last + Days{1});
    out += "\r\n";
    if (event.title_lines.empty()) {
        ics::add_text(out, "SUMMARY", event.title);
    } else {
        out += event.title_lines;
    }
    add_description(out, event);
    out.append(prepared.fixed_lines).append(event.cancelled ? "CANCELLED" : "CONFIRMED");
    out.append("\r\nSEQUENCE:").append(std::to_string(revision.sequence));
    out.append("\r\nLAST-MODIFIED:").append(revision.stamp).append("\r\n");
    if (event.alarm && !prepared.options.alarm.empty()) add_alarm(out, prepared, event);
    out += "END:VEVENT\r\n";
}

void check(const ics::Event& event) {
    if (event.last < event.start) throw std::logic_error("calendar event ends before it starts");
    if (event.title.empty()) throw std::logic_error("calendar event without a title");
    if (event.title.find('\n') != std::string_view::npos) throw std::logic_error("calendar title has two lines");
}

void check_unique(std::vector<std::string>& uids) {
    std::sort(uids.begin(), uids.end());
    if (std::adjacent_find(uids.begin(), uids.end()) != uids.end()) throw std::logic_error("calendar UID used twice");
}

// What was sent before and is not in the plan any more: told once, and again in every later file.
struct Gone {
    std::string title;
    ics::Event event;
};

Gone gone(const ics::Prepared& prepared, const PreviousEvent& previous) {
    Gone made;
    const auto& words = prepared.words.event;
    const bool neutral = prepared.options.discreet;
    made.title = neutral ? std::string(words.neutral_title) : ics::unescaped(previous.title).value_or("");
    if (neutral || !previous.cancelled) made.title = ics::summary_text(words::fill(words.cancelled, made.title));
    if (!neutral) made.event.head = previous.description;
    made.event.uid = previous.uid;
    made.event.start = previous.start;
    made.event.last = previous.last;
    made.event.alarm = false;
    made.event.cancelled = true;
    return made;
}

void walk_plan(const ics::Prepared& prepared, const Plan& plan, const ics::Sink& sink) {
    ics::Walk walk(prepared, plan);
    switch (prepared.options.events) {
        case Events::changes:
            return ics::change_events(walk, sink);
        case Events::windows:
            return ics::window_events(walk, sink);
        case Events::days:
            return ics::day_events(walk, sink);
    }
}

// Every event of the file: the plan's, then those of the previous file that are gone, as they stood there.
void walk_file(const ics::Prepared& prepared, const Plan& plan, const Previous* previous, const ics::Sink& sink) {
    std::vector<std::string> uids;
    walk_plan(prepared, plan, [&](const ics::Event& event) {
        check(event);
        uids.push_back(event.uid);
        sink(event);
    });
    check_unique(uids);
    if (previous == nullptr) return;
    for (const auto& known : previous->events) {
        if (std::binary_search(uids.begin(), uids.end(), known.uid)) continue;
        auto made = gone(prepared, known);
        made.event.title = made.title;
        sink(made.event);
    }
}

// The description as people read it.
std::string description_of(const ics::Event& event) {
    std::string escaped = event.head;
    for (auto tail = event.tail; !tail.empty();) {
        tail.remove_prefix(std::min<std::size_t>(3, tail.size()));  // a fold
        const auto end = tail.find("\r\n");
        escaped += tail.substr(0, end);
        tail.remove_prefix(end);
        if (tail.size() == 2) break;
    }
    return ics::unescaped(escaped).value_or("");
}

// Writes an event with the revision it had, and with the next one where that makes other bytes than it had.
class Updater {
public:
    Updater(const ics::Prepared& prepared, const Plan& plan, const Previous* previous)
        : prepared_(prepared), stamp_(new_stamp(prepared.options, plan, previous)) {
        if (previous == nullptr) return;
        for (const auto& event : previous->events) known_.emplace(event.uid, &event);
    }

    void add(std::string& out, const ics::Event& event) const {
        const auto found = known_.find(event.uid);
        if (found == known_.end()) return add_event(out, prepared_, event, {stamp_, 0});
        const auto& before = *found->second;
        const auto at = out.size();
        add_event(out, prepared_, event, {before.stamp, before.sequence});
        if (std::string_view(out).substr(at) == before.bytes) return;
        out.erase(at);
        add_event(out, prepared_, event, {stamp_, before.sequence + 1});
    }

private:
    const ics::Prepared& prepared_;
    std::string stamp_;
    std::unordered_map<std::string_view, const PreviousEvent*> known_;
};

std::size_t add_events(const ics::Prepared& prepared, const Plan& plan, const Previous* previous, std::string& out) {
    const Updater updater(prepared, plan, previous);
    std::size_t count = 0;
    walk_file(prepared, plan, previous, [&](const ics::Event& event) {
        updater.add(out, event);
        ++count;
    });
    return count;
}

}  // namespace

CalendarWriter::CalendarWriter(const Protocol& protocol, CalendarOptions options)
    : prepared_(std::make_unique<Prepared>(protocol, std::move(options))) {}
CalendarWriter::CalendarWriter(CalendarWriter&&) noexcept = default;
CalendarWriter& CalendarWriter::operator=(CalendarWriter&&) noexcept = default;
CalendarWriter::~CalendarWriter() = default;

// A name over a single event makes some readers open a new calendar for it.
bool CalendarWriter::append(const Plan& plan, const Previous* previous, std::string& out) const {
    const auto before = out.size();
    out += prepared_->head;
    const auto name_at = out.size();
    const auto count = add_events(*prepared_, plan, previous, out);
    if (count == 0) {
        out.erase(before);
        return false;
    }
    if (count > 1) out.insert(name_at, prepared_->name_lines);
    append_foot(out);
    return true;
}

void CalendarWriter::append_head(std::string& out) const { out.append(prepared_->head).append(prepared_->name_lines); }

bool CalendarWriter::append_events(const Plan& plan, const Previous* previous, std::string& out) const {
    return add_events(*prepared_, plan, previous, out) > 0;
}

void CalendarWriter::append_foot(std::string& out) const { out += "END:VCALENDAR\r\n"; }

std::vector<CalendarEvent> CalendarWriter::events(const Plan& plan, const Previous* previous) const {
    std::vector<CalendarEvent> all;
    walk_file(*prepared_, plan, previous, [&](const ics::Event& event) {
        const bool alarm = event.alarm && !prepared_->options.alarm.empty();
        all.push_back({event.uid, event.start, event.last, std::string(event.title), description_of(event), alarm,
                       event.cancelled});
    });
    return all;
}

bool CalendarWriter::is_stranger(const Plan& plan, const Previous& previous) const {
    bool known = previous.events.empty();
    walk_plan(*prepared_, plan, [&](const ics::Event& event) {
        known = known || std::any_of(previous.events.begin(), previous.events.end(),
                                     [&](const PreviousEvent& other) { return other.uid == event.uid; });
    });
    return !known;
}

}  // namespace smpcare
