// What the outside may ask of a format stands in its row of the table.

#include "unit/format/fixture.hpp"

#include <set>

using namespace format_fixture;

TEST_CASE(
    "every format has a description, an ending of its own that leads back to it, and a plan, but for lines of a "
    "terminal") {
    std::set<std::string_view> endings;
    for (const auto& format : formats()) {
        CAPTURE(format.name);
        CHECK(find_format(format.name) == &format);
        CHECK_FALSE(format.description.empty());
        CHECK(format.endings.empty() == (format.name == "line"));
        for (const auto ending : format.endings) {
            CHECK(find_format_of_ending(ending) == &format);
            CHECK(endings.insert(ending).second);
        }
        CHECK((format.plan == nullptr) == (format.name == "line"));
    }
    CHECK(find_format_of_ending("docx") == nullptr);
    CHECK(find_format_of_ending("") == nullptr);
}

TEST_CASE("a format does what its row promises, and nothing else that a row can promise") {
    const auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    plan.notices = {{Severity::notice, Code::floor_accepted, {}, {"keep-dry", "3", "2", "because"}, {}}};
    for (const auto& format : formats()) {
        CAPTURE(format.name);
        if (format.plan == nullptr) continue;
        const auto plain = format.plan(plan, {});
        const auto changed_by = [&](const Style& style) { return format.plan(plan, style) != plain; };
        CHECK(changed_by({.css = "p { color: red }"}) == format.takes_css);
        CHECK(changed_by({.view = View::calendar}) == format.takes_view);
        CHECK(changed_by({.discreet = true}) == format.can_be_discreet);
        CHECK(changed_by({.calendar = {.events = Events::windows}}) == format.calendar);
        CHECK(changed_by({.calendar = {.alarm = "-P1D"}}) == format.calendar);
        CHECK(changed_by({.calendar = {.open = true}}) == format.calendar);
        CHECK(changed_by({.calendar = {.name = "Ours"}}) == format.calendar);
    }
}
