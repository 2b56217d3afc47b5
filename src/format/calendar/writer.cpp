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

Untold mode_events(const Walk& walk, const Sink& sink) {
    switch (walk.mode) {
        case Events::changes:
            return change_events(walk, sink);
        case Events::windows:
            return window_events(walk, sink);
        case Events::days:
            return day_events(walk, sink);
    }
    return {};
}

void walk_plan(const Walk& walk, std::vector<std::string>& uids, const Sink& sink) {
    const auto checked = [&](const Event& event) {
        check(event);
        uids.push_back(event.uid);
        sink(event);
    };
    visit_events(walk, mode_events(walk, checked), checked);
    check_unique(uids);
}

}  // namespace calendar

namespace {

/// What was sent before and is not in the plan any more: told once, and again in every later file.
calendar::Event gone(const calendar::Prepared& prepared, const PreviousEvent& previous) {
    calendar::Event made;
    const auto& words = prepared.words.event;
    const bool neutral = prepared.style.discreet;
    made.title = neutral ? std::string(words.neutral_title) : calendar::unescaped(previous.title).value_or("");
    if (neutral || !previous.cancelled) made.title = calendar::summary_text(words::fill(words.cancelled, made.title));
    if (!neutral && !previous.description.empty()) made.description.push_back({previous.description, {}});
    made.uid = previous.uid;
    made.start = previous.start;
    made.last = previous.last;
    made.alarm = false;
    made.cancelled = true;
    return made;
}

/// Every event of the file: the plan's, then those of the previous file that are gone, as they stood there.
void walk_file(const calendar::Prepared& prepared, const Plan& plan, const Previous* previous,
               const calendar::Sink& sink) {
    std::vector<std::string> uids;
    const calendar::Walk walk(prepared, plan);
    calendar::walk_plan(walk, uids, sink);
    if (previous == nullptr) return;
    for (const auto& known : previous->events) {
        if (std::binary_search(uids.begin(), uids.end(), known.uid)) continue;
        sink(gone(prepared, known));
    }
}

/// The description as people read it, its dates still open.
std::string description_of(const calendar::Event& event) {
    std::string escaped;
    for (const auto& [text, folded] : event.description) {
        escaped += text;
        for (auto rest = folded; !rest.empty();) {
            rest.remove_prefix(calendar::fold.size());
            const auto end = rest.find(calendar::fold);
            escaped += rest.substr(0, end);
            rest.remove_prefix(std::min(end, rest.size()));
        }
    }
    return calendar::unescaped(escaped).value_or("");
}

constexpr std::int32_t last_sequence = 999'999'999;  // that our reader takes

/// Writes an event with the revision it had, and with the next one where that makes other bytes than it had.
class Updater {
public:
    Updater(const calendar::Prepared& prepared, const Plan& plan, const Previous* previous)
        : prepared_(prepared),
          first_(plan.sessions.front()),
          stamp_(calendar::new_stamp(prepared.style, plan, previous)) {
        if (previous == nullptr) return;
        for (const auto& event : previous->events) known_.emplace(event.uid, &event);
    }

    void add(std::string& out, const calendar::Event& event) const {
        const auto found = known_.find(event.uid);
        if (found == known_.end()) return write(out, event, {stamp_, 0});
        const auto& before = *found->second;
        const auto at = out.size();
        write(out, event, {before.stamp, before.sequence});
        if (std::string_view(out).substr(at) == before.bytes) return;
        out.erase(at);
        write(out, event, {stamp_, std::min(before.sequence + 1, last_sequence)});
    }

private:
    void write(std::string& out, const calendar::Event& event, const calendar::Revision& revision) const {
        calendar::BytePen pen(out, prepared_.words, first_, revision);
        calendar::write_event(pen, prepared_, event);
    }

    const calendar::Prepared& prepared_;
    Date first_;
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
        const auto dated = [&](std::string_view text) {
            return calendar::without_gaps(text, prepared_->words, plan.sessions.front());
        };
        all.push_back({event.uid, event.start, event.last, dated(event.title), dated(description_of(event)), alarm,
                       event.cancelled});
    });
    return all;
}

Kinship CalendarWriter::kinship(const Plan& plan, const Previous& previous) const {
    // What stands in the calendar counts before what was cancelled in it; what every mode tells alike says nothing of
    // the mode.
    enum Shared { none, cancelled, standing };
    const auto shared_in = [&](const auto& told) {
        std::vector<std::string> uids;
        told([&](const calendar::Event& event) { uids.push_back(event.uid); });
        std::sort(uids.begin(), uids.end());
        auto most = none;
        for (const auto& event : previous.events)
            if (std::binary_search(uids.begin(), uids.end(), event.uid))
                most = std::max(most, event.cancelled ? cancelled : standing);
        return most;
    };
    const auto in_mode = [&](Events mode) {
        const calendar::Walk walk(*prepared_, plan, calendar::For::file, mode);
        return shared_in([&](const calendar::Sink& sink) { calendar::mode_events(walk, sink); });
    };
    if (previous.events.empty()) return Kinship::same_events;
    const auto own = in_mode(prepared_->style.calendar.events);
    if (own == standing) return Kinship::same_events;
    auto other = none;
    for (const auto mode : {Events::changes, Events::windows, Events::days})
        if (mode != prepared_->style.calendar.events) other = std::max(other, in_mode(mode));
    if (other > own) return Kinship::other_mode;
    if (own != none) return Kinship::same_events;
    const calendar::Walk walk(*prepared_, plan);
    const auto visits = shared_in([&](const calendar::Sink& sink) { calendar::visit_events(walk, {}, sink); });
    return visits == none ? Kinship::stranger : Kinship::same_events;
}

std::unique_ptr<CalendarTemplate> CalendarWriter::make_template(const Plan& plan) const {
    return std::make_unique<CalendarTemplate>(std::make_unique<calendar::Template>(*prepared_, plan));
}

}  // namespace smpcare
