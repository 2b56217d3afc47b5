#include "format/calendar/pen.hpp"
#include "format/calendar/template.hpp"
#include "format/calendar/text.hpp"
#include "words/words.hpp"

#include <smpcare/calendar.hpp>

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

namespace smpcare {

struct CalendarWriter::Prepared : calendar::Prepared {
    using calendar::Prepared::Prepared;
};

namespace calendar {

namespace {

void check(const Event& event) {
    if (event.last < event.start) throw std::logic_error("calendar event ends before it starts");
    if (event.title.empty()) throw std::logic_error("calendar event without a title");
    if (event.title.find('\n') != std::string_view::npos) throw std::logic_error("calendar title has two lines");
}

void check_unique(std::vector<std::string>& uids) {
    std::sort(uids.begin(), uids.end());
    if (std::adjacent_find(uids.begin(), uids.end()) != uids.end()) throw std::logic_error("calendar UID used twice");
}

}  // namespace

void walk_plan(Walk& walk, std::vector<std::string>& uids, const Sink& sink) {
    const auto checked = [&](const Event& event) {
        check(event);
        uids.push_back(event.uid);
        sink(event);
    };
    switch (walk.mode) {
        case Events::changes:
            change_events(walk, checked);
            break;
        case Events::windows:
            window_events(walk, checked);
            break;
        case Events::days:
            day_events(walk, checked);
            break;
    }
    check_unique(uids);
}

}  // namespace calendar

namespace {

/// What was sent before and is not in the plan any more: told once, and again in every later file.
struct Gone {
    std::string title;
    calendar::Event event;
};

Gone gone(const calendar::Prepared& prepared, const PreviousEvent& previous) {
    Gone made;
    const auto& words = prepared.words.event;
    const bool neutral = prepared.style.discreet;
    made.title = neutral ? std::string(words.neutral_title) : calendar::unescaped(previous.title).value_or("");
    if (neutral || !previous.cancelled) made.title = calendar::summary_text(words::fill(words.cancelled, made.title));
    if (!neutral) made.event.head = previous.description;
    made.event.uid = previous.uid;
    made.event.start = previous.start;
    made.event.last = previous.last;
    made.event.alarm = false;
    made.event.cancelled = true;
    return made;
}

/// Every event of the file: the plan's, then those of the previous file that are gone, as they stood there.
void walk_file(const calendar::Prepared& prepared, const Plan& plan, const Previous* previous,
               const calendar::Sink& sink) {
    std::vector<std::string> uids;
    calendar::Walk walk(prepared, plan);
    calendar::walk_plan(walk, uids, sink);
    if (previous == nullptr) return;
    for (const auto& known : previous->events) {
        if (std::binary_search(uids.begin(), uids.end(), known.uid)) continue;
        auto made = gone(prepared, known);
        made.event.title = made.title;
        sink(made.event);
    }
}

void add_event(std::string& out, const calendar::Prepared& prepared, const calendar::Event& event,
               const calendar::Revision& revision) {
    calendar::BytePen pen(out, revision);
    calendar::write_event(pen, prepared, event);
}

/// The description as people read it.
std::string description_of(const calendar::Event& event) {
    std::string escaped = event.head;
    for (auto tail = event.tail; !tail.empty();) {
        tail.remove_prefix(std::min<std::size_t>(3, tail.size()));  // a fold
        const auto end = tail.find("\r\n");
        escaped += tail.substr(0, end);
        tail.remove_prefix(end);
        if (tail.size() == 2) break;
    }
    return calendar::unescaped(escaped).value_or("");
}

constexpr std::int32_t last_sequence = 999'999'999;  // that our reader takes

/// Writes an event with the revision it had, and with the next one where that makes other bytes than it had.
class Updater {
public:
    Updater(const calendar::Prepared& prepared, const Plan& plan, const Previous* previous)
        : prepared_(prepared), stamp_(calendar::new_stamp(prepared.style, plan, previous)) {
        if (previous == nullptr) return;
        for (const auto& event : previous->events) known_.emplace(event.uid, &event);
    }

    void add(std::string& out, const calendar::Event& event) const {
        const auto found = known_.find(event.uid);
        if (found == known_.end()) return add_event(out, prepared_, event, {stamp_, 0});
        const auto& before = *found->second;
        const auto at = out.size();
        add_event(out, prepared_, event, {before.stamp, before.sequence});
        if (std::string_view(out).substr(at) == before.bytes) return;
        out.erase(at);
        add_event(out, prepared_, event, {stamp_, std::min(before.sequence + 1, last_sequence)});
    }

private:
    const calendar::Prepared& prepared_;
    std::string stamp_;
    std::unordered_map<std::string_view, const PreviousEvent*> known_;
};

std::size_t add_events(const calendar::Prepared& prepared, const Plan& plan, const Previous* previous,
                       std::string& out) {
    const Updater updater(prepared, plan, previous);
    std::size_t count = 0;
    walk_file(prepared, plan, previous, [&](const calendar::Event& event) {
        updater.add(out, event);
        ++count;
    });
    return count;
}

}  // namespace

CalendarWriter::CalendarWriter(const Protocol& protocol, Style style)
    : prepared_(std::make_unique<Prepared>(protocol, std::move(style))) {}
CalendarWriter::CalendarWriter(CalendarWriter&&) noexcept = default;
CalendarWriter& CalendarWriter::operator=(CalendarWriter&&) noexcept = default;
CalendarWriter::~CalendarWriter() = default;

/// A name over a single event makes some readers open a new calendar for it.
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

void CalendarWriter::append_foot(std::string& out) const { out += calendar::file_foot; }

std::vector<CalendarEvent> CalendarWriter::events(const Plan& plan, const Previous* previous) const {
    std::vector<CalendarEvent> all;
    walk_file(*prepared_, plan, previous, [&](const calendar::Event& event) {
        const bool alarm = event.alarm && !prepared_->style.calendar.alarm.empty();
        all.push_back({event.uid, event.start, event.last, std::string(event.title), description_of(event), alarm,
                       event.cancelled});
    });
    return all;
}

Kinship CalendarWriter::kinship(const Plan& plan, const Previous& previous) const {
    // What stands in the calendar counts before what was cancelled in it.
    enum Shared { none, cancelled, standing };
    const auto shared_in = [&](Events mode) {
        std::vector<std::string> uids;
        calendar::Walk walk(*prepared_, plan, calendar::For::file, mode);
        calendar::walk_plan(walk, uids, [](const calendar::Event&) {});
        auto most = none;
        for (const auto& event : previous.events)
            if (std::binary_search(uids.begin(), uids.end(), event.uid))
                most = std::max(most, event.cancelled ? cancelled : standing);
        return most;
    };
    if (previous.events.empty()) return Kinship::same_events;
    const auto own = shared_in(prepared_->style.calendar.events);
    if (own == standing) return Kinship::same_events;
    auto other = none;
    for (const auto mode : {Events::changes, Events::windows, Events::days})
        if (mode != prepared_->style.calendar.events) other = std::max(other, shared_in(mode));
    if (other > own) return Kinship::other_mode;
    return own == none ? Kinship::stranger : Kinship::same_events;
}

std::unique_ptr<CalendarTemplate> CalendarWriter::make_template(const Plan& plan) const {
    auto made = calendar::Template::of(*prepared_, plan);
    if (!made) return nullptr;
    return std::make_unique<CalendarTemplate>(std::make_unique<calendar::Template>(std::move(*made)));
}

}  // namespace smpcare
