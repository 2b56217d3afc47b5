#pragma once

/// English: what --help and completion say. A text of an option has at most 48 characters, so that its line has 80.

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr NamedText command_helps[] = {
    {"plan", "the whole schedule: what, from, until and including"},
    {"day", "what is in force on a day, what ends, what starts next"},
    {"can", "may I? and when is it free"},
    {"normal", "is this normal, or a sign to call about"},
    {"latest", "how late a session may be, to be free by a given day"},
    {"explain", "why a rule is, or is not, in force on a day"},
    {"diff", "what changed between two plans, in words"},
    {"batch", "files for many clients at once"},
    {"rules", "look at, check, test and begin rule sets"},
    {"rules list", "the rule sets inside the program"},
    {"rules show", "a rule set, or one rule with its sources"},
    {"rules check", "every fault and doubt in rule files"},
    {"rules test", "run the tests that stand in rule files"},
    {"rules new", "a clinic's own rule file, to begin with"},
    {"rules schema", "the JSON Schema of rule files, for editors"},
    {"completion", "a script that lets a shell complete by Tab"},
    {"help", "help with a command, or with an error's code"},
};

inline constexpr NamedText option_helps[] = {
    {"--date", "session date(s): 2026-11-22, today, today-2w"},
    {"--planned", "sessions planned in the latest series"},
    {"--id", "the client's id; calendar events are named by it"},
    {"--name", "the client's name"},
    {"--fact", "something about the client: yes, no or unknown"},
    {"--observed", "something seen: scabs-gone=2026-12-05"},
    {"--label", "a line for the head: Practitioner=Ana"},
    {"--by", "the day from which all of it must be free"},
    {"--rules", "the rule set: a built-in, a file, or input"},
    {"--overrides", "a file of overrides; a later one wins"},
    {"--set", "set a value; += and -= move a first or last day"},
    {"--drop", "leave a rule out"},
    {"--accept-below-floor", "let a rule be free below its floor, knowingly"},
    {"--reason", "why, for these; --author: who, --decided: when"},
    {"--author", "who decided that"},
    {"--decided", "and when"},
    {"--strict", "notices are errors"},
    {"--column", "a column's heading: date=\"Procedure date\""},
    {"--label-column", "a column to print at the head of outputs"},
    {"--date-order", "of the dates in the file: ymd, dmy or mdy"},
    {"--sessions", "of one client: in cells, or in rows"},
    {"--dir", "write each client's files into a folder"},
    {"--file-name", "of {id}, {name} and {date}; {id} if not given"},
    {"--update", "the calendars in the folder were sent before"},
    {"--checksums", "print a list of the files for sha256sum -c"},
    {"--stream", "write one JSON line a client, or one calendar"},
    {"--combined", "write one HTML page for all, to print"},
    {"--rejects", "keep the rows that were refused"},
    {"--all-errors", "each fault of a row, not like ones once"},
    {"--dry-run", "say what would be done, and write nothing"},
    {"--format", "one of"},
    {"--output", "write to a file, never over one that exists"},
    {"--force", "replace the output file"},
    {"--css", "a style sheet of your own, for html"},
    {"--view", "lists, timeline, or a calendar of what changes"},
    {"--details", "say why, and by which rules"},
    {"--events", "of a calendar: for changes, windows or days"},
    {"--alarm", "how long before an event its calendar rings"},
    {"--previous", "the calendar sent before: move or cancel events"},
    {"--discreet", "name no client, clinic or procedure"},
    {"--public", "events without the mark that they are private"},
    {"--calendar-name", "the name of the calendar"},
    {"--language", "the language of headings and dates: en"},
    {"--color", "auto, always or never"},
    {"--ascii", "draw with ASCII only"},
    {"--width", "columns of text output"},
    {"--no-pager", "write straight to the terminal"},
    {"--quiet", "no notices and hints on standard error"},
    {"--today", "stands in for the clock"},
    {"--help", "print this help"},
    {"--version", "print the version"},
};

inline constexpr HelpText help{
    .title = "smpcare says what to avoid after scalp micropigmentation, and until which date.",
    .closing =
        "smpcare help COMMAND says more; man smpcare says all.\n"
        "Offline, stores nothing. Not medical advice: your practitioner comes first.\n",
    .common = "Also:",
    .out_of_memory = "smpcare: error: out of memory\n",
    .broken = "smpcare: error: this is a fault of smpcare itself: ",
    .commands = command_helps,
    .options = option_helps,
};

}  // namespace smpcare::words::in_english
