#pragma once

#include "words/codes.hpp"

namespace smpcare::words::in_english {

/// English: what is said of cases, the command line and notices.
inline constexpr CodeWords commands_codes[] = {
    {Code::no_session, "no procedure date was given", "for example: --date 2026-11-22",
     "Every rule is counted from a procedure date. Without one there is no plan.", "smpcare plan --date 2026-11-22"},
    {Code::too_many_sessions, "{0} sessions are too many", "the limit is {1}",
     "One client's plan takes at most 64 sessions. More are most likely several clients in one list.",
     "smpcare plan --date 2026-11-22,2026-12-06"},
    {Code::duplicate_session, "the session on {0} is given twice", "delete one of them",
     "The same date stands twice. Was another date meant? A wrong session date moves every rule that is counted from "
     "it.",
     "smpcare plan --date 2026-11-22,2026-12-06"},
    {Code::window_out_of_range, "'{0}', counted from {1}, goes beyond the year 2199", "",
     "A rule counted from this session would last beyond the year 2199, which smpcare does not reach. Look at the date "
     "first.",
     "smpcare plan --date 2026-11-22"},
    {Code::observation_orphan, "'{0}' was seen on {1}, but no session lies before that day", "",
     "What is seen on a day belongs to the session before that day. There is none before this date. Look at both "
     "dates.",
     "smpcare plan --date 2026-11-22 --observed scabs-gone=2026-12-05"},
    {Code::observation_too_early, "'{0}' cannot be seen on {1}; {2} is the first day for it", "",
     "The rules say from which day on this can be seen. An earlier date is refused, because it would free the client "
     "too soon. Look again on the day that the message names.",
     "smpcare plan --date 2026-11-22 --observed scabs-gone=2026-12-05"},
    {Code::contradicting_fact, "the fact '{0}' is wanted both ways, yes and no", "delete one of them",
     "The same fact stands there once as yes and once as no. Only one of them can be true. In a rule, a fact cannot be "
     "in 'when' and in 'unless'.",
     "smpcare plan --date 2026-11-22 --fact long-hair=no"},
    {Code::planned_too_few, "only {0} sessions are planned, but {1} are known", "",
     "--planned is the number of all sessions in the series, those that have been included. There are more dates than "
     "that already.",
     "smpcare plan --date 2026-11-22,2026-12-06 --planned 3"},
    {Code::planned_not_positive, "{0} sessions cannot be planned; it must be 1 or more", "",
     "The number of planned sessions counts the first one too, so it is 1 or more. If you do not know it, leave it "
     "out.",
     "smpcare plan --date 2026-11-22 --planned 3"},
    {Code::unknown_command, "there is no command '{0}'", "'smpcare help' lists the commands",
     "The first word says what smpcare should do. This word is none of its commands.",
     "smpcare plan --date 2026-11-22"},
    {Code::unknown_option, "there is no option '{0}'", "'smpcare help' lists the commands",
     "No command has this option. A slip is not passed over: with a wrong option the plan could be another one than "
     "you "
     "asked for.",
     "smpcare help plan"},
    {Code::option_elsewhere, "'{1}' has no option '{0}'", "'smpcare help {1}' lists its options",
     "The option is a right one, but this command does not use it. It is refused, so that nobody believes it had an "
     "effect.",
     "smpcare help can"},
    {Code::options_clash, "'{0}' and '{1}' do not go together", "give one of the two",
     "Each of the two options says where everything goes. Give one of them, or run the command twice.",
     "smpcare batch clients.csv --dir out"},
    {Code::missing_command, "a command is missing", "for example: smpcare plan --date 2026-11-22",
     "smpcare needs a word that says what to do. The usual ones are plan, day and can.",
     "smpcare plan --date 2026-11-22\nsmpcare can swim --date 2026-11-22"},
    {Code::missing_option, "the option '{0}' is missing", "'smpcare COMMAND --help' begins with an example",
     "The command cannot work without this option.", "smpcare plan --date 2026-11-22"},
    {Code::missing_argument, "this is missing: {0}", "",
     "The command needs another word, such as the activity that you ask about.",
     "smpcare can swim 2026-12-01 --date 2026-11-22"},
    {Code::missing_value, "'{0}' needs a value", "",
     "The option takes one word behind it, and there is none. A value that is empty counts as none.",
     "smpcare plan --date 2026-11-22"},
    {Code::unexpected_argument, "'{0}' is one word too many", "put words that belong together in quotes",
     "The command does not know what to do with this word. Words that belong together need quotes. Every option takes "
     "one word only.",
     "smpcare can \"hot tub\" --date 2026-11-22"},
    {Code::option_as_value, "'{0}' needs a value, but '{1}' is an option", "",
     "An option was given where a value should stand. Most likely the value was forgotten.",
     "smpcare plan --date 2026-11-22 --format ics"},
    {Code::option_repeated, "'{0}' is given twice", "keep one of the two",
     "This option may be given once only. Nobody can tell which of the two was meant.",
     "smpcare plan --date 2026-11-22 --format ics"},
    {Code::bad_number, "'{0}' is not a whole number from {1} to {2}", "",
     "Write a whole number: digits only, with no sign. The message names its limits.",
     "smpcare plan --date 2026-11-22 --planned 3"},
    {Code::bad_choice, "'{0}' does not fit '{1}': it must be {2}", "",
     "The option takes only some words, and this is none of them. The message names them all.",
     "smpcare plan --date 2026-11-22 --color never"},
    {Code::bad_label, "'{0}' is not a label", "write KEY=TEXT, such as Practitioner=Ana",
     "A label is a line for the head of what is printed: a name, the sign =, and a text.",
     "smpcare plan --date 2026-11-22 --label Practitioner=Ana"},
    {Code::bad_fact_answer, "'{0}' is not an answer", "write yes, no or unknown",
     "A fact is answered with yes, no or unknown. Unknown keeps every rule that may apply. A fact without an answer "
     "means yes.",
     "smpcare plan --date 2026-11-22 --fact long-hair=no"},
    {Code::bad_observation, "'{0}' is not an observation", "write EVENT=DATE, such as scabs-gone=2026-12-05",
     "An observation is an event, the sign =, and the date on which it was seen.",
     "smpcare plan --date 2026-11-22 --observed scabs-gone=2026-12-05"},
    {Code::bad_range, "'{0}' ends before it begins", "write the earlier date first",
     "A range of dates is the first date, two dots and the last date. The first cannot be the later one.",
     "smpcare can swim 2026-12-01..2026-12-10 --date 2026-11-22"},
    {Code::unknown_word, "no activity is called '{0}'", "'smpcare rules show' lists the activities",
     "The rules have no activity of this name. That does not mean it is allowed: ask your practitioner. Try another "
     "word for it.",
     "smpcare can swim --date 2026-11-22"},
    {Code::unknown_topic, "there is no help on '{0}'", "'smpcare help' lists the commands",
     "There is help on each command. There is help on each code of an error too, such as unknown-field.",
     "smpcare help plan\nsmpcare help unknown-field"},
    {Code::unknown_language, "there is no language '{0}'", "",
     "smpcare has no words in this language. It does not mix languages, so it stops.",
     "smpcare plan --date 2026-11-22 --language en"},
    {Code::format_unavailable, "'{1}' has no format '{0}'", "it has {2}",
     "Not every command can write every format. The message names those that this one has. Without --format, the "
     "ending "
     "of the file says which: .html, .md, .ics. A name without ending, or with .txt, is text.",
     "smpcare plan --date 2026-11-22 --format ics"},
    {Code::not_for_terminals, "{0} is not for reading on a terminal", "name a file: -o plan.{0}",
     "Such a file is for a program that shows it. On a terminal its bytes would be noise. Write it to a file, or send "
     "it "
     "to another program.",
     "smpcare plan --date 2026-11-22 -f pdf -o plan.pdf"},
    {Code::bad_epoch, "SOURCE_DATE_EPOCH is '{0}', which is not a number of seconds", "",
     "SOURCE_DATE_EPOCH is a time in seconds since 1970, used for stamps in calendars. It must be a whole number. "
     "Unset "
     "it if you do not need it.",
     "unset SOURCE_DATE_EPOCH"},
    {Code::no_such_day, "'{0}' is not a date: that month has {1} days", "",
     "The date is written well, but its month is shorter. A program that moved it to the next month could free a "
     "client "
     "too soon.",
     "2026-11-30"},
    {Code::unsafe_css, "a style sheet for handouts must not hold '{0}'",
     "put pictures into it as url(data:...), and write signs as themselves",
     "A handout is one file that loads nothing and runs nothing. A style sheet that could fetch something from the "
     "network, or end early and let other text become part of the page, is refused.",
     ".clinic { border-color: #0b6e4f; }\n.clinic::before { content: url(data:image/png;base64,...); }"},
    {Code::bad_alarm, "'{0}' is not an alarm", "write none, or -PT6H (hours), -PT90M (minutes), -P1D (days)",
     "An alarm is a time before the day begins. Calendars agree only on whole hours, minutes or days, so no other form "
     "is written.",
     "smpcare plan --date 2026-11-22 --id c17 -f ics --alarm -PT12H"},
    {Code::nothing_to_write, "there is nothing to write", "",
     "Nothing is in force that this format could show, so no file was made. An empty calendar would look as if all "
     "were "
     "allowed.",
     "smpcare plan --date 2026-11-22"},
    {Code::not_json, "this is not JSON: {0}", "make the file with 'smpcare plan --format json'",
     "Two plans are compared by the JSON files that 'plan' writes. This file is something else, or it is cut off.",
     "smpcare plan --date 2026-11-22 --format json --output old.json"},
    {Code::not_a_plan, "this is not a plan of ours: {0} must be {1}", "make the file with 'smpcare plan --format json'",
     "The file is JSON, but not a plan as 'plan' writes it. The message names the first place that does not fit. A "
     "file "
     "changed by hand is refused, because a wrong date in it could be taken for a new one.",
     "smpcare plan --date 2026-11-22 --format json --output old.json"},
    {Code::not_our_calendar, "not a calendar file as smpcare writes it: wanted here is {0}",
     "use the file itself, as it was first made",
     "The file given as --previous must be a calendar that smpcare wrote, byte for byte. The place is where it first "
     "differs. A guess about what was sent before could leave old events behind, so nothing is written.",
     "smpcare plan --date 2026-11-29 --id c17 --previous sent.ics -o new.ics"},
    {Code::sessions_close, "sessions {0} and {1} are only {2} days apart; at least {3} are usual", "",
     "Two sessions stand closer together than the rules expect. Skin needs time between them. Look at the dates; if "
     "they are right, the plan holds."},
    {Code::rule_vanished, "'{0}' is never in force: it would begin on day {1} and end on day {2}", "",
     "The days of this rule lean on other rules, and leave it no day at all. It is not part of any plan. If that was "
     "not meant, look at the days of those rules."},
    {Code::review_old, "these rules were last reviewed on {0}, a year ago or more", "",
     "Somebody should look at rules once a year. When that is done, write the new date into the file.",
     "reviewed = 2026-11-22"},
    {Code::hint_no_id, "no --id was given, so a changed name or first date makes a second calendar",
     "give --id, the same each time",
     "A calendar finds its old entries by the id of the client's plan. Without --id it is made from the name and the "
     "first date. If one of these changes, the client's calendar shows everything twice.",
     "smpcare plan --date 2026-11-22 --id c17 --output ana.ics"},
    {Code::previous_unrelated, "none of its events is in this plan, so all of them are cancelled",
     "is it this client's file, made with the same --id?",
     "The calendar given as --previous shares no event with this plan. It may be another client's. If it is right, all "
     "its events are cancelled and the plan's are added.",
     "smpcare plan --date 2026-11-29 --id c17 --previous c17.ics -o c17-new.ics"},
    {Code::other_events, "'{0}' has other --events: what only they have is cancelled", "",
     "The calendar that was sent before tells the same client's plan by other events. These are cancelled but for "
     "visits, which are the same in all, and the new ones are added. If that is not meant, give the --events of last "
     "time.",
     "smpcare plan -d 2026-11-29 --id c17 --events windows --previous c17.ics"},
    {Code::alarm_at_night, "this alarm rings at {0}", "-PT6H rings at 18:00 the day before",
     "Events last whole days, and a day begins at midnight. An alarm one day before it rings at midnight too.",
     "smpcare plan --date 2026-11-22 --id c17 -f ics --alarm -PT12H"},
    {Code::more_faults, "{0} more faults are not shown", "mend these first",
     "The file has very many faults. The first ones are shown, because the others often have the same cause."},
    {Code::floor_accepted,
     "{0}: free on day {1} although the rules ask for it to day {2}, accepted by your practitioner: "
     "{3}",
     "",
     "The rules name the shortest time that their source allows. Your practitioner has freed a day below it knowingly, "
     "and has given a reason. It is said on every output, so that nobody takes it for a slip.",
     "accept_below_floor = true\nreason = \"seen by Dr Lee\""},
    {Code::sign_accepted,
     "{0}: not listed on day {1}, by your practitioner's choice ({2}); if you see this sign, call all the same", "",
     "The rules tell of this sign because it needs a doctor or the emergency services. Your practitioner has left it "
     "out "
     "of the lists for some days, and has given a reason. It is said on every output, so that nobody takes the sign "
     "for "
     "harmless.",
     "accept_below_floor = true\nreason = \"told in person\""},
    {Code::freed_without_reason, "'{0}' is freed on day {1} without a reason",
     "say why in 'reason' (--reason); 'author' and 'decided' say who and when",
     "An override frees days on which the rules say no, or ask first. It is above the floor, so it holds. But the next "
     "practitioner, and a client who asks, should read why. Give the reason, and if you like who decided and when.",
     "[override.swim-pool]\nthrough = 21\nreason = \"healed well\"\nauthor = \"R. Example\""},
};

}  // namespace smpcare::words::in_english
