#include "format/renderers.hpp"
#include "unit/format/fixture.hpp"

using namespace format_fixture;

namespace {}  // namespace

TEST_CASE("a handout in Markdown has the same parts") {
    const auto protocol = small_protocol();
    const auto page = plan_as_md(small_plan(protocol), Style{});
    CHECK(
        page.starts_with("# Caring for your scalp after micropigmentation (SMP)\n"
                         "\n"
                         "- **Example Clinic**\n"
                         "- **Client**: Ana Example (A-17)\n"
                         "- **Practitioner**: Kim\n"
                         "- **Session 1**: Sunday 22 November 2026\n"
                         "\n"
                         "## Whom to call\n"
                         "\n"
                         "- **Call today**: a doctor\n"
                         "    - Fever or chills\n"
                         "- **Ask**: your practitioner: [+44 20 7946 0000](tel:+442079460000)\n"
                         "    - Any doubt\n"
                         "\n"
                         "## What to avoid, and until when\n"));
    CHECK(holds(page, "- \u25A1 **Thu 26 Nov**\n    - **Allowed again**: getting the scalp wet\n"));
    CHECK(holds(page, "\n    Getting the scalp wet         ####\n"));
    CHECK(holds(page, "### Avoid\n\n- **Getting the scalp wet**: until Wed 25 Nov\n"));
    CHECK(page.ends_with("Rules: small, version 1.2.0, fingerprint 0123456789ab\n"));
}

TEST_CASE("no text becomes markup") {
    auto protocol = small_protocol();
    protocol.title = "# 1) *bold* _it_ `code` <b> [x](y) https://e.org www.e.org a@e.org | ~ \\";
    protocol.rules[0].title = "- item";
    auto plan = small_plan(protocol);
    plan.client_name = "1.";
    plan.client_id.clear();
    const auto page = plan_as_md(plan, Style{});
    CHECK(holds(page,
                "\n\\# 1) &#42;bold&#42; \\_it\\_ \\`code\\` &#60;b\\> \\[x\\](y) https&#58;//e\\.org\n"
                "www\\.e\\.org a&#64;e.org &#124; &#126; \\\\.\n"));
    CHECK(holds(page, "- **- item**: until Wed 25 Nov\n    - No shower"));
}

TEST_CASE("lines are at most 80 columns, and none begins with what Markdown takes for a list") {
    auto protocol = small_protocol();
    protocol.rules[0].detail.clear();
    for (int i = 0; i < 60; ++i) protocol.rules[0].detail += " 12. + - 3) =";
    const auto page = plan_as_md(small_plan(protocol), Style{});
    std::size_t lines = 0;
    for (std::size_t at = 0; at < page.size(); ++lines) {
        const auto line = page.substr(at, page.find('\n', at) - at);
        CAPTURE(line);
        CHECK(display_width(line) <= 81);  // one more for an escape
        for (const auto* bad : {"      12. ", "      + ", "      - ", "      3) ", "      = "})
            CHECK_FALSE(line.starts_with(bad));
        at += line.size() + 1;
    }
    CHECK(lines > 40);
}
