#include "unit/format/fixture.hpp"

using namespace format_fixture;

namespace {

// clang-format off
constexpr std::string_view plan_80 = R"(Small protocol
══════════════
Client: Ana Example (A-17)
Practitioner: Kim
Session 1: Sunday 22 November 2026
A new session starts the days again.
Clinic: Example Clinic
Call: +44 20 7946 0000

TODAY Friday 27 November 2026: session 1, day 5
Avoid
  until and including Wed 2 Dec 2026: Shaving
  until and including Tue 22 Dec 2026 (if you have no session before then):
    Swimming in a pool
With care
  until and including Sun 6 Dec 2026 (if: Hair is kept long): Dry shampoo
Next change: Saturday 28 November 2026
  last day: Rinse with lukewarm water (do)

Avoid
─────
• Getting the scalp wet
  from Sun 22 Nov 2026 (day 0) until and including Wed 25 Nov 2026 (day 3)
  No shower on the scalp, no rain, no sweat. A body shower is fine, with the
  head held back.
• Shaving
  from Sun 22 Nov 2026 (day 0) until and including Wed 2 Dec 2026 (day 10)
  then with care from Thu 3 Dec 2026 (day 11) until and including Sun 13 Dec
    2026 (day 21): only if no scab remains
• Swimming in a pool
  from Sun 22 Nov 2026 (day 0) until and including Tue 22 Dec 2026 (day 30)
  counts from session 1
  if you have no session before then

With care
─────────
• Dry shampoo
  from Thu 26 Nov 2026 (day 4) until and including Sun 6 Dec 2026 (day 14)
  if: Hair is kept long

Do
──
• Rinse with lukewarm water
  2 times a day
  from Thu 26 Nov 2026 (day 4) until and including Sat 28 Nov 2026 (day 6)

What is normal
──────────────
• Redness
  from Sun 22 Nov 2026 (day 0) until and including Wed 25 Nov 2026 (day 3)

Call if
───────
• Fever or chills
  call a doctor
  from Sun 22 Nov 2026 (day 0), no end date

Appointments
────────────
• Check-up
  from Sun 20 Dec 2026 (day 28) until and including Sun 17 Jan 2027 (day 56)
  best on Sun 3 Jan 2027 (day 42)

Timeline
────────
one column is 1 day; █ avoid; ▒ with care; · do; > goes on; 1 session 1; ^ today
                          22 Nov 29 Nov 6 Dec  13 Dec 20 Dec
Sessions                  1    ^
Getting the scalp wet     ████                            to 25 Nov 2026
Shaving                   ███████████▒▒▒▒▒▒▒▒▒▒▒          to 13 Dec 2026
Swimming in a pool        ███████████████████████████████ to 22 Dec 2026
Dry shampoo                   ▒▒▒▒▒▒▒▒▒▒▒                 to 6 Dec 2026
Rinse with lukewarm water     ···                         to 28 Nov 2026

Not medical advice: what your practitioner tells you comes first. If in doubt,
call.
Rules: small, version 1.2.0, fingerprint 0123456789ab
)";

constexpr std::string_view plan_40_ascii = R"(Small protocol
==============
Client: Ana Example (A-17)
Practitioner: Kim
Session 1: Sunday 22 November 2026
A new session starts the days again.
Clinic: Example Clinic
Call: +44 20 7946 0000

Avoid
-----
* Getting the scalp wet
  from Sun 22 Nov 2026 (day 0) until and
    including Wed 25 Nov 2026 (day 3)
  No shower on the scalp, no rain, no
  sweat. A body shower is fine, with the
  head held back.
* Shaving
  from Sun 22 Nov 2026 (day 0) until and
    including Wed 2 Dec 2026 (day 10)
  then with care from Thu 3 Dec 2026
    (day 11) until and including Sun 13
    Dec 2026 (day 21): only if no scab
    remains
* Swimming in a pool
  from Sun 22 Nov 2026 (day 0) until and
    including Tue 22 Dec 2026 (day 30)
  counts from session 1
  if you have no session before then

With care
---------
* Dry shampoo
  from Thu 26 Nov 2026 (day 4) until and
    including Sun 6 Dec 2026 (day 14)
  if: Hair is kept long

Do
--
* Rinse with lukewarm water
  2 times a day
  from Thu 26 Nov 2026 (day 4) until and
    including Sat 28 Nov 2026 (day 6)

What is normal
--------------
* Redness
  from Sun 22 Nov 2026 (day 0) until and
    including Wed 25 Nov 2026 (day 3)

Call if
-------
* Fever or chills
  call a doctor
  from Sun 22 Nov 2026 (day 0), no end
    date

Appointments
------------
* Check-up
  from Sun 20 Dec 2026 (day 28) until
    and including Sun 17 Jan 2027 (day
    56)
  best on Sun 3 Jan 2027 (day 42)

Timeline
--------
one column is 1 day; # avoid; = with
care; . do; > goes on; 1 session 1
22 Nov 29 Nov 6 Dec  13 Dec 20 Dec
1
Getting the scalp wet: to 25 Nov 2026
####
Shaving: to 13 Dec 2026
###########===========
Swimming in a pool: to 22 Dec 2026
###############################
Dry shampoo: to 6 Dec 2026
    ===========
Rinse with lukewarm water: to 28 Nov
  2026
    ...

Not medical advice: what your
practitioner tells you comes first. If
in doubt, call.
Rules: small, version 1.2.0, fingerprint
  0123456789ab
)";

constexpr std::string_view day_5 = R"(Session 1, day 3: Wednesday 25 November 2026
════════════════════════════════════════════
Client: Ana Example (A-17)
Practitioner: Kim
Clinic: Example Clinic
Call: +44 20 7946 0000

Avoid
─────
  until and including Wed 25 Nov 2026: Getting the scalp wet
  until and including Wed 2 Dec 2026: Shaving
  until and including Tue 22 Dec 2026 (if you have no session before then):
    Swimming in a pool

What is normal
──────────────
  until and including Wed 25 Nov 2026: Redness

Last day of
───────────
• Getting the scalp wet (avoid)
• Redness (normal)

Next change: Thursday 26 November 2026
  first day: Rinse with lukewarm water (do); Dry shampoo (with care)

Call if
───────
  no end date: Fever or chills (call a doctor)

A new session starts the days again.

Not medical advice: what your practitioner tells you comes first. If in doubt,
call.
Rules: small, version 1.2.0, fingerprint 0123456789ab
)";

constexpr std::string_view not_started = R"(Friday 20 November 2026: not started,
session 1 is on Sunday 22 November 2026,
in 2 days
========================================
Client: Ana Example (A-17)
Practitioner: Kim
Clinic: Example Clinic
Call: +44 20 7946 0000

Nothing is in force on this day.

Next change: Sunday 22 November 2026
  first day: Getting the scalp wet
    (avoid); Swimming in a pool (avoid);
    Shaving (avoid); Redness (normal);
    Fever or chills (call if)

A new session starts the days again.

Not medical advice: what your
practitioner tells you comes first. If
in doubt, call.
Rules: small, version 1.2.0, fingerprint
  0123456789ab
)";
// clang-format on

Style style_of(int width, bool ascii) {
    Style style;
    style.width = width;
    style.ascii = ascii;
    return style;
}

std::string plan_text(const Plan& plan, const Style& style) { return find_format("text")->plan(plan, style); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a plan on eighty columns begins with today") {
    const auto protocol = small_protocol();
    auto style = style_of(80, false);
    style.today = day("2026-11-27");
    CHECK(plan_text(small_plan(protocol), style) == plan_80);
}

TEST_CASE("a plan on forty columns, in ASCII, without a day") {
    const auto protocol = small_protocol();
    CHECK(plan_text(small_plan(protocol), style_of(40, true)) == plan_40_ascii);
}

TEST_CASE("no line is wider than the page, at any width") {
    auto protocol = small_protocol();
    protocol.rules[0].title = "頭皮を濡らさないでください、雨の日も、シャワーでも";
    protocol.rules[1].title = std::string(90, 'x');
    const auto plan = small_plan(protocol);
    for (int width = 20; width <= 120; ++width) {
        auto style = style_of(width, false);
        style.today = day("2026-11-27");
        const auto text = plan_text(plan, style);
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find('\n', at);
            CHECK(display_width(text.substr(at, end - at)) <= width);
            at = end + 1;
        }
    }
}

TEST_CASE("today stands first only where it lies within the plan") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const auto shows = [&](std::string_view date) {
        auto style = style_of(80, true);
        style.today = day(date);
        return has(plan_text(plan, style), "TODAY");
    };
    CHECK_FALSE(shows("2026-11-07"));
    CHECK(shows("2026-11-08"));
    CHECK(shows("2027-01-17"));
    CHECK_FALSE(shows("2027-01-18"));
}

TEST_CASE("several sessions are named beside day numbers, and pauses say why") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.sessions.push_back(day("2026-12-02"));
    plan.series.push_back(1);
    auto& powder = plan.items[4];
    powder.declared = {{Kind::limit, day("2026-11-26"), day("2026-12-16"), {1, 2}, {}}};
    powder.windows = {{Kind::limit, day("2026-11-26"), day("2026-12-01"), {1, 2}, {}},
                      {Kind::limit, day("2026-12-06"), day("2026-12-16"), {1, 2}, {}}};
    powder.cuts = {{day("2026-12-02"), day("2026-12-05"), {0}}};
    const auto text = plan_text(plan, style_of(120, true));
    CHECK(has(text,
              "* Dry shampoo\n"
              "  from Thu 26 Nov 2026 (session 1, day 4) until and including Tue 1 Dec 2026 (session 1, day 9)\n"
              "  from Sun 6 Dec 2026 (session 2, day 4) until and including Wed 16 Dec 2026 (session 2, day 14)\n"
              "  paused from Wed 2 Dec 2026 until and including Sat 5 Dec 2026: Getting the scalp wet (avoid)\n"
              "  if: Hair is kept long\n"));
}

TEST_CASE("a protocol may call the procedure day \"day 1\"") {
    auto protocol = small_protocol();
    protocol.day_one = true;
    const auto plan = small_plan(protocol);
    auto style = style_of(100, true);
    style.today = day("2026-11-27");
    const auto text = plan_text(plan, style);
    CHECK(has(text, "TODAY Friday 27 November 2026: session 1, day 6\n"));
    CHECK(has(text, "from Sun 22 Nov 2026 (day 1) until and including Wed 25 Nov 2026 (day 4)\n"));
    CHECK(has(find_format("json")->day(plan, day_view(plan, *style.today), style), "\"day\": 5,"));
}

TEST_CASE("without a contact there is a line to write one on") {
    auto protocol = small_protocol();
    protocol.clinic = {};
    const auto plan = small_plan(protocol);
    const auto style = style_of(80, true);
    CHECK(has(plan_text(plan, style), "Call (write it here): ____________________\n"));
    CHECK(has(find_format("text")->day(plan, day_view(plan, day("2026-11-22")), style), "Call (write it here): ____"));
}

TEST_CASE("signs that need help soonest come first") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    auto urgent = rule("breath", Kind::warn, "Trouble breathing", 0, {});
    urgent.help = Help::emergency;
    protocol.rules.push_back(urgent);
    plan.items.push_back(item(8, {Window{Kind::warn, day("2026-11-22"), {}, {1}, {}}}));
    const auto text = plan_text(plan, style_of(80, true));
    CHECK(text.find("Trouble breathing\n  call the emergency services\n") <
          text.find("Fever or chills\n  call a doctor\n"));
}

TEST_CASE("hostile texts cannot leave their line or turn the page around") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.client_name = "Ana\r\nCall: 666\x1b[2J\u202E";
    plan.labels = {{"Area\n", "crown\u2028Avoid"}};
    const auto text = plan_text(plan, style_of(80, true));
    CHECK(has(text, "Client: Ana Call: 666[2J (A-17)\nArea: crown Avoid\n"));
}

TEST_CASE("colours add nothing but colour") {
    const auto protocol = small_protocol();
    auto style = style_of(80, false);
    style.today = day("2026-11-27");
    style.colour = true;
    auto text = plan_text(small_plan(protocol), style);
    for (auto at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b'))
        text.erase(at, text.find('m', at) + 1 - at);
    CHECK(text == plan_80);
}

TEST_CASE("a day says what holds, ends and comes next") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    CHECK(find_format("text")->day(plan, day_view(plan, day("2026-11-25")), style_of(80, false)) == day_5);
}

TEST_CASE("before the first session nothing has started") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    CHECK(find_format("text")->day(plan, day_view(plan, day("2026-11-20")), style_of(40, true)) == not_started);
}
