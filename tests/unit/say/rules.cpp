#include "say/rules.hpp"

#include <doctest/doctest.h>

using namespace smpcare;

namespace {

std::string told(Evidence evidence, std::vector<Citation> sources) {
    Rule rule;
    rule.evidence = evidence;
    rule.sources = std::move(sources);
    return say::evidence_phrase(rule, words::english);
}

}  // namespace

TEST_CASE("how widely a rule is published stands in words, and that no study backs it") {
    CHECK(told(Evidence::strong, {{0, "4"}, {1, ""}, {0, "5"}}) ==
          "widely published (2 sources; not tested in a study)");
    CHECK(told(Evidence::weak, {{0, ""}}) == "published by few (1 source; not tested in a study)");
    CHECK(told(Evidence::custom, {{0, ""}}) == "own advice (no number is published)");
    CHECK(told(Evidence::custom, {}) == "own advice (no number is published)");
}
