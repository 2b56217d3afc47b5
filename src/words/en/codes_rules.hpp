#pragma once

#include "words/codes.hpp"

namespace smpcare::words::in_english {

/// English: what is said of files and rule files.
inline constexpr CodeWords rules_codes[] = {
    {Code::no_such_file, "there is no file '{0}'", "check the name, and the folder you are in",
     "The file you named is not there. A slip in the name is the usual cause, or another folder. Nothing was read, so "
     "no plan was made.",
     "smpcare plan --rules ./clinic.toml --date 2026-11-22"},
    {Code::is_a_directory, "'{0}' is a folder, not a file", "name a file inside it",
     "The name you gave belongs to a folder. smpcare reads and writes single files. Add the name of a file to it.",
     "smpcare plan --date 2026-11-22 --output calendars/ana.ics"},
    {Code::cannot_read, "'{0}' cannot be read: {1}", "",
     "The file is there, but the system did not let smpcare read it. The reason stands in the message. Often you have "
     "no right to read it, or a disk is gone.",
     "ls -l clinic.toml"},
    {Code::cannot_write, "'{0}' cannot be written: {1}", "",
     "The system did not let smpcare write the file. The reason stands in the message: a full disk, a folder that is "
     "missing or closed to you. No half-written file is left behind. Write it somewhere else.",
     "smpcare plan --date 2026-11-22 --output /tmp/plan.txt"},
    {Code::no_browser, "no browser is here that can print a PDF",
     "install Chromium or Chrome ('apt install chromium'), or write html and print it",
     "A PDF is the handout, printed by a web browser that stays unseen: chromium, chromium-browser or google-chrome, "
     "in "
     "one of the folders of PATH. None was found. The page itself needs none: open it in any browser and print it.",
     "sudo apt install chromium\nsmpcare plan --date 2026-11-22 -f html -o plan.html"},
    {Code::cannot_print, "'{0}' printed nothing: {1}", "write html, open it in a browser and print it",
     "A PDF is printed by a web browser that stays unseen. It did not do so; the message says why, in the browser's "
     "own "
     "words where it had any. No file was made.",
     "smpcare plan --date 2026-11-22 -f html -o plan.html"},
    {Code::file_exists, "'{0}' is there already", "choose another name, or replace it with --force",
     "A file of that name is there, and smpcare never replaces one unasked. It may be the plan a client already has. "
     "Choose another name, or say that it may be replaced.",
     "smpcare plan --date 2026-11-22 --output plan.ics --force"},
    {Code::too_large, "'{0}' is larger than {1} bytes", "",
     "The file is larger than smpcare reads. A rule file with a hundred rules has about 50,000 bytes. A larger one is "
     "most likely another kind of file."},
    {Code::invalid_utf8, "{0} is not UTF-8 text", "save or type it as UTF-8; Excel calls it 'CSV UTF-8'",
     "Text must be written in UTF-8, so that every name and accent comes out right on what the client reads. Here are "
     "bytes that are not. Open the file in your editor and save it as UTF-8."},
    {Code::empty_file, "'{0}' is empty", "",
     "There is nothing in the file. An empty rule file would mean that nothing is forbidden, so it is refused. Perhaps "
     "it was not saved.",
     "schema = 1"},
    {Code::stdin_twice, "standard input can be read only once", "'-' may stand in one place only",
     "The sign - stands for standard input, which can be read once. Two places asked for it. Put one of the two texts "
     "in a file.",
     "smpcare plan --rules - --date 2026-11-22 < clinic.toml"},
    {Code::syntax, "{0}", "",
     "The file is not TOML from this place on. Reading stops at the first such slip, because what follows cannot be "
     "trusted. Texts stand in quotes, lists in [ ], and each field has a line of its own.",
     "title = \"Swim in a pool\"\nthrough = 30\nactivities = [\"swim-pool\", \"swim-open-water\"]"},
    {Code::duplicate_key, "'{0}' is given twice", "keep one of the two",
     "The same field, or the same table, stands twice in one place. Only one of the two could hold, and nobody can say "
     "which the author meant. Delete one. A second rule needs a new [[rule]] line.",
     "[[rule]]\nid = \"sauna\"\nthrough = 30"},
    {Code::too_many_dots, "more than {0} dots in one line", "a text needs quotes",
     "A line has more dots outside quotes than any field of a rule file needs. It is most likely a text without "
     "quotes. Such lines are refused before they are read.",
     "detail = \"Wait. Then wash.\""},
    {Code::control_character, "'{0}' holds the control character {1}", "delete it",
     "The text holds a character that cannot be seen and may upset screens, printers or calendars. It often comes "
     "along "
     "when text is copied. Type the text again. Only 'detail' may run over several lines.",
     "detail = \"\"\"\nFirst line.\nSecond line.\"\"\""},
    {Code::needs_schema, "'{0}' is of schema {1}", "set schema = {1}",
     "The file says by which form of rule files it is to be read, and uses what only a later form has. An older "
     "smpcare "
     "would not know it. Write the later number at the top.",
     "schema = 2"},
    {Code::newer_schema, "schema {0} needs a newer smpcare; this one knows schema {1}", "install the newest smpcare",
     "The number after 'schema' rises when rule files learn something new. This file uses more than this program "
     "knows. "
     "Guessing could leave out a rule that the client needs, so the whole file is refused. Install the newest smpcare.",
     "schema = 1"},
    {Code::missing_field, "{1} needs '{0}'", "",
     "Something that must be there was left out. Every file needs 'schema' and [protocol]; [protocol] needs 'id', "
     "'title', 'version' and 'language'; a rule needs 'id', 'kind' and 'title'; an event needs 'by'; a test needs "
     "'on'.",
     "[[rule]]\nid = \"sauna\"\nkind = \"avoid\"\ntitle = \"Sauna, steam room, hot tub\"\nthrough = 30"},
    {Code::unknown_field, "'{0}' is not a field of {1}", "'man smpcare-rules' lists the fields",
     "smpcare does not know a field of this name here. It is not passed over, because a slip such as 'throuh' would "
     "otherwise change how long a rule lasts and nobody would notice. Mend the name, or move the line to the table "
     "that "
     "has this field.",
     "through = 30"},
    {Code::wrong_type, "'{0}' must be {1}, not {2}", "",
     "The field is there, but its value is of another sort. Numbers and dates stand without quotes, texts with them. A "
     "list stands in [ ], even with one entry.",
     "through = 30\nreviewed = 2026-11-22\nactivities = [\"sauna\"]"},
    {Code::bad_value, "'{0}' does not fit '{1}': it must be {2}", "",
     "The field takes only some values, and this is none of them. The message says which there are. Nothing is assumed "
     "in its place.",
     "kind = \"avoid\""},
    {Code::bad_id, "'{0}' cannot be an id", "use only a to z, 0 to 9 and '-', at most 64 of them",
     "An id is a short name that never changes: small letters a to z, digits and '-', at most 64 of them. Calendars "
     "and "
     "override files use it to find the rule again. What people read is the title, and that is free.",
     "id = \"swim-pool\"\ntitle = \"Swim in a pool\""},
    {Code::duplicate_id, "the {0} '{1}' is there already, at {2}", "give one of them another id",
     "Two rules have the same id. An override or a calendar could not tell them apart. Give one of them a new id, and "
     "never use an old id for another meaning.",
     "id = \"shave-electric\"\n...\nid = \"shave-razor\""},
    {Code::duplicate_entry, "'{0}' stands twice in '{1}'", "delete one of them",
     "The same entry stands twice in one list. That is most likely a slip for another entry. Delete one, or write what "
     "was meant.",
     "activities = [\"swim-pool\", \"swim-open-water\"]"},
    {Code::empty_text, "'{0}' is empty", "write something between the quotes, or delete it",
     "There is nothing between the quotes. It would leave a blank where the client should read something. Write the "
     "text, or delete the line if the field may be left out.",
     "title = \"Swim in a pool\""},
    {Code::text_too_long, "'{0}' is longer than {1} characters", "",
     "The text is longer than fits on a handout or in a calendar. A title has at most 200 characters, a 'detail' 2000, "
     "an address on the web 500. Put the long part into 'detail', or make it shorter.",
     "title = \"No sauna\"\ndetail = \"Heat makes you sweat, and sweat fades the colour.\""},
    {Code::unknown_rule, "there is no rule '{0}'", "",
     "No rule has this id. A rule that leans on it, or a test that looks for it, would do nothing. 'smpcare rules "
     "show' "
     "lists the rules of a file.",
     "from = { after = \"keep-dry\" }"},
    {Code::unknown_activity, "there is no activity '{0}'", "",
     "A rule may only name activities that the file defines, so that 'smpcare can' finds them. Mend the name, or add a "
     "table for the activity.",
     "[activity.swim-pool]\ntitle = \"Swim in a pool\"\nwords = [\"swim\", \"pool\"]"},
    {Code::instead_not_do, "'{0}' is of kind '{2}'; 'instead' names rules of kind 'do'", "",
     "What a rule names as 'instead' is shown as allowed meanwhile. Only a rule of kind 'do' says what is allowed.",
     "instead = [\"damp-cloth\"]"},
    {Code::instead_dropped, "'{0}' is left out, so that '{1}' no longer names it", "",
     "The rule tells what is allowed meanwhile by another rule, and an override leaves that one out. It is shown no "
     "more. Say in your own 'instead' what is allowed.",
     "[override.keep-dry]\ninstead = [\"damp-cloth\"]"},
    {Code::unknown_sign, "there is no sign '{0}'", "",
     "A rule may only name signs that the file defines, so that people find them. Mend the name, or add a table for "
     "the "
     "sign.",
     "[sign.redness]\ntitle = \"Redness\"\nwords = [\"red\", \"redness\", \"pink\"]"},
    {Code::unknown_fact, "there is no fact '{0}'", "",
     "No fact has this id. Facts are defined in the rule file, each with a table. With a wrong name the rule would "
     "never "
     "hear the answer.",
     "[fact.long-hair]\ntitle = \"Hair is kept long\""},
    {Code::unknown_event, "there is no event '{0}'", "",
     "No event has this id. Events are defined in the rule file, each with a table. 'until' and '--observed' name one "
     "of "
     "them.",
     "[event.scabs-gone]\ntitle = \"no scab remains\"\nfrom = 4\nby = 21"},
    {Code::unknown_source, "there is no source '{0}'", "",
     "A rule may only cite sources that the file defines, so that a reader can look them up. What follows the colon is "
     "the section, and is free.",
     "[source.guide]\ntitle = \"A Comprehensive Guide\"\n\n[[rule]]\nsources = [\"guide:4\"]"},
    {Code::unknown_protocol, "there are no built-in rules '{0}'",
     "'smpcare rules list' shows them; the name of a file has a '/' or ends in '.toml'",
     "No rules of this name are built into smpcare. 'smpcare rules list' shows those that are. To use a file, write "
     "its "
     "name with a folder or with .toml at the end.",
     "smpcare plan --rules ./clinic.toml --date 2026-11-22"},
    {Code::negative_number, "'{1}' is {0}, which is less than 0", "",
     "Days are counted from the procedure day, which is day 0. There is no day before it. The number may come from a "
     "rule that this one leans on: the day before day 0 is no day either.",
     "from = 0"},
    {Code::plus_sign, "'{1}' has a plus sign: {0}", "write the number without it",
     "A number in a rule file is a day or a count, and has no sign. With '+' it could also be meant as \"so many days "
     "more\", which is something else. Nobody can tell, so it is refused.",
     "through = 35"},
    {Code::not_a_picture, "'{0}' is no picture in PNG or JPEG", "save the logo as PNG or JPEG",
     "A logo is put into every handout, so it must be a picture that every browser shows: PNG or JPEG. The file is "
     "another kind of picture, or none. The name's ending does not count.",
     "logo = \"logo.png\""},
    {Code::number_too_large, "'{0}' is too large for '{1}'", "the limit is {2}",
     "No rule reaches further than 36500 days, a hundred years. A larger number is most likely a slip, such as two "
     "numbers that ran together. For a rule without an end write \"open\".",
     "through = \"open\""},
    {Code::bad_duration, "'{0}' is not a length of time",
     R"(write a number of days, or "2 weeks", "48 hours" or "open")",
     "A length of time is a whole number, one space, and day, days, week, weeks, hour or hours. Hours are rounded up "
     "to "
     "whole days, so that nothing is allowed too soon. 'open' means that there is no last day.",
     "through = \"2 weeks\"\nthrough = \"48 hours\"\nthrough = \"open\""},
    {Code::bad_date, "'{0}' is not a date", "write it as 2026-11-22: year-month-day",
     "A date is written year-month-day, with all ten characters. Then 3 April and 4 March cannot be mixed up, which "
     "could free a client a month too soon. In a rule file it has no quotes.",
     "2026-11-22"},
    {Code::date_out_of_range, "'{0}' is outside the years 1900 to 2199", "",
     "smpcare counts days from 1900 to 2199. A date outside these years is most likely a slip of the keyboard.",
     "2026-11-22"},
    {Code::not_for_kind, "'{0}' is not for the kind '{1}'", "it is for {2}",
     "The field means nothing for a rule of this kind. 'until' is for avoid and limit, 'times_per_day' and 'every' for "
     "do, 'target' for visit, 'help' for warn. Delete the field, or change the kind.",
     "[[rule]]\nid = \"rinse\"\nkind = \"do\"\ntitle = \"Rinse with lukewarm water\"\ntimes_per_day = 1"},
    {Code::event_order, "'{0}' must have happened by day {2}, before it can be seen on day {1}", "",
     "'from' is the first day on which the event can be seen, and 'by' the day by which it has happened. 'by' cannot "
     "be "
     "the earlier of the two.",
     "[event.scabs-gone]\nfrom = 4\nby = 21"},
    {Code::until_open, "'{0}' never ends, so there is nothing after it for 'until'",
     "give the rule a 'through', or delete 'until'",
     "'until' adds careful days after the last day of a rule. This rule has no last day, so the event would never "
     "matter, and the client would wait for nothing. Give the rule a last day, or take 'until' away.",
     "through = 7\nuntil = \"scabs-gone\""},
    {Code::target_outside, "day {0} is outside the rule's days, {1} to {2}", "",
     "'target' is the usual day of an appointment. It must lie between the first and last day of the rule, these two "
     "included.",
     "from = 10\nthrough = 14\ntarget = 12"},
    {Code::ends_before_start, "'{0}' would begin on day {1} and end on day {2}",
     "a rule of this kind needs at least one day",
     "The last day of the rule lies before its first. The rule would never be in force, and what it forbids or warns "
     "of "
     "would be free. If an end leans on another rule, look at that rule's days too.",
     "from = 0\nthrough = 7"},
    {Code::leans_on_itself, "these lean on one another in a circle: {0}", "give one of them a day number",
     "Each of these days is counted from the next one, and the last from the first. So none of them can be known. The "
     "message names every step of the circle. Give one of them a plain number.",
     "from = 4"},
    {Code::leans_on_open, "'{0}' leans on the last day of '{1}', which has none",
     "give '{1}' a 'through', or write a day number here",
     "This day is counted from the last day of a rule that has no last day. So it would never come. Give that rule a "
     "last day, or write a plain number here.",
     "[[rule]]\nid = \"keep-dry\"\nthrough = 3\n\n[[rule]]\nid = \"rinse\"\nfrom = { after = \"keep-dry\" }"},
    {Code::leans_on_last, "'{0}' leans on '{1}', which counts from the last session",
     R"(give '{0}' count_from = "last" too, or write a day number here)",
     "The other rule counts from the last session of a series; this one counts from each session or from the first. "
     "Days that are counted from two different sessions do not fit together. Let both count from the last session, or "
     "write a plain number.",
     "count_from = \"last\"\nfrom = { after = \"swim-pool\" }"},
    {Code::leans_on_dropped, "'{0}' leans on '{1}', which is dropped", "give '{0}' a day number, or drop it too",
     "An override drops the rule from which this day is counted. Its days are gone with it. Give this rule a number of "
     "its own, or drop it too.",
     "from = 4"},
    {Code::test_without_sessions, "a test needs a date in 'sessions'", "for example: sessions = [2026-11-22]",
     "A test asks what is in force on a day. Without a procedure date there is no answer, and the test would always "
     "pass.",
     "[[test]]\nname = \"gym on day 7\"\nsessions = [2026-11-22]\non = 2026-11-29\nin_force = [\"exercise-intense\"]"},
    {Code::extends_itself, "these files extend one another in a circle: {0}",
     "let the last of them extend a built-in, or nothing",
     "A file may extend another, and that one a third, but the last must stand by itself. Here the chain comes back to "
     "a "
     "file that it has passed. The message names every step.",
     "[protocol]\nextends = \"smp-standard\""},
    {Code::extends_too_deep, "more than {0} files extend one another", "",
     "So long a chain of files that extend one another cannot be followed by whoever has to trust it. Put some of them "
     "together.",
     "[protocol]\nextends = \"smp-standard\""},
    {Code::nothing_to_override, "this file extends nothing, so '{0}' has nothing to change",
     R"(write extends = "smp-standard" into [protocol])",
     "An override changes a rule of the file that this one extends. This file extends none, so write the value into "
     "the "
     "rule itself, or say what the file extends.",
     "[protocol]\nextends = \"smp-standard\"\n\n[override.swim-pool]\nthrough = 35"},
    {Code::only_overrides, "'{0}' cannot stand in a file of overrides",
     "such a file holds 'schema' and [override.…] tables; for more, extend the rules with a file and use --rules",
     "A file that is given with --overrides changes rules that are there, and nothing else. A file that adds rules or "
     "names a clinic extends the rules: give it with --rules.",
     "schema = 1\n\n[override.swim-pool]\nthrough = 35\nreason = \"the pool here is not clean\""},
    {Code::not_overridable, "'{0}' cannot be overridden", "drop the rule, and add one of your own with another id",
     "Overrides change days and texts: from, through, until, times_per_day, every, target, title, detail, floor, drop, "
     "accept_below_floor and reason. Anything else would make another rule under the old name, and old calendars would "
     "mix up the two. Drop the rule and add your own.",
     "[override.rinse]\ndrop = true\nreason = \"we rinse otherwise\"\n\n[[rule]]\nid = \"our-rinse\""},
    {Code::bad_setting, "'{0}' is not a setting", "write RULE.FIELD=VALUE, such as swim-pool.through=35",
     "A setting names a rule, a field of it and the value: with = the new value, with += or -= the days to add or take "
     "away. Put it in quotes where it holds a blank.",
     "smpcare plan --date 2026-11-22 --set swim-pool.through=35\nsmpcare plan --date 2026-11-22 --set "
     "\"swim-pool.through+=5\""},
    {Code::cannot_move, "'{0}' of '{1}' cannot be moved by days: it is {2}", "set it with =",
     "Adding days needs a day to add to. An end that is open has none, and other fields are no days. Set the value "
     "itself.",
     "[override.swim-pool]\nthrough = { add = 5 }"},
    {Code::floor_lowered, "the floor of '{0}' is {1} and cannot become {2}",
     "a floor can only be raised; to free a day below it, set accept_below_floor and a reason",
     "The floor is the shortest time that the source of the rule allows. An override may raise it. Whoever frees a day "
     "below it does so knowingly: with accept_below_floor and a reason, which is printed on every output.",
     "[override.exercise-intense]\nthrough = 5\naccept_below_floor = true\nreason = \"seen by Dr Lee\""},
    {Code::below_floor, "'{0}' would be free on day {1}, but its floor is day {2} {3}",
     "if you mean it, set accept_below_floor (--accept-below-floor {0}) and a reason (--reason)",
     "The rule has a floor: the shortest time that its source allows. With these overrides a day up to the floor would "
     "be free, perhaps because another rule that this one leans on was moved. That needs an acceptance and a reason, "
     "and both are printed on every output.",
     "[override.exercise-intense]\nthrough = 5\naccept_below_floor = true\nreason = \"seen by Dr Lee\""},
    {Code::series_below_floor,
     "'{0}' would be free on day {1} after some sessions, because of 'series_gap'; its floor is day {2} {3}",
     "if you mean it, set accept_below_floor and a reason in [override.{0}] of the same file",
     "'series_gap' decides which sessions belong together. With another gap, a session may begin a series no more, or "
     "part one, and the rule would be free after it on a day up to its floor. That needs an acceptance and a reason in "
     "the file that sets the gap.",
     "[override.exercise-intense]\naccept_below_floor = true\nreason = \"seen by Dr Lee\""},
    {Code::sign_below_floor, "'{0}' tells when to call for help, and would be silent on day {1}",
     "if you mean it, set accept_below_floor (--accept-below-floor {0}) and a reason (--reason)",
     "The rule tells of a sign that needs a doctor or the emergency services. A client who sees it must find it. To "
     "leave "
     "it out, or to end it sooner, needs an acceptance and a reason, and both are printed on every output.",
     "[override.infection]\ndrop = true\naccept_below_floor = true\nreason = \"told in person\""},
    {Code::acceptance_without_reason, "'{0}' is freed below its floor without a reason",
     "say why in 'reason' (--reason)",
     "A day below the floor can be freed only with a reason that the client and the next practitioner can read.",
     "[override.exercise-intense]\nthrough = 5\naccept_below_floor = true\nreason = \"seen by Dr Lee\""},
};

}  // namespace smpcare::words::in_english
