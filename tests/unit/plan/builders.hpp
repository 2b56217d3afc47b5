#pragma once

/// Protocols, cases and plans as short text (tests/plans/README.md): one reader and one writer for the tables, the
/// unit tests and what the property test prints.

#include <smpcare/plan.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::testing {

/// One paragraph: a protocol, a case, and the plan that it should give.
struct PlanCase {
    std::string title;
    Protocol protocol;
    Case client;
    Scope scope = Scope::all;
    std::vector<std::string> expected;  ///< as `plan_lines` or `fault_lines` would write them

    /// The protocol's index of that name; throws where there is none.
    [[nodiscard]] std::size_t rule(std::string_view id) const;
    [[nodiscard]] std::size_t activity(std::string_view id) const;
};

/// Throws std::runtime_error on a line that it cannot read.
PlanCase read_plan_case(std::string_view text);

/// The paragraphs of a .plan file.
std::vector<std::string> paragraphs(std::string_view text);

std::string write_plan_case(const Protocol& protocol, const Case& client, Scope scope);

/// Everything a plan says, a line for each thing.
std::vector<std::string> plan_lines(const Plan& plan);
std::vector<std::string> fault_lines(const Diagnostics& diagnostics);

/// Makes the plan that must be free of faults.
Plan plan_of(const PlanCase& given);

/// A valid date, written in a test.
Date day(std::string_view iso_date);

}  // namespace smpcare::testing
