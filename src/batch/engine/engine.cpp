#include "batch/engine/engine.hpp"

#include <algorithm>

namespace smpcare::batch {
namespace {

/// An engine holds its rules, plans and templates, which take most of a megabyte.
constexpr std::size_t most_engines = 8;

}  // namespace

PreparedRules prepare(const BatchRequest& request, LoadRequest rules, std::string_view language,
                      Diagnostics& diagnostics) {
    PreparedRules prepared;
    auto protocol = load_protocol(std::move(rules), diagnostics);
    if (!protocol) return prepared;
    prepared.protocol = std::make_shared<Protocol>(std::move(*protocol));
    auto style = request.style;
    style.language = language;
    const auto& formats = request.formats;
    if (std::any_of(formats.begin(), formats.end(), [](const auto* format) { return format->calendar; }))
        prepared.calendar = std::make_shared<const CalendarWriter>(*prepared.protocol, style);
    if (request.target == BatchTarget::stream && !formats.front()->calendar)
        prepared.lines = std::make_shared<const PlanLines>(*prepared.protocol, style);
    return prepared;
}

EngineCache::Engine::Engine(PreparedRules prepared) : rules(std::move(prepared)) {
    if (rules.protocol) shapes.emplace(*rules.protocol, rules.calendar.get());
}

EngineCache::EngineCache(const BatchRequest& request, PreparedRules base) : request_(request), base_(std::move(base)) {
    base_.run_notices = base_.rules.protocol->notices;
}

bool EngineCache::Engine::is_in_settings(const Span& span) const {
    return std::find(settings.begin(), settings.end(), span.source) != settings.end();
}

bool EngineCache::Engine::is_of_settings(const Diagnostic& notice) const {
    return std::none_of(run_notices.begin(), run_notices.end(), [&notice](const auto& other) {
        return other.code == notice.code && other.args == notice.args;
    });
}

EngineCache::Engine EngineCache::with_settings(const std::vector<Setting>& settings, std::string_view language) {
    LoadRequest rules = request_.rules;
    rules.settings.insert(rules.settings.begin(), settings);
    Diagnostics faults;
    auto prepared = prepare(request_, std::move(rules), language, faults);
    if (!prepared.protocol) prepared.faults = faults.all();
    Engine engine{std::move(prepared)};
    for (const auto& setting : settings) engine.settings.push_back(setting.span.source);
    engine.run_notices = base_.run_notices;
    return engine;
}

EngineCache::Engine& EngineCache::of(const Client& client, Diagnostics& diagnostics) {
    const bool own_language = !client.language.empty() && client.language != request_.style.language;
    if (client.set.empty() && !own_language) return base_;
    std::string key{client.set};
    ((key += '\0') += client.reason) += '\0';
    key += client.language;
    auto known = known_.find(key);
    if (known == known_.end()) {
        auto settings = read_settings(client, diagnostics);
        if (!settings) return refused_;
        if (known_.size() >= most_engines) known_.clear();
        auto engine = std::make_unique<Engine>(
            with_settings(*settings, own_language ? client.language : request_.style.language));
        known = known_.emplace(std::move(key), std::move(engine)).first;
    }
    auto& engine = *known->second;
    for (auto fault : engine.rules.faults) {
        if (engine.is_in_settings(fault.span)) fault.span = client.set_span;
        diagnostics.add(std::move(fault));
    }
    return engine;
}

}  // namespace smpcare::batch
