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
    const Protocol* read_rules(Extent extent);
    /// The plan, its notices told; null where anything failed so far. `read_rules` comes before.
    const Plan* make(Scope scope);

    [[nodiscard]] const Format& format() const { return *format_; }
    [[nodiscard]] const Style& style() const { return *style_; }
    /// Null where its options have faults.
    [[nodiscard]] const Case* client() const { return client_ ? &*client_ : nullptr; }
    /// The same where they have faults: text, as it is without options.
    [[nodiscard]] const Format& chosen_format() const { return format_ == nullptr ? formats().front() : *format_; }
    [[nodiscard]] Style chosen_style() const { return style_.value_or(Style{}); }

private:
    Invocation& call_;
    const Format* format_;
    std::optional<Style> style_;
    std::optional<Case> client_;
    const Protocol* protocol_ = nullptr;
    std::optional<Plan> plan_;
};

/// The day that the command's words from number `first` on (from 0) name, else today; a bare number counts from
/// `session`. Errors: those of read_date.
std::optional<Date> date_of_words(Invocation& call, std::size_t first, std::optional<Date> session);

}  // namespace smpcare::cli
