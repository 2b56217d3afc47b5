#include "unit/format/fixture.hpp"

using namespace format_fixture;

namespace {

// clang-format off
constexpr std::string_view protocol_shown = R"(small: Small protocol
=====================
Version: 1.2.0
Language: en
Fingerprint: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
A session more than 90 days after the one before begins a new series.
Sessions less than 7 days apart get a notice.
Day 0 is the day of a session.

Rules
-----
keep-dry     avoid   days 0 to 3    Getting the scalp wet
rinse        do      days 4 to 6    Rinse with lukewarm water
swim-pool    avoid   days 0 to 30   Swimming in a pool
shave        avoid   days 0 to 10   Shaving
dry-shampoo  limit   days 4 to 14   Dry shampoo
redness      expect  days 0 to 3    Redness
fever        warn    day 0 on       Fever or chills
check        visit   days 28 to 56  Check-up

Activities
----------
wet-scalp    Wet the scalp (words: shower, wash)
swim-pool    Swim in a pool (words: swim)
shave        Shave
dry-shampoo  Use dry shampoo

Facts
-----
long-hair  Hair is kept long

Events
------
scabs-gone  no scab remains (from day 4, by day 21)

Sources
-------
guide  A guide
)";

constexpr std::string_view rule_shown = R"(rinse: Rinse with lukewarm water
================================
Kind: do
Day 0 is the day of a session.
Window: days 4 to 6
From: day 4, the day after keep-dry
Through: day 6, the day before dry-shampoo, plus 2 days
Counts from: each session
Activities: wet-scalp
When: long-hair
Times a day: 2
Every: 2 days
Evidence: widely published (1 source; not tested in a study)

Detail
------
Lukewarm water only.

Sources
-------
* guide, section 3: A guide
  https://example.org/guide
* guide: A guide
  https://example.org/guide

Written at
----------
  id: clinic.toml:12:1
  through: clinic.toml:15:1
)";
// clang-format on

Style ascii_style() {
    Style style;
    style.ascii = true;
    return style;
}

// `rinse` with every kind of field, as a loader would give it.
Rule full_rule() {
    const auto source = std::make_shared<const SourceText>(SourceText{"clinic.toml", ""});
    auto made = small_protocol().rules[1];
    made.declared_through = {Boundary::Base::before, 2, "dry-shampoo"};
    made.detail = "Lukewarm water only.";
    made.when = {0};
    made.every = 2;
    made.sources = {{0, "3"}, {0, ""}};
    made.evidence = Evidence::strong;
    made.span = {source, 12, 1, 4};
    made.origins = {{Field::id, {source, 12, 1, 4}}, {Field::through, {source, 15, 1, 7}}};
    return made;
}

}  // namespace

TEST_CASE("the list of built-in protocols is a table") {
    auto other = small_protocol();
    other.id = "a-longer-name";
    other.rules.clear();
    const std::vector<Protocol> both{small_protocol(), other};
    CHECK(list_built_ins(both, ascii_style()) ==
          "ID             VERSION  RULES  EXTENDS  TITLE\n"
          "small          1.2.0    8      -        Small protocol\n"
          "a-longer-name  1.2.0    0      -        Small protocol\n");
}

TEST_CASE("a protocol, whole") { CHECK(show_protocol(small_protocol(), ascii_style()) == protocol_shown); }

TEST_CASE("a rule, whole, with where each value was written") {
    CHECK(show_rule(small_protocol(), full_rule(), ascii_style()) == rule_shown);
}

TEST_CASE("windows that never are or never end say so") {
    auto protocol = small_protocol();
    protocol.rules[0].vanished = true;
    CHECK(show_rule(protocol, protocol.rules[0], ascii_style()).find("Window: never\n") != std::string::npos);
    CHECK(show_rule(protocol, protocol.rules[6], ascii_style())
              .find("Window: day 0 on\nFrom: day 0\nThrough: open-ended\n") != std::string::npos);
}
