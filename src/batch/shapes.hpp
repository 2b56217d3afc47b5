#pragma once

#include <smpcare/plan.hpp>

#include <optional>
#include <string>
#include <unordered_map>

namespace smpcare {

/// Plans of one protocol, made by `make_plan` once for each shape of a case (the days between its dates, its facts)
/// and moved to the next client's dates: a plan depends on dates by their differences alone.
class PlanShapes {
public:
    explicit PlanShapes(const Protocol& protocol);

    /// The plan of `client`, good until the next call. Errors: those of make_plan.
    const Plan* plan(const Case& client, Diagnostics& diagnostics);

private:
    const Plan* make_new(const Case& client, std::string key, bool safe, Diagnostics& diagnostics);

    const Protocol& protocol_;
    int reach_ = 0;  ///< days after a session that no window passes
    std::string key_;
    std::unordered_map<std::string, Plan> known_;
    std::optional<Plan> single_;
};

/// Every date of `plan` moved by `days`; none may leave the range.
void move_plan(Plan& plan, Days days);

}  // namespace smpcare
