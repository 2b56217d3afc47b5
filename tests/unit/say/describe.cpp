#include "words/words.hpp"

#include <smpcare/format.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace smpcare;

namespace {

Span at(std::string text, std::uint32_t line, std::uint32_t column, std::uint32_t length) {
    return {std::make_shared<const SourceText>(SourceText{"clinic.toml", std::move(text)}), line, column, length};
}

Diagnostic unknown_field(Span span, std::string nearest = "through") {
    return {Severity::error, Code::unknown_field, std::move(span), {"throuh", Term::rule}, std::move(nearest)};
}

std::string eleven_lines_and(const std::string& line) { return "\n\n\n\n\n\n\n\n\n\n\n" + line + "\nnext\n"; }

Style narrow(int width) {
    Style style;
    style.width = width;
    return style;
}

}  // namespace

TEST_CASE("an error looks as a compiler's does") {
    CHECK(describe(unknown_field(at(eleven_lines_and("throuh = 35"), 12, 1, 6)), {}) ==
          "clinic.toml:12:1: error[unknown-field]: 'throuh' is not a field of a rule\n"
          "   12 | throuh = 35\n"
          "      | ^~~~~~\n"
          "      = help: did you mean 'through'?\n");
}

TEST_CASE("help of the code's own stands where no nearer name is known") {
    CHECK(describe(unknown_field(at("  throuh = 35\r\n", 1, 3, 6), ""), {}) ==
          "clinic.toml:1:3: error[unknown-field]: 'throuh' is not a field of a rule\n"
          "   1 |   throuh = 35\n"
          "     |   ^~~~~~\n"
          "     = help: 'man smpcare-rules' lists the fields\n");
}

TEST_CASE("without a line there is no excerpt, and without a source smpcare speaks") {
    const Diagnostic option{Severity::error, Code::bad_date, whole("--date"), {"22/11/2026"}, {}};
    CHECK(describe(option, {}) ==
          "--date: error[bad-date]: '22/11/2026' is not a date\n   = help: write it as 2026-11-22: year-month-day\n");
    const Diagnostic nearer{Severity::error, Code::bad_date, whole("--date"), {"22/11/2026"}, "2026-11-22"};
    CHECK(describe(nearer, {}) ==
          "--date: error[bad-date]: '22/11/2026' is not a date\n   = help: did you mean '2026-11-22'?\n");
    const Diagnostic nobody{Severity::error, Code::nothing_to_write, {}, {}, {}};
    CHECK(describe(nobody, {}) == "smpcare: error[nothing-to-write]: there is nothing to write\n");
}

TEST_CASE("notices say so") {
    const Diagnostic notice{Severity::notice, Code::rule_vanished, at("through = 3", 1, 11, 1), {"a", "5", "3"}, {}};
    CHECK(describe(notice, {}) ==
          "clinic.toml:1:11: notice[rule-vanished]: 'a' is never in force: it would begin on day 5 and end on day 3\n"
          "   1 | through = 3\n"
          "     |           ^\n");
    CHECK(message(notice, "en") == "'a' is never in force: it would begin on day 5 and end on day 3");
}

TEST_CASE("the caret stands under what it marks, whatever stands before it") {
    // A tab is one column, a wide character two, a combining mark none.
    CHECK(describe(unknown_field(at("\t頭e\u0301 \u202Ethrouh", 1, 7, 6)), {}) ==
          "clinic.toml:1:7: error[unknown-field]: 'throuh' is not a field of a rule\n"
          "   1 |  頭e\u0301 throuh\n"
          "     |      ^~~~~~\n"
          "     = help: did you mean 'through'?\n");
    CHECK(describe(unknown_field(at("頭皮 = 1", 1, 1, 2)), {}).find("     | ^~~~\n") != std::string::npos);
}

TEST_CASE("a caret may stand behind the line, and bytes that are not UTF-8 stay harmless") {
    const auto behind = describe(unknown_field(at("ab", 1, 3, 1), "x"), {});
    CHECK(behind.find("   1 | ab\n     |   ^\n") != std::string::npos);
    const auto broken =
        describe({Severity::error, Code::invalid_utf8, at("a\xFF z", 1, 2, 1), {Term::this_file}, {}}, {});
    CHECK(broken.find("   1 | a\xEF\xBF\xBD z\n     |  ^\n") != std::string::npos);
    CHECK(describe(unknown_field(at("\n", 1, 1, 1), "x"), {}).find("   1 |\n     | ^\n") != std::string::npos);
}

TEST_CASE("a long line is cut around the caret and never wider than the screen") {
    std::string line;
    for (int i = 0; i < 60; ++i) line += "word" + std::to_string(100 + i) + ' ';
    for (const std::uint32_t column : {1U, 9U, 40U, 241U, 473U})
        for (const int width : {40, 80}) {
            CAPTURE(column);
            CAPTURE(width);
            const auto text = describe(unknown_field(at(line, 1, column, 7)), narrow(width));
            const auto source = text.substr(text.find('\n') + 1);
            const auto first = source.substr(0, source.find('\n'));
            const auto second = source.substr(first.size() + 1, source.find('\n', first.size() + 1) - first.size() - 1);
            CHECK(display_width(first) <= width);
            CHECK(second.ends_with("^~~~~~~"));
            // What stands above the caret is the marked word.
            const auto caret = second.find('^');
            // An ellipsis takes three bytes and one column.
            const auto before = first.find("…") < caret ? std::size_t{2} : 0;
            CHECK(first.substr(caret + before, 7) == line.substr(column - 1, 7));
        }
    Style ascii = narrow(40);
    ascii.ascii = true;
    CHECK(describe(unknown_field(at(line, 1, 241, 7)), ascii) ==
          "clinic.toml:1:241: error[unknown-field]: 'throuh' is not a field of a rule\n"
          "   1 | ...ord128 word129 word130 word...\n"
          "     |                   ^~~~~~~\n"
          "     = help: did you mean 'through'?\n");
}

TEST_CASE("a mark longer than the screen is cut") {
    const auto text = describe(unknown_field(at(std::string(500, 'x'), 1, 1, 500)), narrow(40));
    const auto shown = "   1 | " + std::string(21, 'x') + "…\n     | ^" + std::string(21, '~') + '\n';
    CHECK(text.find(shown) != std::string::npos);
}

TEST_CASE("arguments are shown on one line, without what could trick a screen, and not at any length") {
    const Diagnostic evil{
        Severity::error, Code::unknown_rule, {}, {"a\x1b[31m\nb\u202E{0}" + std::string(300, 'z')}, {}};
    CHECK(describe(evil, {}) ==
          "smpcare: error[unknown-rule]: there is no rule 'a[31m b{0}" + std::string(190, 'z') + "…'\n");
}

TEST_CASE("a missing argument leaves a gap and throws nothing") {
    CHECK(describe({Severity::error, Code::wrong_type, {}, {"from"}, {}}, {}) ==
          "smpcare: error[wrong-type]: 'from' must be , not \n");
}

TEST_CASE("colour is for the code, the caret and the word help, and only where it is wanted") {
    Style style;
    style.colour = true;
    CHECK(describe(unknown_field(at("throuh", 1, 1, 6)), style) ==
          "clinic.toml:1:1: \x1b[1;31merror[unknown-field]\x1b[0m: 'throuh' is not a field of a rule\n"
          "   1 | throuh\n"
          "     | \x1b[1;31m^~~~~~\x1b[0m\n"
          "     = \x1b[36mhelp\x1b[0m: did you mean 'through'?\n");
}

TEST_CASE("every code has one name, found again, one sentence and an explanation that fits the screen") {
    std::set<std::string_view> names;
    for (const auto code_name : code_names()) {
        CAPTURE(code_name);
        CHECK(names.insert(code_name).second);
        CHECK(code_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        const auto code = find_code(code_name);
        REQUIRE(code);
        CHECK(name(*code) == code_name);
        const auto& row = words::english.codes[*code];
        CHECK_FALSE(row.sentence.ends_with('.'));
        CHECK_FALSE(row.help.ends_with('.'));

        const auto text = explain(*code, narrow(72));
        CHECK(text.starts_with(std::string{code_name} + "\n\n"));
        CHECK(text.size() > code_name.size() + 60);
        CHECK(text.ends_with('\n'));
        for (std::size_t start = 0; start < text.size();) {
            const auto end = text.find('\n', start);
            CHECK(display_width(std::string_view{text}.substr(start, end - start)) <= 90);
            start = end + 1;
        }
    }
    CHECK(names.size() == code_names().size());
    CHECK_FALSE(find_code("unknown_field"));
    CHECK_FALSE(find_code(""));
}

TEST_CASE("an explanation is wrapped and its example indented") {
    CHECK(explain(Code::negative_number, narrow(60)) ==
          "negative-number\n\n"
          "Days are counted from the procedure day, which is day 0.\n"
          "There is no day before it. The number may come from a rule\n"
          "that this one leans on: the day before day 0 is no day\n"
          "either.\n\n"
          "    from = 0\n");
}
