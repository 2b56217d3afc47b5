#pragma once

#include "words/codes.hpp"

namespace smpcare::words::in_english {

/// English: what is said of doubts about a rule file.
inline constexpr CodeWords lints_codes[] = {
    {Code::do_meets_avoid, "'{0}' says to do '{2}' and '{1}' to avoid it, both on {3}",
     "let one begin after the other: from = {{ after = \"{1}\" }}",
     "One rule tells the client to do something on a day on which another forbids it. The stricter one wins, and the "
     "other is left out of that day. Most likely one of the two has a wrong day.",
     "[[rule]]\nid = \"rinse\"\nkind = \"do\"\nfrom = { after = \"keep-dry\" }"},
    {Code::do_meets_ask, "'{0}' says to do '{2}' and '{1}' to ask first, both on {3}",
     "let one begin after the other: from = {{ after = \"{1}\" }}",
     "One rule tells the client to do something on a day on which another wants a clear yes for it first. The stricter "
     "one wins, and the other is left out of that day. Most likely one of the two has a wrong day.",
     "[[rule]]\nid = \"foam\"\nkind = \"do\"\nfrom = { after = \"new-product\" }"},
    {Code::gap_after_ban, "'{0}' begins late: on {2} nothing is said of '{1}', which was banned before",
     "let it begin the day after the ban, or add a rule for the days between",
     "Something was forbidden, and later the client is told to do it. On the days between nobody says anything of it, "
     "so it looks free sooner than it is meant to be. Let the second rule begin where the first ends.",
     "[[rule]]\nid = \"gentle-cleanser\"\nkind = \"do\"\nfrom = { after = \"no-cleanser\" }"},
    {Code::rule_hidden, "'{0}' is never shown: on all of its days '{1}' or another rule is stricter",
     "let it begin the day after: from = {{ after = \"{1}\" }}",
     "For one thing on one day the strictest rule wins. All days of this rule are days of a stricter one, so nobody "
     "ever "
     "reads it. Most likely it was meant to begin where the stricter one ends.",
     "[[rule]]\nid = \"sun-later\"\nkind = \"limit\"\nfrom = { after = \"direct-sun\" }"},
    {Code::bans_differ, "'{0}' and '{1}' both forbid '{2}', and end on different days",
     "leave the activity to one of them, or let both end together",
     "The longer ban holds. Who reads only the shorter one is told a day that is too early. Leave the activity to the "
     "rule that is meant.",
     "[[rule]]\nid = \"swim-pool\"\nkind = \"avoid\"\nactivities = [\"swim-pool\"]\nthrough = 30"},
    {Code::end_silent, "after '{0}' nothing is said of '{1}' on day {2}, though most of what it forbids is spoken of",
     "name it in the rule that follows, or in a rule of its own",
     "The rule forbids several things. For some of them another rule goes on after its end, but not for this one, so "
     "it "
     "looks free. Either it was forgotten in the rule that follows, or it belongs into a rule of its own.",
     "[[rule]]\nid = \"peel-later\"\nkind = \"ask\"\nactivities = [\"peel\", \"laser\"]"},
    {Code::sign_gap, "no rule has an answer for the sign '{0}' on {1}",
     "let the rule for what is normal end later, or the one for when to call begin earlier",
     "Between two rules nobody says whether this sign is normal or a reason to call. Who sees it on such a day is left "
     "alone.",
     "[[rule]]\nid = \"redness-stays\"\nkind = \"warn\"\nsigns = [\"redness\"]\nfrom = { after = \"redness\" }"},
    {Code::name_unused, "no rule uses '{0}', {1} of this file", "name it in a rule, or delete it",
     "It is declared, and no rule speaks of it. A rule may have lost it, or it is misspelt there.",
     "[[rule]]\nid = \"redness\"\nkind = \"expect\"\nsigns = [\"redness\"]"},
    {Code::sign_unasked, "the sign '{0}' has no words to ask by", "give it words = [\"…\"]",
     "Nobody asks by an id. Give the sign the words that people use, so that 'smpcare normal' finds it.",
     "[sign.redness]\ntitle = \"Redness\"\nwords = [\"red\", \"redness\"]"},
    {Code::language_of_rules, "the rules are written in '{0}', but all around them is printed in '{1}'", "",
     "The words of the rules come from the file, those around them (headings, dates, whom to call) from the program. "
     "It "
     "does not know the file's language, so a page would mix two.",
     "[protocol]\nlanguage = \"en\""},
    {Code::activity_unused, "no rule names the activity '{0}'", "name it in a rule, or delete it",
     "People can ask about this activity, and the answer is always yes, because no rule speaks of it. A rule may have "
     "lost it from its list.",
     "[[rule]]\nid = \"swim-pool\"\nactivities = [\"swim-pool\"]"},
    {Code::activity_unasked, "the activity '{0}' has no words to ask by", "give it words = [\"…\"]",
     "Nobody asks by an id. Give the activity the words that people use, so that 'smpcare can' finds it.",
     "[activity.swim-pool]\ntitle = \"Swim in a pool\"\nwords = [\"swim\", \"pool\"]"},
    {Code::rule_unasked, "'{0}' names no activity, so no question finds it", "name what it is about in 'activities'",
     "People ask about activities. This rule stands in the plan, but 'smpcare can' and 'smpcare latest' cannot know "
     "that "
     "it speaks of what is asked about.",
     "[[rule]]\nid = \"no-lifting\"\nkind = \"avoid\"\nactivities = [\"lifting\"]"},
    {Code::floor_above_default, "the floor of '{0}' is day {1}, but its last day is {2}",
     "raise 'through', or lower 'floor'",
     "The floor is the shortest time that the source allows, but the rule itself ends sooner. One of the two is wrong. "
     "Look into the source.",
     "through = 7\nfloor = 7"},
    {Code::no_source, "'{0}' names no source",
     "cite one in 'sources', or write evidence = \"custom\" if it is your own advice",
     "Nobody can tell where this rule comes from. Cite what it was taken from. Where it is the clinic's own advice, "
     "say "
     "so with evidence = \"custom\".",
     "sources = [\"guide:4\"]\nevidence = \"some\""},
    {Code::wide_word, "'{0}' stands for {1} activities, more than {2}", "leave it to those that people mean by it",
     "Who asks by this word gets an answer for every activity that has it, and the strictest counts. With so many the "
     "answer helps nobody.",
     "[activity.swim-pool]\nwords = [\"swim\", \"pool\"]"},
    {Code::idle_override, "this override of '{0}' changes nothing: '{1}' had {2} already", "delete it",
     "The value that this override sets is the value that was there before. Either it was meant to be another one, or "
     "the rules have caught up and the override can go.",
     "[override.swim-pool]\nthrough = 35\nreason = \"UV index here\""},
    {Code::idle_test, "the test '{0}' expects nothing", "name rules in 'in_force' or 'not_in_force'",
     "A test that names no rule always passes, and so protects nothing.",
     "[[test]]\nname = \"gym on day 7\"\nsessions = [2026-11-22]\non = 2026-11-29\nin_force = [\"exercise-intense\"]"},
};

}  // namespace smpcare::words::in_english
