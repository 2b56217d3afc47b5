#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

/// Runs the tests of one file and adds what is to be said of them; true where all passed.
bool test_file(Invocation& call, const std::string& name, const Style& style, std::string& report) {
    auto text = read_rule_text(name, whole(name), call.diagnostics);
    if (!text) return false;
    const auto file = told_name(*text);
    const auto protocol = load_protocol({std::move(*text), file_reader(output_paths(call)), {}, {}}, call.diagnostics);
    if (!protocol) return false;
    Diagnostics faults;
    const auto outcomes = test_outcomes(*protocol, faults);
    report += test_report(*protocol, file, outcomes, style);
    for (const auto& fault : faults.all()) report += describe(fault, style);
    return std::all_of(outcomes.begin(), outcomes.end(), [](const TestOutcome& one) { return one.passed(); });
}

}  // namespace

ExitStatus run_rules_test(Invocation& call) {
    const auto style = read_style(call);
    if (!style) return fail(call);
    std::string report;
    bool passed = true;
    for (const auto& name : call.words) passed = test_file(call, name, *style, report) && passed;
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, report, passed ? ExitStatus::done : ExitStatus::negative);
}

}  // namespace smpcare::cli
