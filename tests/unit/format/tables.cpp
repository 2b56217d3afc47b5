#include "unit/format/fixture.hpp"

#include <nlohmann/json.hpp>

using namespace format_fixture;

namespace {

// clang-format off
constexpr std::string_view plan_json = R"({
  "schema": "smpcare.plan/2",
  "protocol": {
    "id": "small",
    "version": "1.2.0",
    "title": "Small protocol",
    "fingerprint": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  },
  "day_one": false,
  "clinic": {
    "name": "Example Clinic",
    "phone": [
      "+44 20 7946 0000"
    ],
    "email": null,
    "address": null,
    "url": null,
    "emergency": []
  },
  "client": {
    "id": "A-17",
    "name": "Ana Example",
    "labels": {
      "Practitioner": "Kim"
    }
  },
  "sessions": [
    "2026-11-22"
  ],
  "planned": 2,
  "facts": {
    "long-hair": "no"
  },
  "observed": {
    "scabs-gone": [
      "2026-12-05"
    ]
  },
  "items": [
    {
      "rule": "shave",
      "kind": "avoid",
      "title": "Shaving",
      "detail": "",
      "short": null,
      "why": null,
      "headline": null,
      "instead": [],
      "signs": [],
      "help": null,
      "target": null,
      "times_per_day": null,
      "every": null,
      "activities": [
        {
          "id": "shave",
          "title": "Shave"
        }
      ],
      "condition": null,
      "provisional": false,
      "windows": [
        {
          "kind": "avoid",
          "start": "2026-11-22",
          "end": "2026-12-02",
          "after_sessions": [
            1
          ]
        },
        {
          "kind": "limit",
          "start": "2026-12-03",
          "end": "2026-12-13",
          "after_sessions": [
            1
          ]
        }
      ],
      "cut": [],
      "sources": [],
      "evidence": "custom",
      "changes": []
    },
    {
      "rule": "dry-shampoo",
      "kind": "limit",
      "title": "Dry shampoo",
      "detail": "",
      "short": null,
      "why": null,
      "headline": null,
      "instead": [],
      "signs": [],
      "help": null,
      "target": null,
      "times_per_day": null,
      "every": null,
      "activities": [
        {
          "id": "dry-shampoo",
          "title": "Use dry shampoo"
        }
      ],
      "condition": {
        "unknown": [
          "long-hair"
        ],
        "text": "if: Hair is kept long"
      },
      "provisional": false,
      "windows": [],
      "cut": [
        {
          "start": "2026-11-26",
          "end": "2026-12-06",
          "by": [
            "keep-dry",
            "shave"
          ]
        }
      ],
      "sources": [],
      "evidence": "custom",
      "changes": []
    }
  ],
  "notices": []
}
)";

constexpr std::string_view day_json = R"({
  "schema": "smpcare.day/2",
  "protocol": {
    "id": "small",
    "version": "1.2.0",
    "title": "Small protocol",
    "fingerprint": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  },
  "date": "2026-11-27",
  "session": 1,
  "day": 5,
  "in_force": [
    {
      "rule": "dry-shampoo",
      "kind": "limit",
      "title": "Dry shampoo",
      "activities": [
        {
          "id": "dry-shampoo",
          "title": "Use dry shampoo"
        }
      ],
      "end": "2026-12-06",
      "condition": {
        "unknown": [
          "long-hair"
        ],
        "text": "if: Hair is kept long"
      }
    },
    {
      "rule": "rinse",
      "kind": "do",
      "title": "Rinse with lukewarm water",
      "activities": [
        {
          "id": "wet-scalp",
          "title": "Wet the scalp"
        }
      ],
      "end": "2026-11-28",
      "condition": null
    }
  ],
  "starts": [],
  "ends": [],
  "next": {
    "date": "2026-11-28",
    "starts": [],
    "ends": [
      {
        "rule": "rinse",
        "kind": "do",
        "title": "Rinse with lukewarm water"
      }
    ]
  },
  "notices": []
}
)";

constexpr std::string_view answer_both = R"(NO, NOT YET: swim, Wednesday 25 November 2026 until Friday 27 November 2026
• Swimming in a pool: avoid until Tue 22 Dec, free from Wed 23 Dec
• Waiting costs only time; skin heals, colour lasts.
A new session moves all dates. Not medical advice.
Not sure? Ask your practitioner: +44 20 7946 0000. Emergency: emergency services
{
  "schema": "smpcare.answer/2",
  "protocol": {
    "id": "small",
    "version": "1.2.0",
    "title": "Small protocol",
    "fingerprint": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  },
  "asked": "swim",
  "unknown": [],
  "from": "2026-11-25",
  "to": "2026-11-27",
  "answer": "no",
  "provisional": false,
  "activities": [
    {
      "activity": "swim-pool",
      "title": "Swim in a pool",
      "answer": "no",
      "because": [
        {
          "rule": "swim-pool",
          "kind": "avoid",
          "end": "2026-12-22",
          "condition": null
        }
      ],
      "also": [],
      "road": [
        {
          "start": "2026-11-25",
          "end": "2026-12-22",
          "kind": "avoid",
          "rules": [
            "swim-pool"
          ],
          "condition": null
        },
        {
          "start": "2026-12-23",
          "end": null,
          "kind": "free",
          "rules": [],
          "condition": null
        }
      ],
      "free_from": "2026-12-23",
      "free_through": null
    }
  ],
  "signs": [],
  "notices": []
}
)";
// clang-format on

constexpr std::string_view plan_csv =
    "rule,kind,title,start,end,after_sessions,short,help,target,times_per_day,every,protocol,version,fingerprint\r\n"
    "keep-dry,avoid,Getting the scalp wet,2026-11-22,2026-11-25,1,,,,,,RULES\r\n"
    "rinse,do,Rinse with lukewarm water,2026-11-26,2026-11-28,1,,,,2,,RULES\r\n"
    "swim-pool,avoid,\"Swimming, \"\"diving\"\" in a pool\",2026-11-22,2026-12-22,1 2,,,,,,RULES\r\n"
    "shave,avoid,Shaving,2026-11-22,2026-12-02,1,,,,,,RULES\r\n"
    "shave,limit,Shaving,2026-12-03,2026-12-13,1,,,,,,RULES\r\n"
    "dry-shampoo,limit,Dry shampoo,2026-11-26,2026-12-06,1,,,,,,RULES\r\n"
    "redness,expect,Redness,2026-11-22,2026-11-25,1,,,,,,RULES\r\n"
    "fever,warn,Fever or chills,2026-11-22,,1,,doctor,,,,RULES\r\n"
    "check,visit,Check-up,2026-12-20,2027-01-17,1,,,2027-01-03,,,RULES\r\n";

}  // namespace

TEST_CASE("the table of formats begins with the default and says who has what") {
    std::string table;
    for (const auto& format : formats()) {
        table += std::string(format.name) + (format.plan ? " plan" : "") + (format.day ? " day" : "") +
                 (format.answer ? " answer" : "") + "\n";
        CHECK(find_format(format.name) == &format);
        CHECK_FALSE(format.description.empty());
    }
    CHECK(table ==
          "text plan day answer\njson plan day answer\ncsv plan\nics plan\nhtml plan\npdf plan\nmd plan\nline day "
          "answer\n");
    CHECK(find_format("docx") == nullptr);
}

TEST_CASE("a plan as JSON, whole") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[3], plan.items[4]};
    plan.items[1].windows = {};
    plan.items[1].cuts = {{day("2026-11-26"), day("2026-12-06"), {0, 3}}};
    plan.planned = 2;
    plan.facts = {Truth::no};
    plan.answered = {true};
    plan.observed = {{day("2026-12-05")}};
    CHECK(find_format("json")->plan(plan, {}) == plan_json);
}

TEST_CASE("what is not known is null in JSON") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.client_id.clear();
    plan.client_name.clear();
    plan.labels.clear();
    const auto document = nlohmann::json::parse(find_format("json")->plan(plan, {}));
    CHECK(document["client"].dump() == R"({"id":null,"labels":{},"name":null})");
    CHECK(document["planned"].is_null());
    CHECK(document["facts"].dump() == "{}");
    CHECK(document["observed"].dump() == "{}");
    CHECK(document["items"][6]["windows"][0]["end"].is_null());
    CHECK(document["items"][2]["provisional"] == true);
}

TEST_CASE("bytes that are not UTF-8 do not end the program") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.client_name = "Ana \xFF";
    const auto document = nlohmann::json::parse(find_format("json")->plan(plan, {}));
    CHECK(document["client"]["name"] == "Ana \uFFFD");
}

TEST_CASE("a day as JSON, whole") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.items = {plan.items[1], plan.items[4]};
    CHECK(find_format("json")->day(plan, day_view(plan, day("2026-11-27")), {}) == day_json);
}

TEST_CASE("an answer as text and JSON, whole") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const auto reply =
        answer(plan, "swim", read_phrase(protocol, "swim").activities, {day("2026-11-25"), day("2026-11-27")});
    CHECK(find_format("text")->answer(plan, reply, {}) + find_format("json")->answer(plan, reply, {}) == answer_both);
}

TEST_CASE("an answer for a word with several activities names each") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const auto on = day("2026-12-04");
    const auto text = find_format("text")->answer(plan, answer(plan, "my hair", {2, 3, 0}, {on, on}), {});
    CHECK(text ==
          "WITH CARE: hair, Fri 4 Dec, day 12 after your session\n"
          "• Shaving                with care (only if no scab remains) until Sun 13 Dec,\n"
          "                         free from Mon 14 Dec\n"
          "• Dry shampoo            with care until Sun 6 Dec, if: Hair is kept long, free\n"
          "                         from Mon 7 Dec\n"
          "• Getting the scalp wet  free\n"
          "Care costs little; skin heals, colour lasts.\n"
          "A new session moves all dates. Not medical advice.\n"
          "Not sure? Ask your practitioner: +44 20 7946 0000. Emergency: emergency services\n");
}

TEST_CASE("a plan as CSV, whole, with quotes only where needed") {
    auto protocol = small_protocol();
    protocol.rules[2].title = "Swimming,\r\n\"diving\" in a pool";
    auto plan = small_plan(protocol);
    plan.items[2].windows[0].after_sessions = {1, 2};
    auto table = find_format("csv")->plan(plan, {});
    const std::string rules = "small,1.2.0,0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    for (auto at = table.find(rules); at != std::string::npos; at = table.find(rules))
        table.replace(at, rules.size(), "RULES");
    CHECK(table == plan_csv);
}
