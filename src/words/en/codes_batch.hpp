#pragma once

#include "words/codes.hpp"

namespace smpcare::words::in_english {

inline constexpr std::string_view run = "smpcare batch clients.csv --dir out --format ics";

/// English: what is said of files of clients.
inline constexpr CodeWords batch_codes[] = {
    {Code::missing_column, "there is no column '{0}'; the headings, parted by {2}, are: {1}",
     "--column {0}=HEADING names another heading",
     "A file of clients needs a column 'id' and a column 'date'. Its first row holds the headings. If your program "
     "gives a column another heading, say so.",
     "smpcare batch clients.csv --dir out --column date=\"Procedure date\""},
    {Code::unknown_column, "'{0}' is none of our columns", "'man smpcare' lists them",
     "--column gives one of our columns another heading: id, date, name, language, planned, facts, observed, set or "
     "reason. This name is none of them.",
     "smpcare batch clients.csv --dir out --column date=\"Procedure date\""},
    {Code::unknown_heading, "no column has the heading '{0}'", "",
     "An option names a heading that the first row of the file does not hold. Look at both; spaces count.",
     "smpcare batch clients.csv --dir out --label-column Practitioner"},
    {Code::misspelt_heading, "the heading '{0}' looks like '{1}', and would not be read",
     "name it '{1}', or give it another name",
     "A column that is not read can free a client too soon: its settings would be passed over. So a heading that is "
     "nearly one of ours is refused.",
     "id,date,planned"},
    {Code::duplicate_heading, "two columns have the heading '{0}'", "rename one of them",
     "Two columns have this heading. Nobody can tell which of them counts.", "id,date,name"},
    {Code::wrong_cell_count, "this row has {0} cells, the header has {1}",
     "put a cell with a comma in quotes; leave no cell out",
     "Every row must have as many cells as the header. If there are more, a comma inside a cell lacks its quotes. If "
     "there are fewer, cells could have moved to the wrong column. The row is left out.",
     "c17,2026-11-22,\"Lee, Ana\""},
    {Code::row_too_long, "this row is longer than {0} bytes", "shorten it; it is too long for --rejects too",
     "One row is far longer than a client can need. The row is left out, and is not kept among the rejects.", run},
    {Code::open_quote, "a quote opens in this cell and does not close within {0} bytes",
     "close it, or write a quote inside a cell twice",
     "A cell begins with a quote, and none ends it soon enough. The row is left out, and reading goes on with the next "
     "line.",
     "c17,2026-11-22,\"Ana \"\"Annie\"\" Lee\""},
    {Code::stray_quote, "a quote stands in the middle of this cell",
     "put the whole cell in quotes and write the quote twice",
     "A quote may stand at both ends of a cell. Inside such a cell, it is written twice.",
     "c17,2026-11-22,\"Ana \"\"Annie\"\" Lee\""},
    {Code::empty_cell, "'{0}' is empty", "", "Each client needs an id and a date. The row is left out.",
     "c17,2026-11-22"},
    {Code::formula, "'{0}' holds a formula, not a text", "copy the cell's value in its place",
     "A cell that begins with = or @ is run as a formula when a table program opens the file. The row is left out, so "
     "that nothing of the kind comes into a client's files.",
     "c17,2026-11-22,Ana"},
    {Code::workbook, "this is {0}, not CSV",
     "LC_ALL=sv_SE.UTF-8 soffice -env:UserInstallation=file:///tmp/soffice --headless --convert-to "
     "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' {1}",
     "batch reads CSV, a plain text with a row a line. Every table program can save one. This line makes it with "
     "LibreOffice, in UTF-8 and with every date as 2026-11-22, so that no order of day and month needs to be known. "
     "(In Sweden that is how dates are written; the folder in the line gives the program settings of its own.)",
     "csv='Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'\n"
     "LC_ALL=sv_SE.UTF-8 soffice -env:UserInstallation=file:///tmp/soffice \\\n"
     "  --headless --convert-to \"csv:$csv\" clients.xlsx"},
    {Code::other_date_order, "'{0}' cannot be {1}, so no date of this file is read", "add --date-order {2}",
     "A date of the file contradicts the order that was given. Then the others, which could be read in it, are most "
     "likely wrong too: 03/04/2026 would be another day. So no date of the file is used, and every row is left out.",
     "smpcare batch clients.csv --dir out --date-order dmy"},
    {Code::dates_shown, "the dates are {0}: {1} of them can be nothing else ('{2}')", "add --date-order {3}",
     "In 03/04/2026 nobody can see whether it is April or March. So the order must be said; it holds for the whole "
     "file. Other dates of this file show which order it is.",
     "smpcare batch clients.csv --dir out --date-order dmy"},
    {Code::dates_unclear, "'{0}' could be two days, and no date of this file shows which",
     "ask who made the file; then add --date-order dmy or --date-order mdy",
     "In 03/04/2026 nobody can see whether it is April or March. So the order must be said; it holds for the whole "
     "file. Every date of this file can be read in both orders.",
     "smpcare batch clients.csv --dir out --date-order dmy"},
    {Code::dates_mixed, "'{0}' and '{1}' (line {2}) are not in one order, so no date of this file is read",
     "write all dates as 2026-11-22",
     "A table program may turn the dates that it can read, and exchange day and month. The others stay as they were "
     "typed. So of a file with two forms of dates, none is read, and every row is left out.",
     "c17,2026-11-22"},
    {Code::day_number, "'{0}' is a spreadsheet's number for a day", "format the column as a date and save again",
     "A table program counts days from 1900, and this cell shows the count and not the date. In its own file the cell "
     "is a date still: give the column a date's format and save the CSV again.",
     "c17,2026-11-22"},
    {Code::short_year, "'{0}': write the year in full", "as 2026-11-22",
     "With two digits nobody can see which of the numbers is the year.", "c17,2026-11-22"},
    {Code::time_of_day, "'{0}' has a time of day", "delete the time; plans count whole days",
     "Plans count whole days. A time other than midnight may say that the session ended on another day, so it is not "
     "passed over.",
     "c17,2026-11-22"},
    {Code::several_dates, "'{0}' are several dates", "put a space between two dates, and nothing else",
     "A cell may hold the dates of several sessions. Between two of them stands a space.", "c17,2026-11-22 2026-12-20"},
    {Code::duplicate_client, "rows {0} have one id, '{1}': none of them is written",
     "one client, several sessions? Put the dates into one cell, or add --sessions rows",
     "An id stands for one client, and names the files. Two rows with the same id would be two plans for one client, "
     "and nobody knows which is right. All of them are left out. For more sessions, write the dates into one cell, or "
     "say with --sessions rows that each session has a row. Ids that differ only in capital letters are the same.",
     "c17,2026-11-22 2026-12-20"},
    {Code::rows_disagree, "rows {0} have one id, '{1}', but differ in '{2}': none of them is written",
     "make them equal in all but the date",
     "With --sessions rows, the rows of one id are the sessions of one client. So they must be equal in everything "
     "that is read, but for the date. All of them are left out.",
     "id,date,name\nc17,2026-11-22,Ana\nc17,2026-12-20,Ana"},
    {Code::unseen_character, "'{0}' holds {1}", "delete it, or type a plain one",
     "The cell holds a character that nobody sees, or that looks like another. At the edges of a cell such characters "
     "do not count; inside it they could hide a mistake. The row is left out.",
     "c17,2026-11-22"},
    {Code::path_as_id, "'{0}' is a path, not an id", "write an id without '.' and '..' between '/'",
     "An id names files, and this one would lead to another folder. The row is left out.", "c17,2026-11-22"},
    {Code::file_name_twice, "an earlier row has the same file name", "put {{id}} into --file-name",
     "Two clients would write the same file. The second row is left out. With the id in the name this cannot happen.",
     "smpcare batch clients.csv --dir out --file-name \"{id}-{date}\""},
    {Code::reserved_name, "'{0}' is the list of all files", "choose another --file-name",
     "In a folder of files, 'manifest.json' is the list of all others. A client's file of that name would be lost.",
     "smpcare batch clients.csv --dir out --file-name \"plan-{id}\""},
    {Code::output_is_input, "'{0}' is a file that is read", "give what is written another name",
     "What is written would replace a file that is read: rules, a list of clients, or a plan. You would lose it, so "
     "nothing was done. With --force too.",
     "smpcare batch clients.csv --dir out --rejects left-out.csv"},
    {Code::written_twice, "'{0}' is written by this run, or was by an earlier one", "give what is written another name",
     "One output would replace another that the folder's list names. Nothing was done, with --force too.",
     "smpcare batch clients.csv --dir out --rejects left-out.csv"},
    {Code::file_differs, "'{0}' is there already, with something else in it",
     "--update changes what was sent before; --force replaces it as if nothing was sent",
     "In the folder is a file for this client already, and the plan has changed since. With --update, a calendar says "
     "to the client's telephone what has changed. With --force, it is made anew, and knows nothing of the old one. "
     "The row is left out.",
     "smpcare batch clients.csv --dir out --update"},
    {Code::other_calendar, "'{0}' is there, and is no calendar of this client", "look whose it is; --force replaces it",
     "The file that --update would change holds another client's events, or smpcare did not write it. It is left as "
     "it is, and the row is left out.",
     "smpcare batch clients.csv --dir out --update --file-name \"{id}\""},
    {Code::file_name_too_long, "the file name would be longer than {0} bytes", "",
     "Not every disk can hold so long a name. Letters other than a to z take more room there. The row is left out.",
     "smpcare batch clients.csv --dir out --file-name \"{id}\""},
    {Code::bad_file_name, "'{0}' cannot be a file name", "between braces stands {1}",
     "The pattern for file names must name each client's own file.",
     "smpcare batch clients.csv --dir out --file-name \"plan-{id}\""},
    {Code::reasons_without_pair, "there are {0} reasons for {1} settings",
     "write one reason for all, or one for each, with ';' between them",
     "The reasons of a row go with its settings: one reason for all of them, or one for each.",
     "id,date,set,reason\nc17,2026-11-22,swim-pool.through=35,UV index here"},
    {Code::not_a_file, "'{0}' is there, and is not a plain file", "links and devices are never followed",
     "In the folder, something else has the name of a client's file: a link, a folder or a device. It is left as it "
     "is, and the row is left out.",
     run},
    {Code::foreign_manifest, "'{0}' is there, and smpcare did not write it", "choose another folder",
     "smpcare keeps a list of what it wrote in 'manifest.json'. The file of that name in this folder is another one. "
     "It "
     "is left as it is.",
     run},
    {Code::broken_off, "broken off; the rows up to line {0} are done", "the same command again does the rest",
     "The run could not go on. What was done is whole. When the cause is mended, give the same command again: files "
     "that are there already are left alone.",
     run},
    {Code::unused_columns, "these columns are not read: {0}",
     "--column NAME=HEADING reads one, --label-column HEADING prints one",
     "The file has columns that smpcare does not need. That is usual. If one of them should be read or printed, say "
     "so.",
     "smpcare batch clients.csv --dir out --label-column Practitioner"},
};

}  // namespace smpcare::words::in_english
