#include <smpcare/files.hpp>
#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include <doctest/doctest.h>

// Texts that nobody writes by hand. None may crash, hang, or be accepted.

using namespace smpcare;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string made;
    made.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += part;
    return made;
}

std::string said_of(std::string text) {
    Diagnostics found;
    CHECK_FALSE(load_protocol(SourceText{"x.toml", std::move(text)}, found));
    std::string said;
    for (const auto& diagnostic : found.all()) said += describe(diagnostic, {});
    return said;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a rule file may have a megabyte and no byte more") {
    const auto comment = '#' + repeated("x", rule_file_limit);
    CHECK(said_of(comment) == "x.toml: error[too-large]: 'x.toml' is larger than 1048576 bytes\n");
    CHECK(first_line(said_of(comment.substr(0, rule_file_limit))) ==
          "x.toml: error[missing-field]: a rule file needs 'schema'");
}

TEST_CASE("a key of 40,000 parts is refused before toml++ recurses into it") {
    const auto key = "a" + repeated(".a", 40'000) + " = 1\n";
    CHECK(first_line(said_of(key)) == "x.toml:1:34: error[too-many-dots]: more than 16 dots in one line");
    CHECK(first_line(said_of('[' + key)) == "x.toml:1:35: error[too-many-dots]: more than 16 dots in one line");
    CHECK(first_line(said_of("a = { " + key)) == "x.toml:1:40: error[too-many-dots]: more than 16 dots in one line");
}

TEST_CASE("quotes and comments do not hide a key from the counting of dots") {
    const auto key = "a" + repeated(".a", 40'000) + " = 1\n";
    for (const std::string before :
         {"a = \"\\\"\"\n", "a = '\\'\n", "a = \"\"\"x\"\"\"\"\"\n", "a = '''\n'' '''\n", "# \"\"\"\n", "a = ''\n",
          "a = \"\"\n", "a = \"\"\"\\\"\"\"\"\n", "'\"' = 1\n", "a = \"x # y\" # \"\n"}) {
        CAPTURE(before);
        CHECK(said_of(before + key).find("error[too-many-dots]") != std::string::npos);
    }
}

TEST_CASE("dots in texts and comments are free") {
    const auto dots = repeated(".", 100);
    const auto said = said_of("# " + dots + "\n[clinic]\nname = \"" + dots + "\" # " + dots + "\nphone = '" + dots +
                              "'\naddress = \"\"\"\\\"\"\" " + dots + "\"\"\"\n");
    CHECK(said.find("too-many-dots") == std::string::npos);
}

TEST_CASE("brackets nested 100,000 deep are refused") {
    for (const std::string bracket : {"[", "{a=", "[{a="}) {
        CAPTURE(bracket);
        const auto said = said_of("a = " + repeated(bracket, 100'000));
        CHECK(said.find("error[syntax]: brackets stand in brackets too many times") != std::string::npos);
        CHECK(said.size() < 400);
    }
}

TEST_CASE("a chain of thousands of rules, leaning forwards or in a circle, needs no deep stack") {
    std::string chain = "schema = 1\n[protocol]\nid = \"a\"\ntitle = \"A\"\nversion = \"1\"\nlanguage = \"en\"\n";
    for (int i = 0; i < 12'000; ++i) {
        const auto number = std::to_string(i), next = std::to_string((i + 1) % 12'000);
        chain += "[[rule]]\nid=\"" + number + "\"\nkind=\"do\"\ntitle=\"T\"\nfrom={before=\"" + next + "\"}\n";
    }
    REQUIRE(chain.size() < rule_file_limit);
    CHECK(first_line(said_of(chain))
              .starts_with("x.toml:11:14: error[leans-on-itself]: these lean on one another in a circle: 0.from, "
                           "1.from, 2.from, "));
}

TEST_CASE("of very many faults the first 200 are told, and how many are left") {
    const auto said = said_of(
        "schema = 1\n[protocol]\nid = \"a\"\ntitle = \"A\"\nversion = \"1\"\nlanguage = \"en\"\n"
        "[activity.a]\nwords = [" +
        repeated("1,", 100'000) + "]\n");
    CHECK(said.find("x.toml:8:408: error[wrong-type]") != std::string::npos);
    CHECK(said.find("x.toml:8:410: error[wrong-type]") == std::string::npos);
    CHECK(
        said.ends_with("x.toml: notice[more-faults]: 99800 more faults are not shown\n   = help: mend these first\n"));
}

TEST_CASE("thousands of unknown names do not each search thousands of known ones") {
    std::string text = "schema = 1\n[protocol]\nid = \"a\"\ntitle = \"A\"\nversion = \"1\"\nlanguage = \"en\"\n";
    for (int i = 0; i < 10'000; ++i) text += "[fact.long-name-of-a-fact-" + std::to_string(i) + "]\n";
    text += "[[rule]]\nid = \"r\"\nkind = \"do\"\ntitle = \"T\"\nwhen = [";
    for (int i = 0; i < 10'000; ++i) text += "\"long-name-of-a-fcat-" + std::to_string(i) + "\",";
    const auto said = said_of(text + "]\n");
    CHECK(said.find("9800 more faults") != std::string::npos);
    CHECK(said.find("did you mean 'long-name-of-a-fact-0'?") != std::string::npos);
}

TEST_CASE("broken UTF-8 is named by its first byte") {
    struct Case {
        std::string text, place;
    };
    for (const auto& one : {Case{"\xFF", "x.toml:1:1"}, Case{"a = 1\nb = \"\xC3\"\n", "x.toml:2:6"},
                            Case{"# \xC3\xA9\xC3\xA9 \xED\xA0\x80\n", "x.toml:1:6"}, Case{"#\xE2\x82", "x.toml:1:2"},
                            Case{"# \xC0\xAF", "x.toml:1:3"}}) {
        CAPTURE(one.place);
        CHECK(first_line(said_of(one.text)) ==
              one.place + ": error[invalid-utf8]: this file, which looks like Windows-1252, is not UTF-8 text");
    }
}

TEST_CASE("no prefix of a rule file, and no rule file with a byte changed, crashes the loader") {
    const auto text = std::string{built_in("smp-standard")->text.view().substr(0, 1500)};
    for (std::size_t size = 0; size < text.size(); ++size) {
        Diagnostics found;
        if (!load_protocol(SourceText{"x.toml", text.substr(0, size)}, found)) CHECK(found.has_errors());
    }
    for (std::size_t at = 0; at < text.size(); at += 3)
        for (const char byte : {'\0', '"', '\'', '[', '{', '=', '.', '\n', '\xC3', '+', '9'}) {
            auto changed = text;
            changed[at] = byte;
            Diagnostics found;
            if (!load_protocol(SourceText{"x.toml", changed}, found)) CHECK(found.has_errors());
            for (const auto& diagnostic : found.all()) CHECK(describe(diagnostic, {}).ends_with('\n'));
        }
}
