#include "unit/plan/builders.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace smpcare;
using namespace smpcare::testing;

std::vector<std::filesystem::path> tables() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(SMPCARE_SOURCE_DIR "/tests/plans"))
        if (entry.path().extension() == ".plan") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

}  // namespace

TEST_CASE("every table of tests/plans gives the plan that stands beneath it") {
    int cases = 0;
    for (const auto& path : tables()) {
        for (const auto& paragraph : paragraphs(text_of(path))) {
            const PlanCase given = read_plan_case(paragraph);
            if (given.protocol.rules.empty() && given.expected.empty()) continue;  // the head of a file
            CAPTURE(path.filename().string());
            CAPTURE(given.title);
            Diagnostics faults;
            const auto plan = make_plan(given.protocol, given.client, given.scope, faults);
            CHECK(joined(plan ? plan_lines(*plan) : fault_lines(faults)) == joined(given.expected));
            CHECK(plan.has_value() == !faults.has_errors());
            CHECK(!given.title.empty());
            ++cases;
        }
    }
    CHECK(cases >= 60);
}

TEST_CASE("a case that is written and read again gives the same plan") {
    for (const auto& path : tables()) {
        for (const auto& paragraph : paragraphs(text_of(path))) {
            const PlanCase given = read_plan_case(paragraph);
            Diagnostics faults;
            const auto plan = make_plan(given.protocol, given.client, given.scope, faults);
            if (!plan || !plan->notices.empty()) continue;
            CAPTURE(given.title);
            const PlanCase again = read_plan_case(write_plan_case(given.protocol, given.client, given.scope));
            CHECK(plan_lines(plan_of(again)) == plan_lines(*plan));
        }
    }
}
