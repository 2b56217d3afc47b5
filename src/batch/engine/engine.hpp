#pragma once

#include "batch/engine/shapes.hpp"
#include "batch/rows/client.hpp"

#include <smpcare/batch.hpp>
#include <smpcare/calendar.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace smpcare::batch {

/// A protocol, and the writers that are prepared for it once and used for every client.
struct PreparedRules {
    std::shared_ptr<Protocol> protocol;  ///< nothing where the row's settings were refused
    std::shared_ptr<const CalendarWriter> calendar;
    std::shared_ptr<const PlanLines> lines;
    std::vector<Diagnostic> faults;  ///< why they were refused
};

/// Errors: those of load_protocol.
PreparedRules prepare(const BatchRequest& request, LoadRequest rules, std::string_view language,
                      Diagnostics& diagnostics);

/// The rules of each row: those of the run, or those with the row's settings on top. Rows with equal settings share one
/// engine, so that their rules are loaded once. Each thread has a cache of its own.
class EngineCache {
public:
    EngineCache(const BatchRequest& request, PreparedRules base);

    struct Engine {
        explicit Engine(PreparedRules prepared);
        PreparedRules rules;
        std::optional<PlanShapes> shapes;       ///< nothing where there is no protocol
        std::vector<SourcePtr> settings{};      ///< of the row's settings, each with its text
        std::vector<Diagnostic> run_notices{};  ///< those that the run's own rules have
        /// Whether `span` lies in one of the settings. Rows share an engine, so its messages cannot name one of them;
        /// whoever reports them puts the row in the place of such a span.
        [[nodiscard]] bool is_in_settings(const Span& span) const;
        /// Whether the settings brought the notice about: the run's own rules do not have it.
        [[nodiscard]] bool is_of_settings(const Diagnostic& notice) const;
    };
    /// The engine of the client's row. Where its settings are refused, the faults are added to `diagnostics`, and the
    /// engine has no protocol.
    Engine& of(const Client& client, Diagnostics& diagnostics);

private:
    Engine with_settings(const std::vector<Setting>& settings, std::string_view language);

    const BatchRequest& request_;
    Engine base_;
    Engine refused_{PreparedRules{}};  ///< of every row whose settings cannot be read
    std::unordered_map<std::string, std::unique_ptr<Engine>> known_;
};

}  // namespace smpcare::batch
