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

/// A protocol and what is prepared for it once.
struct Ruled {
    std::shared_ptr<Protocol> protocol;  ///< nothing where the row's settings were refused
    std::shared_ptr<const CalendarWriter> calendar;
    std::shared_ptr<const PlanLines> lines;
    std::vector<Diagnostic> faults;
};

/// Errors: those of load_protocol.
Ruled prepare(const BatchRequest& request, LoadRequest rules, std::string_view language, Diagnostics& diagnostics);

/// The rules of a row: those of the run, or with the row's settings between, loaded once for equal settings.
/// One for each thread.
class Engines {
public:
    Engines(const BatchRequest& request, Ruled base);

    struct Engine {
        explicit Engine(Ruled with);
        Ruled ruled;
        std::optional<PlanShapes> shapes;
        std::vector<SourcePtr> settings{};  ///< a row's, each with its text
        /// Whether the place is in one of these. Rows with equal settings share them, so no row is named there.
        [[nodiscard]] bool wrote(const Span& span) const;
        std::vector<Diagnostic> common{};  ///< notices that the run's own rules have
        [[nodiscard]] bool is_of_row(const Diagnostic& notice) const;
    };
    /// Never nothing; without a protocol, `faults` were added.
    Engine& of(const Client& client, Diagnostics& diagnostics);

private:
    Engine with_settings(const std::vector<Setting>& settings, std::string_view language);

    const BatchRequest& request_;
    Engine base_;
    Engine refused_{Ruled{}};
    std::unordered_map<std::string, std::unique_ptr<Engine>> known_;
};

}  // namespace smpcare::batch
