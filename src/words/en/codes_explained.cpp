#include "words/codes.hpp"

namespace smpcare::words {
namespace {

constexpr CodeExplanation files[] = {
    {Code::no_such_file,
     "The file you named is not there. A slip in the name is the usual cause, or another folder. Nothing was read, so "
     "no plan was made.",
     "smpcare plan --rules ./clinic.toml --date 2026-11-22"},
    {Code::is_a_directory,
     "The name you gave belongs to a folder. smpcare reads and writes single files. Add the name of a file to it.",
     "smpcare plan --date 2026-11-22 --output calendars/ana.ics"},
    {Code::cannot_read,
     "The file is there, but the system did not let smpcare read it. The reason stands in the message. Often you have "
     "no right to read it, or a disk is gone.",
     "ls -l clinic.toml"},
    {Code::cannot_write,
     "The system did not let smpcare write the file. The reason stands in the message: a full disk, a folder that is "
     "missing or closed to you. No half-written file is left behind. Write it somewhere else.",
     "smpcare plan --date 2026-11-22 --output /tmp/plan.txt"},
    {Code::file_exists,
     "A file of that name is there, and smpcare never replaces one unasked. It may be the plan a client already has. "
     "Choose another name, or say that it may be replaced.",
     "smpcare plan --date 2026-11-22 --output plan.ics --force"},
    {Code::too_large,
     "The file is larger than smpcare reads. A rule file with a hundred rules has about 50,000 bytes. A larger one is "
     "most likely another kind of file.",
     ""},
    {Code::invalid_utf8,
     "Text must be written in UTF-8, so that every name and accent comes out right on what the client reads. Here are "
     "bytes that are not. Open the file in your editor and save it as UTF-8.",
     ""},
    {Code::empty_file,
     "There is nothing in the file. An empty rule file would mean that nothing is forbidden, so it is refused. Perhaps "
     "it was not saved.",
     "schema = 1"},
    {Code::stdin_twice,
     "The sign - stands for standard input, which can be read once. Two places asked for it. Put one of the two texts "
     "in a file.",
     "smpcare plan --rules - --date 2026-11-22 < clinic.toml"},
    {Code::syntax,
     "The file is not TOML from this place on. Reading stops at the first such slip, because what follows cannot be "
     "trusted. Texts stand in quotes, lists in [ ], and each field has a line of its own.",
     "title = \"Swim in a pool\"\nthrough = 30\nactivities = [\"swim-pool\", \"swim-open-water\"]"},
    {Code::duplicate_key,
     "The same field, or the same table, stands twice in one place. Only one of the two could hold, and nobody can say "
     "which the author meant. Delete one. A second rule needs a new [[rule]] line.",
     "[[rule]]\nid = \"sauna\"\nthrough = 30"},
    {Code::too_many_dots,
     "A line has more dots outside quotes than any field of a rule file needs. It is most likely a text without "
     "quotes. Such lines are refused before they are read.",
     "detail = \"Wait. Then wash.\""},
    {Code::control_character,
     "The text holds a character that cannot be seen and may upset screens, printers or calendars. It often comes "
     "along "
     "when text is copied. Type the text again. Only 'detail' may run over several lines.",
     "detail = \"\"\"\nFirst line.\nSecond line.\"\"\""},
};

}  // namespace

std::span<const CodeExplanation> file_explanations() { return files; }

}  // namespace smpcare::words
