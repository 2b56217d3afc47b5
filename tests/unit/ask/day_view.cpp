#include <smpcare/ask.hpp>

#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

std::string changes(const Protocol& protocol, const std::vector<Change>& list) {
    std::string text;
    for (const Change& change : list) text += fmt::format(" {}/{}", protocol.rules[change.rule].id, name(change.kind));
    return text;
}

/// The whole view as lines: the day, what is in force, what starts, ends, and comes next.
std::string written(const Protocol& protocol, const DayView& view) {
    std::string text = fmt::format("session {} day {}\n", view.session, view.day);
    for (const InForce& entry : view.in_force) {
        text += fmt::format("{}/{} to {} after {}", protocol.rules[entry.rule].id, name(entry.kind),
                            entry.end ? iso(*entry.end) : "open", fmt::join(entry.after_sessions, " "));
        for (const std::size_t activity : entry.activities) text += " on " + protocol.activities[activity].id;
        for (const std::size_t fact : entry.unknown) text += " if " + protocol.facts[fact].id;
        text += entry.provisional ? " provisional\n" : "\n";
    }
    text += "starts" + changes(protocol, view.starts) + "\nends" + changes(protocol, view.ends) + "\n";
    if (!view.next) return text + "next none";
    return text + "next " + iso(view.next->date) + " starts" + changes(protocol, view.next->starts) + " ends" +
           changes(protocol, view.next->ends);
}

const char* const client =
    "event gone 4..12\n"
    "rule flakes expect 3..9\n"
    "rule wash do 0..30 on=wash,rinse\n"
    "rule gym avoid 0..7 on=gym until=gone when=tired\n"
    "rule soak limit 2..5 on=wash\n"
    "rule sun avoid 0..20 on=sun count=last\n"
    "sessions 2026-11-22\nplanned 2\n";

std::string view_of(const char* text, std::string_view date) {
    const auto given = read_plan_case(text);
    return written(given.protocol, day_view(plan_of(given), day(date)));
}

}  // namespace

TEST_CASE("a day in the middle: by kind, then file order, with what is left of the activities") {
    CHECK(view_of(client, "2026-11-25") ==
          "session 1 day 3\n"
          "gym/avoid to 2026-11-29 after 1 on gym if tired\n"
          "sun/avoid to 2026-12-12 after 1 on sun provisional\n"
          "soak/limit to 2026-11-27 after 1 on wash\n"
          "wash/do to 2026-12-22 after 1 on rinse\n"
          "flakes/expect to 2026-12-01 after 1\n"
          "starts flakes/expect\nends\n"
          "next 2026-11-27 starts ends soak/limit");
}

TEST_CASE("going from avoid to limit is an end and a start") {
    CHECK(view_of(client, "2026-11-29") ==
          "session 1 day 7\n"
          "gym/avoid to 2026-11-29 after 1 on gym if tired\n"
          "sun/avoid to 2026-12-12 after 1 on sun provisional\n"
          "wash/do to 2026-12-22 after 1 on wash on rinse\n"
          "flakes/expect to 2026-12-01 after 1\n"
          "starts\nends gym/avoid\n"
          "next 2026-11-30 starts gym/limit ends");
}

TEST_CASE("before the first session days are negative") {
    CHECK(view_of(client, "2026-11-20") ==
          "session 0 day -2\nstarts\nends\nnext 2026-11-22 starts wash/do gym/avoid sun/avoid ends");
}

TEST_CASE("the last end is followed by nothing") {
    CHECK(view_of(client, "2026-12-22") ==
          "session 1 day 30\nwash/do to 2026-12-22 after 1 on wash on rinse\nstarts\nends wash/do\nnext none");
    CHECK(view_of(client, "2030-01-01") == "session 1 day 1136\nstarts\nends\nnext none");
}

TEST_CASE("the session day itself is day 0 of the new session") {
    const char* const two = "rule gym avoid 0..3 on=gym\nsessions 2026-11-22 +10\n";
    CHECK(view_of(two, "2026-12-01") == "session 1 day 9\nstarts\nends\nnext 2026-12-02 starts gym/avoid ends");
    CHECK(view_of(two, "2026-12-02") ==
          "session 2 day 0\ngym/avoid to 2026-12-05 after 2 on gym\nstarts gym/avoid\nends\nnext 2026-12-05 starts "
          "ends gym/avoid");
}

TEST_CASE("a window of one day starts and ends; what nothing ends has no end") {
    const char* const rules = "rule sun avoid 0..open on=sun\nrule check visit 2..2\nsessions 2026-11-22\n";
    CHECK(view_of(rules, "2026-11-24") ==
          "session 1 day 2\nsun/avoid to open after 1 on sun\ncheck/visit to 2026-11-24 after 1\n"
          "starts check/visit\nends check/visit\nnext none");
}

TEST_CASE("a rule that is only asked about stands in no list of a day, and its days are no change") {
    auto given = read_plan_case(client);
    auto& rules = given.protocol.rules;
    for (Rule& rule : rules) rule.asked_only = rule.id == "sun" || rule.id == "soak";
    CHECK(written(given.protocol, day_view(plan_of(given), day("2026-11-25"))) ==
          "session 1 day 3\n"
          "gym/avoid to 2026-11-29 after 1 on gym if tired\n"
          "wash/do to 2026-12-22 after 1 on rinse\n"
          "flakes/expect to 2026-12-01 after 1\n"
          "starts flakes/expect\nends\n"
          "next 2026-11-29 starts ends gym/avoid");
}
