// A calendar that is sent again and again, as an importer sees it.

#include "unit/effort.hpp"
#include "unit/plan/property.hpp"
#include "unit/plan/random.hpp"

#include <smpcare/calendar.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

using namespace smpcare;
using namespace smpcare::testing;

namespace {

// One event as lines between BEGIN:VEVENT and END:VEVENT, read without our reader.
struct Stored {
    int sequence = 0;
    std::string stamp;
    bool cancelled = false;
    std::string body;  // everything but SEQUENCE and stamps
    std::string start, end, title;

    bool operator==(const Stored&) const = default;
};
using Store = std::map<std::string, Stored>;

std::vector<std::string> content_lines(std::string bytes) {
    for (auto at = bytes.find("\r\n "); at != std::string::npos; at = bytes.find("\r\n ", at)) bytes.erase(at, 3);
    std::vector<std::string> lines;
    for (std::size_t at = 0, end = 0; (end = bytes.find("\r\n", at)) != std::string::npos; at = end + 2)
        lines.push_back(bytes.substr(at, end - at));
    return lines;
}

Store events_in(const std::string& bytes) {
    Store events;
    std::string uid;
    Stored event;
    for (const auto& line : content_lines(bytes)) {
        const auto colon = line.find(':');
        const auto name = line.substr(0, colon), value = line.substr(colon + 1);
        if (line == "BEGIN:VEVENT") event = {};
        if (name == "UID") uid = value;
        if (name == "SEQUENCE") event.sequence = std::stoi(value);
        if (name == "DTSTAMP") event.stamp = value;
        if (name == "STATUS") event.cancelled = value == "CANCELLED";
        if (name == "DTSTART;VALUE=DATE") event.start = value;
        if (name == "DTEND;VALUE=DATE") event.end = value;
        if (name == "SUMMARY") event.title = value;
        if (name != "SEQUENCE" && name != "DTSTAMP" && name != "LAST-MODIFIED") event.body += line + "\n";
        if (line == "END:VEVENT") {
            REQUIRE(events.count(uid) == 0);
            events[uid] = event;
        }
    }
    return events;
}

// Importers that know the UID take a file's event with a higher SEQUENCE; some also one with the same.
void import_into(Store& store, const Store& file, bool takes_equal) {
    for (const auto& [uid, event] : file) {
        const auto known = store.find(uid);
        const int needed = takes_equal ? event.sequence : event.sequence - 1;
        if (known == store.end() || known->second.sequence <= needed) store[uid] = event;
    }
}

using Shown = std::vector<std::tuple<std::string, std::string, std::string>>;

Shown shown_in(const Store& store) {
    Shown shown;
    for (const auto& [uid, event] : store)
        if (!event.cancelled) shown.emplace_back(uid, event.start, event.end);
    return shown;
}

std::string digits(Date day) {
    auto text = iso(day);
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

Shown shown_by(const CalendarWriter& writer, const Plan& plan) {
    Shown shown;
    for (const auto& event : writer.events(plan, nullptr))
        shown.emplace_back(event.uid, digits(event.start), digits(event.last + Days{1}));
    std::sort(shown.begin(), shown.end());
    return shown;
}

RandomCase random_client(Dice& dice) {
    auto given = random_case(dice);
    given.protocol.id = given.protocol.title = given.protocol.version = given.protocol.fingerprint = "x";
    return given;
}

// A step of the practitioner's: a session moves or comes, a rule's last day changes, a rule goes or comes back.
void change(Dice& dice, RandomCase& given) {
    auto& sessions = given.client.sessions;
    auto& rules = given.protocol.rules;
    const auto any = [&](auto& all) -> auto& {
        return all[static_cast<std::size_t>(dice.from_to(0, static_cast<int>(all.size()) - 1))];
    };
    switch (dice.from_to(0, 4)) {
        case 0:
            any(sessions) = random_session(dice, given.client);
            return;
        case 1:
            sessions.push_back(random_session(dice, given.client));
            return;
        case 2:
            any(rules).dropped = dice.one_in(2);
            return;
        case 3:
            any(rules).title += "!";
            return;
        default:
            if (auto& rule = any(rules); rule.through) *rule.through += dice.from_to(0, 9);
    }
}

void check_step(const Store& before, const Store& after, const std::string& newest_before) {
    for (const auto& [uid, old] : before) {
        const auto found = after.find(uid);
        REQUIRE(found != after.end());
        const auto& now = found->second;
        if (now.body == old.body) {
            CHECK(now == old);
        } else {
            CHECK(now.sequence == old.sequence + 1);
            CHECK(now.stamp > newest_before);
        }
    }
    for (const auto& [uid, now] : after) {
        if (before.count(uid) > 0) continue;
        CHECK(now.sequence == 0);
        CHECK(now.stamp > newest_before);
        CHECK_FALSE(now.cancelled);
    }
}

// One client's calendar over ten updates.
void check_chain(std::uint64_t seed, Style options) {
    Dice dice(seed);
    auto given = random_client(dice);
    if (!dice.one_in(4)) given.client.id = "c1";
    Store careful, eager, last;
    std::string sent;
    for (int step = 0; step <= 10; ++step) {
        CAPTURE(step);
        Diagnostics found;
        const auto plan = make_plan(given.protocol, given.client, Scope::listed, found);
        if (plan) {
            const CalendarWriter writer(given.protocol, options);
            std::optional<Previous> previous;
            if (!sent.empty()) previous = read_calendar({"sent.ics", sent}, found);
            REQUIRE((sent.empty() || previous));
            const auto* const known = previous ? &*previous : nullptr;
            std::string bytes, again;
            writer.append(*plan, known, bytes);
            writer.append(*plan, known, again);
            CHECK(bytes == again);
            const auto file = events_in(bytes);
            if (previous) check_step(last, file, previous->newest_stamp);
            import_into(careful, file, false);
            import_into(eager, file, true);
            CHECK(careful == file);
            CHECK(eager == file);
            CHECK(shown_in(careful) == shown_by(writer, *plan));
            if (!bytes.empty()) {
                const auto same = read_calendar({"bytes.ics", bytes}, found);
                REQUIRE(same);
                again.clear();
                writer.append(*plan, &*same, again);
                CHECK(again == bytes);
            }
            last = file;
            sent = bytes;
        }
        change(dice, given);
    }
}

}  // namespace

TEST_CASE("whoever imports every file of a chain sees exactly the newest plan") {
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(effort(150)); ++seed) {
        for (const auto events : {Events::changes, Events::windows, Events::days}) {
            if (events == Events::days && seed % 10 != 0) continue;
            CAPTURE(seed);
            CAPTURE(name(events));
            Style options;
            options.calendar.events = events;
            options.discreet = seed % 7 == 0;
            check_chain(seed, options);
        }
    }
}

TEST_CASE("another mode cancels the old events once and for all") {
    Dice dice(7);
    auto given = random_client(dice);
    given.client.id = "c1";
    Diagnostics found;
    const auto plan = make_plan(given.protocol, given.client, Scope::listed, found);
    REQUIRE(plan);
    std::string sent;
    Store store;
    for (const auto events : {Events::windows, Events::changes, Events::windows}) {
        Style options;
        options.calendar.events = events;
        const CalendarWriter writer(given.protocol, options);
        std::optional<Previous> previous;
        if (!sent.empty()) {
            previous = read_calendar({"sent.ics", sent}, found);
            REQUIRE(previous);
        }
        sent.clear();
        writer.append(*plan, previous ? &*previous : nullptr, sent);
        import_into(store, events_in(sent), false);
        CHECK(shown_in(store) == shown_by(writer, *plan));
    }
}
