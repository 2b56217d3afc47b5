#include "format/text/page.hpp"

#include <doctest/doctest.h>

using namespace smpcare;
using namespace smpcare::format;

namespace {

std::string wrapped(std::string_view text, int width, int first = 0, int rest = 0) {
    Style style;
    style.width = width;
    Page page(style);
    page.paragraph(text, first, rest);
    return page.take();
}

}  // namespace

TEST_CASE("paragraphs break at spaces and indent what follows") {
    CHECK(wrapped("", 20) == "");
    CHECK(wrapped("   ", 20) == "");
    CHECK(wrapped("twenty columns fits.", 20) == "twenty columns fits.\n");
    CHECK(wrapped("twenty columns fits..", 20) == "twenty columns\nfits..\n");
    CHECK(wrapped("one two three four five six", 20, 2, 4) == "  one two three four\n    five six\n");
    CHECK(wrapped("first\n\nsecond  line", 20, 2, 4) == "  first\n    second line\n");
}

TEST_CASE("texts of plain letters break where those do that are looked at word by word") {
    constexpr std::string_view text =
        "a bb ccc dddd eeeee ffffff ggggggg abcdefghijklmnopqrstuvwxyz01234 hh i jj kkk llll mmmmm";
    std::string parted;  // a second blank has each word looked at
    for (const char letter : text) parted.append(letter == ' ' ? 2 : 1, letter);
    for (int width = 20; width < 110; ++width)
        for (const int rest : {0, 3, 19}) CHECK(wrapped(text, width, 1, rest) == wrapped(parted, width, 1, rest));
}

TEST_CASE("a word longer than the line is broken between whole characters") {
    CHECK(wrapped("abcdefghijklmnopqrstuvwxyz", 20) == "abcdefghijklmnopqrst\nuvwxyz\n");
    CHECK(wrapped("see abcdefghijklmnopqrstuvwxyz now", 20, 0, 2) == "see\n  abcdefghijklmnopqr\n  stuvwxyz now\n");
    CHECK(wrapped("山山山山山山山山山山山", 20) == "山山山山山山山山山山\n山\n");
    CHECK(wrapped("x山山山山山山山山山山", 20) == "x山山山山山山山山山\n山\n");
    CHECK(wrapped("eeeeeeeeeeeeeeeeeeee\u0301f", 20) == "eeeeeeeeeeeeeeeeeeee\u0301\nf\n");
}

TEST_CASE("no page is narrower than twenty columns") {
    CHECK(wrapped("one two three four five", 1) == "one two three four\nfive\n");
    CHECK(wrapped("one two three four five", -5) == "one two three four\nfive\n");
}

TEST_CASE("headings are underlined to their width in columns") {
    Style style;
    style.ascii = true;
    Page page(style);
    page.title("山田");
    page.heading("Avoid", Kind::avoid);
    page.bullet("Swimming");
    CHECK(page.take() == "山田\n====\n\nAvoid\n-----\n* Swimming\n");
}

TEST_CASE("colour surrounds whole lines and leaves their words alone") {
    Style style;
    style.width = 20;
    style.colour = true;
    Page page(style);
    page.emphasise(Kind::avoid);
    page.paragraph("one two three four five", 0, 2);
    page.plain();
    page.paragraph("plain");
    CHECK(page.take() == "\x1b[1;31mone two three four\x1b[0m\n\x1b[1;31m  five\x1b[0m\nplain\n");
}

TEST_CASE("a row of a table wraps beside its start, or below it on a narrow page") {
    Style style;
    style.width = 40;
    Page wide(style);
    wide.row("rinse  ", "Rinse with lukewarm water and nothing else");
    CHECK(wide.take() == "rinse  Rinse with lukewarm water and\n       nothing else\n");
    style.width = 22;
    Page narrow(style);
    narrow.row("rinse  ", "Rinse with lukewarm water");
    CHECK(narrow.take() == "rinse\n  Rinse with lukewarm\n    water\n");
}
