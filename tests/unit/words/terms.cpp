#include "words/codes.hpp"

#include <smpcare/format.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("a term has its words, may hold another, and anything else stands for itself") {
    CHECK(words::term("whole-number") == "a whole number");
    CHECK(words::term("list-holding:date") == "a list that holds a date");
    CHECK(words::term("table-written:[source.guide]") == "a table, written [source.guide]");
    CHECK(words::term("at-least:7") == "7 or more");
    CHECK(words::term("choice:id, name, date") == "id, name or date");
    CHECK(words::term("choice:en") == "en");
    CHECK(words::term("[clinic]") == "[clinic]");
    CHECK(words::term("date:7") == "date:7");
    CHECK(words::term("nothing:date") == "nothing:date");
}

TEST_CASE("only arguments that are ours are read as terms") {
    Diagnostic fault{Severity::error, Code::wrong_type, {}, {"date", "date", "list-holding:text"}, {}};
    CHECK(message(fault, "en") == "'date' must be a date, not a list that holds a text");
    Diagnostic heading{Severity::error, Code::invalid_utf8, {}, {"cell:date"}, {}};
    CHECK(message(heading, "en") == "the cell 'date' is not UTF-8 text");
    Diagnostic file{Severity::error, Code::invalid_utf8, {}, {"named:this-file"}, {}};
    CHECK(message(file, "en") == "this-file is not UTF-8 text");
    Diagnostic users{Severity::error, Code::unknown_rule, {}, {"whole-number"}, {}};
    CHECK(message(users, "en") == "there is no rule 'whole-number'");
}
