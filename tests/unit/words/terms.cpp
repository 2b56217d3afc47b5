#include "unit/told.hpp"

#include <smpcare/format.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("a term has its words and may hold others; texts, numbers and dates stand for themselves") {
    CHECK(told(Arg(Term::whole_number)) == "a whole number");
    CHECK(told(Arg{Term::list_holding, {Term::date}}) == "a list that holds a date");
    CHECK(told(Arg{Term::table_written, {"[source.guide]"}}) == "a table, written [source.guide]");
    CHECK(told(Arg{Term::at_least, {7}}) == "7 or more");
    CHECK(told(Arg{Term::choice, {"id", "name", "date"}}) == "id, name or date");
    CHECK(told(Arg{Term::choice, {"en"}}) == "en");
    CHECK(told(Arg{Term::days, {4, 6}}) == "days 4 to 6");
    CHECK(told(Arg{Term::table_of_facts}) == "a table such as { long-hair = \"no\" }");
    CHECK(told(Arg("{0}")) == "{0}");
    CHECK(told(Arg(-7)) == "-7");
    CHECK(told(Arg(*parse_date("2026-11-22"))) == "2026-11-22");
}

TEST_CASE("a user's text is never read as a term") {
    const Diagnostic fault{
        Severity::error, Code::wrong_type, {}, {"date", Term::date, Arg{Term::list_holding, {Term::text}}}, {}};
    CHECK(message(fault, "en") == "'date' must be a date, not a list that holds a text");
    const Diagnostic heading{Severity::error, Code::invalid_utf8, {}, {Arg{Term::cell, {"date"}}}, {}};
    CHECK(message(heading, "en") == "the cell 'date', which looks like Windows-1252, is not UTF-8 text");
    const Diagnostic file{Severity::error, Code::invalid_utf8, {}, {Arg{Term::named, {"this-file"}}}, {}};
    CHECK(message(file, "en") == "this-file is not UTF-8 text");
    const Diagnostic users{Severity::error, Code::unknown_rule, {}, {"whole-number"}, {}};
    CHECK(message(users, "en") == "there is no rule 'whole-number'");
}
