#pragma once

/// Outputs for people that name neither client, clinic nor procedure. What the rules say stays as it is written.

#include <smpcare/plan.hpp>
#include <smpcare/style.hpp>

#include <optional>

namespace smpcare::say {

/// Telephone numbers alone: they tell nobody what they are for.
Clinic neutral_clinic(const Clinic& clinic);

/// A plan as a page may show it: the plan itself, or its neutral copy where the style is discreet.
class Shown {
public:
    Shown(const Plan& plan, const Style& style);
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;

    [[nodiscard]] const Plan& plan() const { return copy_ ? *copy_ : given_; }

private:
    const Plan& given_;
    std::optional<Protocol> protocol_;  ///< the copy's own
    std::optional<Plan> copy_;
};

}  // namespace smpcare::say
