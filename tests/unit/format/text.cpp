#include "unit/format/fixture.hpp"

using namespace format_fixture;

namespace {

// clang-format off
constexpr std::string_view plan_80 = R"(TODAY       Friday 27 November 2026, day 5 after your session on Sun 22 Nov
Client: Ana Example (A-17)
Practitioner: Kim

CALL NOW    emergency number: if you feel very ill, faint or short of breath
CALL TODAY  a doctor: fever or chills
ASK         your practitioner, +44 20 7946 0000: any doubt

DO          • Rinse with lukewarm water (2 times a day)
AVOID       • Swimming in a pool                                until Tue 22 Dec
            • Shaving                                            until Wed 2 Dec
WITH CARE   • Dry shampoo (if: Hair is kept long) until Sun 6 Dec
TOMORROW    nothing changes
"until": that day too. Clinics say so, no study. Care costs time, saves colour.

THE STEPS  "until" means that day too. A new session starts all dates again.
Thu 3 Dec   with care      Shaving (only if no scab remains)
Mon 7 Dec   allowed again  Dry shampoo
Mon 14 Dec  allowed again  Shaving
Sun 20 Dec  visit          Check-up (until Sun 17 Jan 2027)
Wed 23 Dec  allowed again  Swimming in a pool

AVOID  (--details says why, and what to do instead)
Shaving: until 2 Dec, then with care until 13 Dec, only if no scab remains
Swimming in a pool         until 22 Dec
WITH CARE
Dry shampoo                                                          until 6 Dec
  if: Hair is kept long
DO
Rinse with lukewarm water  until 28 Nov
CALL TODAY  Fever or chills
VISITS      Check-up: 20 Dec to 17 Jan 2027, best 3 Jan

Clinic: Example Clinic
Not medical advice: your doctor and practitioner come first. If in doubt, call.
Rules: small, version 1.2.0, fingerprint 0123456789ab
Small protocol. Not yet reviewed by a practitioner.
)";

constexpr std::string_view plan_40_ascii = R"(DAY
  Sunday 22 November 2026, day 0 after
  your session on Sun 22 Nov
Client: Ana Example (A-17)
Practitioner: Kim

CALL NOW
  emergency number: if you feel very
  ill, faint or short of breath
CALL TODAY
  a doctor: fever or chills
ASK
  your practitioner, +44 20 7946 0000:
  any doubt

AVOID
* Swimming in a pool  until Tue 22 Dec
* Shaving             until Wed 2 Dec
* Getting the scalp wet until Wed 25 Nov
NORMAL
* Redness             until Wed 25 Nov
NEXT DAY
  nothing changes
"until": that day too. Clinics say so,
no study. Care costs time, saves colour.

THE STEPS
  "until" means that day too. A new
  session starts all dates again.
Thu 26 Nov
  do: Rinse with lukewarm water
  with care: Dry shampoo (if: Hair is
  kept long)
  allowed again: Getting the scalp wet
Thu 3 Dec
  with care: Shaving (only if no scab
  remains)
Mon 7 Dec
  allowed again: Dry shampoo
Mon 14 Dec
  allowed again: Shaving
Sun 20 Dec
  visit: Check-up (until Sun 17 Jan
  2027)
Wed 23 Dec
  allowed again: Swimming in a pool

AVOID
  Getting the scalp wet until 25 Nov
  Shaving: until 2 Dec, then with care
    until 13 Dec, only if no scab
    remains
  Swimming in a pool  until 22 Dec
WITH CARE
  Dry shampoo         26 Nov to 6 Dec
    if: Hair is kept long
DO
  Rinse with lukewarm water 26 to 28 Nov
NORMAL
  Redness             until 25 Nov
CALL TODAY
  Fever or chills
VISITS
  Check-up: 20 Dec to 17 Jan 2027, best
  3 Jan

Clinic: Example Clinic
Not medical advice: your doctor and
practitioner come first. If in doubt,
call.
Rules: small, version 1.2.0, fingerprint
  0123456789ab
Small protocol. Not yet reviewed by a
  practitioner.
)";

constexpr std::string_view day_5 = R"(DAY         Wednesday 25 November 2026, day 3 after your session on Sun 22 Nov
Client: Ana Example (A-17)
Practitioner: Kim

CALL NOW    emergency number: if you feel very ill, faint or short of breath
CALL TODAY  a doctor: fever or chills
ASK         your practitioner, +44 20 7946 0000: any doubt

AVOID       • Swimming in a pool                                until Tue 22 Dec
            • Shaving                                            until Wed 2 Dec
            • Getting the scalp wet                             until Wed 25 Nov
NORMAL      • Redness until Wed 25 Nov
NEXT DAY    • do: Rinse with lukewarm water
            • with care: Dry shampoo (if: Hair is kept long)
            • allowed again: Getting the scalp wet
"until": that day too. Clinics say so, no study. Care costs time, saves colour.

Next change: Thu 3 Dec
  with care: Shaving (only if no scab remains)
A new session starts the days again.

Clinic: Example Clinic
Not medical advice: your doctor and practitioner come first. If in doubt, call.
Small protocol. Not yet reviewed by a practitioner.
)";

constexpr std::string_view not_started = R"(DAY
  Friday 20 November 2026: starts in 2
  days, on Sun 22 Nov
Client: Ana Example (A-17)
Practitioner: Kim

CALL NOW
  emergency number: if you feel very
  ill, faint or short of breath
CALL TODAY
  a doctor: fever or chills
ASK
  your practitioner, +44 20 7946 0000:
  any doubt

Before the session: as your practitioner
said. On the day of the session:
AVOID
* Swimming in a pool  until Tue 22 Dec
* Shaving             until Wed 2 Dec
* Getting the scalp wet until Wed 25 Nov
NORMAL
* Redness             until Wed 25 Nov
NEXT DAY
  nothing changes
"until": that day too. Clinics say so,
no study. Care costs time, saves colour.

Next change: Thu 26 Nov
  do: Rinse with lukewarm water; with
  care: Dry shampoo (if: Hair is kept
  long); allowed again: Getting the
  scalp wet
A new session starts the days again.

Clinic: Example Clinic
Not medical advice: your doctor and
practitioner come first. If in doubt,
call.
Small protocol. Not yet reviewed by a
  practitioner.
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

TEST_CASE("today stands first on any day") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const auto shows = [&](std::string_view date) {
        auto style = style_of(80, true);
        style.today = day(date);
        return has(plan_text(plan, style), "TODAY");
    };
    CHECK(shows("2025-11-07"));
    CHECK(shows("2026-11-08"));
    CHECK(shows("2027-01-17"));
    CHECK(shows("2030-01-18"));
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
    auto style = style_of(120, true);
    style.details = true;
    const auto text = plan_text(plan, style);
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
    CHECK(has(text, "TODAY       Friday 27 November 2026, day 6 (session: Sun 22 Nov, day 1)\n"));
    style.details = true;
    CHECK(has(plan_text(plan, style), "from Sun 22 Nov 2026 (day 1) until and including Wed 2 Dec 2026 (day 11)\n"));
    CHECK(has(find_format("json")->day(plan, day_view(plan, *style.today), style), "\"day\": 5,"));
}

TEST_CASE("without a contact there is a line to write one on") {
    auto protocol = small_protocol();
    protocol.clinic = {};
    const auto plan = small_plan(protocol);
    const auto style = style_of(80, true);
    constexpr std::string_view line = "ASK         your practitioner, ____________________: any doubt\n";
    CHECK(has(plan_text(plan, style), line));
    CHECK(has(find_format("text")->day(plan, day_view(plan, day("2026-11-22")), style), line));
}

TEST_CASE("signs that need help soonest come first") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    auto urgent = rule("breath", Kind::warn, "Trouble breathing", 0, {});
    urgent.help = Help::emergency;
    protocol.rules.push_back(urgent);
    plan.items.push_back(item(8, {Window{Kind::warn, day("2026-11-22"), {}, {1}, {}}}));
    const auto text = plan_text(plan, style_of(80, true));
    CHECK(text.find("CALL NOW    emergency number: trouble breathing\n") <
          text.find("CALL TODAY  a doctor: fever or chills\n"));
    CHECK(text.find("CALL NOW    Trouble breathing\n") < text.find("CALL TODAY  Fever or chills\n"));
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
