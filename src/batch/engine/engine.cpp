#include "batch/engine/engine.hpp"

#include <algorithm>

namespace smpcare::batch {
namespace {

/// One holds its rules, plans and templates: with most of a megabyte each.
constexpr std::size_t most_engines = 8;

}  // namespace

Ruled prepare(const BatchRequest& request, LoadRequest rules, std::string_view language, Diagnostics& diagnostics) {
    Ruled made;
    auto protocol = load_protocol(std::move(rules), diagnostics);
    if (!protocol) return made;
    made.protocol = std::make_shared<Protocol>(std::move(*protocol));
    auto style = request.style;
    style.language = language;
    const auto& formats = request.formats;
    if (std::any_of(formats.begin(), formats.end(), [](const auto* format) { return format->calendar; }))
        made.calendar = std::make_shared<const CalendarWriter>(*made.protocol, style);
    if (request.target == BatchTarget::stream && !formats.front()->calendar)
        made.lines = std::make_shared<const PlanLines>(*made.protocol, style);
    return made;
}

Engines::Engine::Engine(Ruled with) : ruled(std::move(with)) {
    if (ruled.protocol) shapes.emplace(*ruled.protocol, ruled.calendar.get());
}

Engines::Engines(const BatchRequest& request, Ruled base) : request_(request), base_(std::move(base)) {
    base_.common = base_.ruled.protocol->notices;
}

bool Engines::Engine::wrote(const Span& span) const {
    return std::find(settings.begin(), settings.end(), span.source) != settings.end();
}

bool Engines::Engine::is_of_row(const Diagnostic& notice) const {
    return std::none_of(common.begin(), common.end(), [&notice](const auto& other) {
        return other.code == notice.code && other.args == notice.args;
    });
}

Engines::Engine Engines::with_settings(const std::vector<Setting>& settings, std::string_view language) {
    LoadRequest rules = request_.rules;
    rules.settings.insert(rules.settings.begin(), settings.begin(), settings.end());
    Diagnostics found;
    auto ruled = prepare(request_, std::move(rules), language, found);
    if (!ruled.protocol) ruled.faults = found.all();
    Engine made{std::move(ruled)};
    for (const auto& setting : settings) made.settings.push_back(setting.span.source);
    made.common = base_.common;
    return made;
}

Engines::Engine& Engines::of(const Client& client, Diagnostics& diagnostics) {
    const bool own_language = !client.language.empty() && client.language != request_.style.language;
    if (client.set.empty() && !own_language) return base_;
    std::string key{client.set};
    ((key += '\0') += client.reason) += '\0';
    key += client.language;
    auto found = known_.find(key);
    if (found == known_.end()) {
        auto settings = read_settings(client, diagnostics);
        if (!settings) return refused_;
        if (known_.size() >= most_engines) known_.clear();
        auto engine = std::make_unique<Engine>(
            with_settings(*settings, own_language ? client.language : request_.style.language));
        found = known_.emplace(std::move(key), std::move(engine)).first;
    }
    auto& engine = *found->second;
    for (auto fault : engine.ruled.faults) {
        if (engine.wrote(fault.span)) fault.span = client.set_span;
        diagnostics.add(std::move(fault));
    }
    return engine;
}

}  // namespace smpcare::batch
