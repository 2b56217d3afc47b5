#include "batch/rows/names.hpp"

#include <doctest/doctest.h>

using namespace smpcare;
using namespace smpcare::batch;

namespace {

std::string stem(std::string_view pattern, std::string id, std::string name = {}) {
    Case about;
    about.id = std::move(id);
    about.name = std::move(name);
    about.sessions = {{*parse_date("2026-11-22"), {}}};
    return file_stem(pattern, about);
}

bool pattern_holds(std::string_view pattern) {
    Diagnostics found;
    return check_pattern(pattern, found);
}

}  // namespace

TEST_CASE("file names hold ASCII that every disk can hold, and are never hidden") {
    CHECK(stem("{id}", "c-17_a.b") == "c-17_a.b");
    CHECK(stem("{id}", "a/b\\c d%") == "a%2Fb%5Cc%20d%25");
    CHECK(stem("{id}", ".hidden") == "%2Ehidden");
    CHECK(stem("{id}", "M\xC3\xBCller") == "M%C3%BCller");
    CHECK(stem("plan {id}-{name}-{date}", "7", "A B") == "plan%207-A%20B-2026-11-22");
    CHECK(stem("{id}", "{name}", "X") == "%7Bname%7D");
}

TEST_CASE("file names can be copied to Windows and typed behind a command") {
    CHECK(stem("{id}", "CON") == "%43ON");
    CHECK(stem("{id}", "nul.x") == "%6Eul.x");
    CHECK(stem("{id}", "Com1") == "%43om1");
    CHECK(stem("{id}", "LPT0.a.b") == "%4CPT0.a.b");
    CHECK(stem("x{id}", "CON") == "xCON");
    for (const auto* id : {"CONS", "COM", "COM10", "console", "c-nul"}) CHECK(stem("{id}", id) == id);
    CHECK(stem("{id}", "a.") == "a%2E");
    CHECK(stem("{id}", "-rf") == "%2Drf");
    CHECK(stem("-{id}", "a-b") == "%2Da-b");
    CHECK(stem("{id}", "%43ON") == "%2543ON");
    CHECK(stem("{id}", ".") == "%2E");
}

TEST_CASE("a pattern names each client and no folder") {
    CHECK(pattern_holds("{id}"));
    CHECK(pattern_holds("x-{date}-{name}"));
    CHECK_FALSE(pattern_holds("plan"));
    CHECK_FALSE(pattern_holds("{id}/plan"));
    CHECK_FALSE(pattern_holds("{id}-{phone}"));
    CHECK_FALSE(pattern_holds(""));
}

TEST_CASE("paths that lead elsewhere") {
    for (const auto* id : {"..", ".", "../../x", "a/../b", "a\\..", "./a"}) CHECK(leads_elsewhere(id));
    for (const auto* id : {"a", "a..b", "...", "2026/17", ".a"}) CHECK_FALSE(leads_elsewhere(id));
}

TEST_CASE("seen names are all known again, and no other") {
    SeenNames seen;
    for (int i = 0; i < 200000; ++i) REQUIRE(seen.insert("c" + std::to_string(i)));
    for (int i = 0; i < 200000; i += 7) CHECK_FALSE(seen.insert("c" + std::to_string(i)));
    CHECK(seen.contains("c199999"));
    CHECK_FALSE(seen.contains("c200000"));
    CHECK_FALSE(SeenNames{}.contains("c"));
}
