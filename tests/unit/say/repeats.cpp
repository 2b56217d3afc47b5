#include "format/renderers.hpp"
#include "say/lists.hpp"
#include "unit/format/fixture.hpp"

#include <string>
#include <vector>

using namespace format_fixture;

TEST_CASE("what comes again after each of many sessions is told once") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    const auto first = plan.sessions.front();
    plan.items = {item(0, {})};
    plan.sessions.clear();
    for (int i = 0; i < 9; ++i) {
        const auto session = first + Days{i * 10};
        plan.sessions.push_back(session);
        plan.items[0].windows.push_back({Kind::avoid, session, session + Days{3}, {i + 1}, {}});
    }
    plan.items[0].declared = plan.items[0].windows;
    const say::Speaker speaker{plan, words::english};
    CHECK(date_lines(speaker, plan.items[0]) ==
          std::vector<std::string>{
              "from Sun 22 Nov 2026 (session 1, day 0) until and including Wed 25 Nov 2026 (session 1, day 3)",
              "the same days after each session from 2 to 8",
              "from Wed 10 Feb 2027 (session 9, day 0) until and including Sat 13 Feb 2027 (session 9, day 3)"});
    // One that is longer is told by itself.
    *plan.items[0].windows[6].end += Days{1};
    const auto lines = date_lines(speaker, plan.items[0]);
    REQUIRE(lines.size() == 6);
    CHECK(lines[1] == "the same days after each session from 2 to 5");
    CHECK(lines[3] == "from Thu 21 Jan 2027 (session 7, day 0) until and including Mon 25 Jan 2027 (session 7, day 4)");
    const auto page = plan_as_text(plan, Style{});
    CHECK(page.find("Sessions 1 to 9: Sun 22 Nov 2026; Wed 2 Dec 2026;") != std::string::npos);
}
