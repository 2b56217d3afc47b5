// A calendar that is said to have been sent before, and the update that follows it. The first byte chooses the mode.

#include "fuzz/fuzz.hpp"

#include <smpcare/calendar.hpp>

#include <algorithm>

using namespace smpcare;
using namespace smpcare::fuzz;

namespace {

// What cannot rise any more; nobody sends that many.
constexpr std::int32_t last_sequence = 999'999'999;
constexpr std::string_view last_stamp = "99991231T235959Z";

std::string update(const CalendarWriter& writer, const Plan& plan, const Previous& previous) {
    std::string bytes;
    require(writer.append(plan, &previous, bytes), "an update has events");
    return bytes;
}

const PreviousEvent* find(const Previous& calendar, std::string_view uid) {
    const auto found = std::find_if(calendar.events.begin(), calendar.events.end(),
                                    [uid](const PreviousEvent& event) { return event.uid == uid; });
    return found == calendar.events.end() ? nullptr : &*found;
}

/// Nothing that was sent is forgotten, and a calendar that has it takes what is new.
void require_follows(const Previous& before, const Previous& after, bool own_stamp) {
    for (const auto& old : before.events) {
        const auto* const now = find(after, old.uid);
        require(now != nullptr, "an event that was sent stays in the file");
        const bool same = now->bytes == old.bytes;
        require(same || now->sequence > old.sequence || old.sequence == last_sequence,
                "a changed event has a higher number");
        require(same || own_stamp || now->stamp > old.stamp || old.stamp == last_stamp,
                "a changed event has a later stamp");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    Diagnostics found;
    const auto previous = read_calendar({"old.ics", std::string{text_of(data + 1, size - 1)}}, found);
    require_told(!previous, found, "a calendar or an error");
    if (!previous) return 0;
    Style options;
    options.calendar.events = static_cast<Events>(data[0] % 3U);
    options.discreet = (data[0] & 0x40U) != 0;
    if ((data[0] & 0x80U) != 0) options.epoch = 1'800'000'000;
    const CalendarWriter writer{frozen(), options};
    const auto plan = plan_of(frozen());
    require(plan.has_value(), "the frozen protocol makes a plan");
    const auto bytes = update(writer, *plan, *previous);
    const auto sent = read_calendar({"new.ics", bytes}, found);
    require_told(!sent, found, "our own calendar");
    require_follows(*previous, *sent, options.epoch.has_value());
    require(update(writer, *plan, *sent) == bytes, "sent twice, the same");
    return 0;
}
