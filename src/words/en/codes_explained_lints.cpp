#include "words/codes.hpp"

namespace smpcare::words {
namespace {

constexpr CodeExplanation lints[] = {
    {Code::do_meets_avoid,
     "One rule tells the client to do something on a day on which another forbids it. The stricter one wins, and the "
     "other is left out of that day. Most likely one of the two has a wrong day.",
     "[[rule]]\nid = \"rinse\"\nkind = \"do\"\nfrom = { after = \"keep-dry\" }"},
    {Code::gap_after_ban,
     "Something was forbidden, and later the client is told to do it. On the days between nobody says anything of it, "
     "so it looks free sooner than it is meant to be. Let the second rule begin where the first ends.",
     "[[rule]]\nid = \"gentle-cleanser\"\nkind = \"do\"\nfrom = { after = \"no-cleanser\" }"},
    {Code::activity_unused,
     "People can ask about this activity, and the answer is always yes, because no rule speaks of it. A rule may have "
     "lost it from its list.",
     "[[rule]]\nid = \"swim-pool\"\nactivities = [\"swim-pool\"]"},
    {Code::activity_unasked,
     "Nobody asks by an id. Give the activity the words that people use, so that 'smpcare can' finds it.",
     "[activity.swim-pool]\ntitle = \"Swim in a pool\"\nwords = [\"swim\", \"pool\"]"},
    {Code::floor_above_default,
     "The floor is the shortest time that the source allows, but the rule itself ends sooner. One of the two is wrong. "
     "Look into the source.",
     "through = 7\nfloor = 7"},
    {Code::no_source,
     "Nobody can tell where this rule comes from. Cite what it was taken from. Where it is the clinic's own advice, "
     "say "
     "so with evidence = \"custom\".",
     "sources = [\"guide:4\"]\nevidence = \"some\""},
    {Code::wide_word,
     "Who asks by this word gets an answer for every activity that has it, and the strictest counts. With so many the "
     "answer helps nobody.",
     "[activity.swim-pool]\nwords = [\"swim\", \"pool\"]"},
    {Code::idle_override,
     "The value that this override sets is the value that was there before. Either it was meant to be another one, or "
     "the rules have caught up and the override can go.",
     "[override.swim-pool]\nthrough = 35\nreason = \"UV index here\""},
    {Code::idle_test, "A test that names no rule always passes, and so protects nothing.",
     "[[test]]\nname = \"gym on day 7\"\nsessions = [2026-11-22]\non = 2026-11-29\nin_force = [\"exercise-intense\"]"},
};

}  // namespace

std::span<const CodeExplanation> lint_explanations() { return lints; }

}  // namespace smpcare::words
