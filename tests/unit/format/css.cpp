#include <smpcare/format.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace smpcare;

namespace {

// The sheet, or the whole message.
std::string read(std::string text) {
    Diagnostics found;
    const auto sheet = read_css({"clinic.css", std::move(text)}, found);
    if (sheet) return *sheet;
    REQUIRE(found.all().size() == 1);
    return describe(found.all().front(), Style{});
}

}  // namespace

TEST_CASE("a style sheet that loads nothing is taken, its line ends made one kind") {
    CHECK(read("h1 { color: #123; }\r\n.a::before { content: 'é'; }\r") ==
          "h1 { color: #123; }\n.a::before { content: 'é'; }\n");
    CHECK(read("") == "");
    CHECK(read("a { background: url(data:image/png;base64,AA==); fill: url( '#x' ); }") ==
          "a { background: url(data:image/png;base64,AA==); fill: url( '#x' ); }");
}

TEST_CASE("what could leave the element or fetch something is refused with its place") {
    constexpr const char* const bad[] = {
        "</style>",
        "p {} </STYLE",
        "<!-- p {}",
        "@import 'x.css';",
        "@IMPORT url(data:text/css,p)",
        "a { b: url(https://example.org/x.png) }",
        "a { b: URL( \"//example.org\" ) }",
        "a { b: url(x.png) }",
        "a { b: image-set('x.png' 1x) }",
        "a { b: \\75rl(x.png) }",
        "a { b: src('x') }",
        "p { }\x01",
    };
    for (const auto* text : bad) {
        CAPTURE(text);
        CHECK(read(text).find("error[unsafe-css]") != std::string::npos);
    }
    CHECK(read(std::string("p\0", 2)).find("'U+0000'") != std::string::npos);
    CHECK(read("\xff").find("error[invalid-utf8]") != std::string::npos);
    CHECK(read("p { }\nb { } é @import 'x';") ==
          "clinic.css:2:9: error[unsafe-css]: a style sheet for handouts must not hold '@import'\n"
          "   2 | b { } é @import 'x';\n"
          "     |         ^~~~~~~\n"
          "     = help: put pictures into it as url(data:...), and write signs as themselves\n");
}
