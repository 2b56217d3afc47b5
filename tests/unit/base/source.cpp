#include <smpcare/diagnostics.hpp>
#include <smpcare/source.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("line_of counts from one and leaves the line end out") {
    const SourceText text{"a.toml", "one\r\ntwo\n\nlast"};
    CHECK(line_of(text, 0) == "");
    CHECK(line_of(text, 1) == "one");
    CHECK(line_of(text, 2) == "two");
    CHECK(line_of(text, 3) == "");
    CHECK(line_of(text, 4) == "last");
    CHECK(line_of(text, 5) == "");
}

TEST_CASE("location names as much as is known") {
    const auto source = std::make_shared<const SourceText>(SourceText{"a.toml", "x"});
    CHECK(location({source, 12, 3, 1}) == "a.toml:12:3");
    CHECK(location(whole("--date 2026")) == "--date 2026");
    CHECK(location({}) == "");
}

TEST_CASE("standard input has its name in the words, and whatever is called - has not") {
    const auto piped = std::make_shared<const SourceText>(SourceText{"-", "x", SourceKind::standard_input});
    CHECK(told_name(*piped) == Arg{Term::standard_input});
    CHECK(told_place({piped, 12, 3, 1}) == Arg{Term::place, {Term::standard_input, "12:3"}});
    CHECK(told_place(whole(*piped)) == Arg{Term::standard_input});
    CHECK(told_place(whole("-")) == Arg{"-"});
}

TEST_CASE("invalid_utf8_at finds the first bad byte") {
    CHECK_FALSE(invalid_utf8_at(""));
    CHECK_FALSE(invalid_utf8_at("Ana é 漢 😀"));
    CHECK(invalid_utf8_at("ab\xff") == 2);
    CHECK(invalid_utf8_at("\xc3") == 0);
    CHECK(invalid_utf8_at("a\xed\xa0\x80") == 1);
    CHECK(invalid_utf8_at("a\xc0\xaf") == 1);
}

TEST_CASE("diagnostics sort by place within a source and keep the order of sources") {
    const auto first = std::make_shared<const SourceText>(SourceText{"b.toml", ""});
    const auto second = std::make_shared<const SourceText>(SourceText{"a.toml", ""});
    Diagnostics found;
    found.error(Code::hint_no_id, {first, 9, 1, 1});
    found.error(Code::hint_no_id, {second, 1, 1, 1});
    found.error(Code::hint_no_id, {first, 2, 5, 1});
    found.notice(Code::previous_unrelated, {first, 2, 1, 1});
    found.sort_by_place();
    std::string order;
    for (const auto& d : found.all()) order += location(d.span) + ' ';
    CHECK(order == "b.toml:2:1 b.toml:2:5 b.toml:9:1 a.toml:1:1 ");
    CHECK(found.has_errors());
}
