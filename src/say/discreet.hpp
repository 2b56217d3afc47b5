#pragma once

/// Outputs for people that name neither client, clinic nor procedure. What the rules say stays as it is written.

#include <smpcare/plan.hpp>
#include <smpcare/style.hpp>

#include <optional>
#include <string_view>

namespace smpcare::say {

/// The protocol with `title` for its own and without id, version and clinic, but for telephone numbers: they tell
/// nobody what they are for.
Protocol neutral_protocol(Protocol protocol, std::string_view title);

/// A plan as a page may show it: the plan itself, or its neutral copy where the style is discreet.
class DiscreetCopy {
public:
    DiscreetCopy(const Plan& plan, const Style& style);
    DiscreetCopy(const DiscreetCopy&) = delete;
    DiscreetCopy& operator=(const DiscreetCopy&) = delete;

    [[nodiscard]] const Plan& plan() const { return copy_ ? *copy_ : given_; }

private:
    const Plan& given_;
    std::optional<Protocol> protocol_;  ///< the copy's own
    std::optional<Plan> copy_;
};

}  // namespace smpcare::say
