#include "format/handout/svg_timeline.hpp"
#include "unit/format/fixture.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <vector>

using namespace format_fixture;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

struct Label {
    double x, y;
    bool ends_at_x;
    std::string text;
};

std::vector<Label> labels_of(const std::string& picture) {
    static const std::regex text(R"re(<text x="([0-9.]+)" y="([0-9.]+)"( text-anchor="end")?>([^<]*)</text>)re");
    std::vector<Label> labels;
    for (std::sregex_iterator found(picture.begin(), picture.end(), text), end; found != end; ++found) {
        const auto& part = *found;
        labels.push_back({std::stod(part[1]), std::stod(part[2]), part[3].matched, part[4]});
    }
    return labels;
}

// Labels above the bars that reach into each other, a letter being at least `letter` wide; and those outside.
std::vector<std::string> collisions(const std::string& picture, double width, double letter) {
    std::vector<std::string> faults;
    const auto labels = labels_of(picture);
    const auto left = [&](const Label& label) {
        return label.ends_at_x ? label.x - static_cast<double>(label.text.size()) * letter : label.x;
    };
    const auto right = [&](const Label& label) {
        return left(label) + static_cast<double>(label.text.size()) * letter;
    };
    for (const auto& a : labels) {
        if (left(a) < 0 || right(a) > width) faults.push_back("outside: " + a.text);
        for (const auto& b : labels)
            if (&a < &b && a.y == b.y && left(a) < right(b) && left(b) < right(a))
                faults.push_back(a.text + " | " + b.text);
    }
    return faults;
}

// `sessions` of them, `gap` days apart, with bars that merge.
Plan long_plan(const Protocol& protocol, int sessions, int gap) {
    auto plan = small_plan(protocol);
    const auto first = plan.sessions.front();
    plan.sessions.clear();
    for (int i = 0; i < sessions; ++i) plan.sessions.push_back(first + Days{i * gap});
    plan.series.assign(plan.sessions.size(), 1);
    for (auto& item : plan.items) {
        for (auto& window : item.windows)
            if (window.end) window.end = *window.end + Days{(sessions - 1) * gap};
    }
    return plan;
}

}  // namespace

TEST_CASE("the picture has a title, a bar for each ban, a line for what is with care, and nothing for things to do") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const say::Speaker speaker{plan, words::english};
    const auto picture = svg_timeline(speaker, lanes_of(speaker), Shape::wide, "x", day("2026-11-27"));
    CHECK(holds(picture, "<title id=\"xt\">The weeks</title>"));
    CHECK(holds(picture, "Bars from Sunday 22 November 2026 to Tuesday 22 December 2026"));
    CHECK(count(picture, "<rect") == 3);
    CHECK(count(picture, "stroke-width=\"1.2\"") == 1);
    CHECK_FALSE(holds(picture, "fill=\"url"));
    CHECK_FALSE(holds(picture, "Rinse"));
    CHECK(holds(picture, ">25 Nov</text>"));
    CHECK(holds(picture, "stroke-dasharray"));
    CHECK_FALSE(holds(svg_timeline(speaker, lanes_of(speaker), Shape::wide, "x", {}), "stroke-dasharray"));
}

TEST_CASE("what is to be avoided on the same days shares a lane, and what follows it stands there too") {
    auto protocol = small_protocol();
    auto plan = small_plan(protocol);
    protocol.rules[4].kind = Kind::avoid;  // dry shampoo, as long as the scalp stays dry
    plan.items[4].windows = plan.items[0].windows;
    auto after = rule("wet-care", Kind::limit, "A little water", 4, 9);
    after.declared_from = {Boundary::Base::after, 0, "keep-dry"};
    protocol.rules.push_back(after);
    const auto first = plan.sessions.front();
    plan.items.push_back(item(8, {Window{Kind::limit, first + Days{4}, first + Days{9}, {1}, {}}}));
    const auto lanes = lanes_of(say::Speaker{plan, words::english});
    REQUIRE(lanes.size() == 3);
    CHECK(lanes[0].names == std::vector<std::string>{"Getting the scalp wet", "Dry shampoo"});
    CHECK(lanes[0].careful == std::vector<Stretch>{{first + Days{4}, first + Days{9}}});
    CHECK(lanes[2].names == std::vector<std::string>{"Swimming in a pool"});
}

TEST_CASE("no label touches another or leaves the picture, however many sessions and wherever today is") {
    const auto protocol = small_protocol();
    for (const auto& [shape, width, letter] :
         {std::tuple{Shape::wide, 560.0, 5.8}, std::tuple{Shape::narrow, 340.0, 7.0}}) {
        for (const auto& [sessions, gap] : {std::pair{1, 1}, {2, 1}, {3, 12}, {10, 7}, {64, 1}, {64, 7}, {64, 90}}) {
            const auto plan = long_plan(protocol, sessions, gap);
            const say::Speaker speaker{plan, words::english};
            const auto lanes = lanes_of(speaker);
            for (int number = 0; number < (sessions - 1) * gap + 7; number += 1 + gap / 3) {
                const auto today = plan.sessions.front() + Days{number};
                const auto picture = svg_timeline(speaker, lanes, shape, "x", today);
                CAPTURE(sessions);
                CAPTURE(gap);
                CAPTURE(iso(today));
                CHECK(collisions(picture, width, letter) == std::vector<std::string>{});
            }
        }
    }
}

TEST_CASE("a few sessions cross the bars, many are short marks") {
    const auto protocol = small_protocol();
    for (const auto& [sessions, crosses] : {std::pair{2, true}, {64, false}}) {
        const auto plan = long_plan(protocol, sessions, 7);
        const say::Speaker speaker{plan, words::english};
        const auto picture = svg_timeline(speaker, lanes_of(speaker), Shape::wide, "x", {});
        const std::regex mark(R"re(<path d="M[0-9.]+ 8\.0V11\.0" stroke="#000" stroke-width="1.5")re");
        const auto marks =
            std::distance(std::sregex_iterator(picture.begin(), picture.end(), mark), std::sregex_iterator());
        CHECK(count(picture, "stroke-width=\"1.5\"") == static_cast<std::size_t>(sessions));
        CHECK(marks == (crosses ? 0 : sessions));
    }
}
