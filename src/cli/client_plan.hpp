#pragma once

/// What every command that asks about one client's plan does before and after its own words.

#include "cli/invocation.hpp"

namespace smpcare::cli {

/// Reads the options first; the command reads its words; then rules and plan come about. Each step adds its errors to
/// `call.diagnostics`.
class ClientPlan {
public:
    /// Form, style and client, all of whose faults are told together.
    explicit ClientPlan(Invocation& call);

    /// Null where the rules cannot be used.
    const Protocol* read_rules();
    /// The plan, its notices told; null where anything failed so far. `read_rules` comes before.
    const Plan* make(Scope scope);

    [[nodiscard]] const Format& format() const { return *format_; }
    [[nodiscard]] const Style& style() const { return *style_; }

private:
    Invocation& call_;
    const Format* format_;
    std::optional<Style> style_;
    std::optional<Case> client_;
    std::optional<Protocol> protocol_;
    std::optional<Plan> plan_;
};

/// The date that the command's word number `word` (from 0) says, else today.
std::optional<Date> date_of_word(Invocation& call, std::size_t word);

}  // namespace smpcare::cli
