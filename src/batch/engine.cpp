#include "batch/engine.hpp"

#include <algorithm>

namespace smpcare {
namespace {

constexpr std::size_t most_engines = 16;

/// What equal settings were loaded for is told of the row at hand.
void tell_place(Engines::Engine& engine, const Span& span) {
    auto place = location(span);
    if (engine.place == place || !engine.ruled.protocol) return;
    auto& protocol = *engine.ruled.protocol;
    for (auto& rule : protocol.rules)
        for (auto& change : rule.changes)
            if (change.by == engine.place) change.by = place;
    for (auto& notice : protocol.notices)
        if (location(notice.span) == engine.place) notice.span = span;
    engine.place = std::move(place);
}

void add_at(const std::vector<Diagnostic>& faults, const Span& span, Diagnostics& diagnostics) {
    for (auto fault : faults) {
        if (fault.span.source == span.source) fault.span = span;
        diagnostics.add(std::move(fault));
    }
}

}  // namespace

bool is_calendar(const Format& format) { return format.name == "ics"; }

Ruled prepare(const BatchRequest& request, LoadRequest rules, std::string_view language, Diagnostics& diagnostics) {
    Ruled made;
    auto protocol = load_protocol(std::move(rules), diagnostics);
    if (!protocol) return made;
    made.protocol = std::make_shared<Protocol>(std::move(*protocol));
    auto const& formats = request.formats;
    if (std::any_of(formats.begin(), formats.end(), [](auto const* format) { return is_calendar(*format); })) {
        auto options = request.calendar;
        options.language = language;
        made.calendar = std::make_shared<const CalendarWriter>(*made.protocol, options);
    }
    if (request.target == BatchTarget::stream) {
        auto style = request.style;
        style.language = language;
        made.lines = std::make_shared<const PlanLines>(*made.protocol, style);
    }
    return made;
}

Engines::Engine::Engine(Ruled with) : ruled(std::move(with)) {
    if (ruled.protocol) shapes.emplace(*ruled.protocol, ruled.calendar.get());
}

Engines::Engines(const BatchRequest& request, Ruled base) : request_(request), base_(std::move(base)) {}

Ruled Engines::with_settings(std::vector<Setting> settings, std::string_view language) {
    LoadRequest rules = request_.rules;
    rules.settings.insert(rules.settings.begin(), settings.begin(), settings.end());
    Diagnostics found;
    auto made = prepare(request_, std::move(rules), language, found);
    if (!made.protocol) made.faults = found.all();
    return made;
}

Engines::Engine& Engines::of(const Client& client, Diagnostics& diagnostics) {
    bool const own_language = !client.language.empty() && client.language != request_.style.language;
    if (client.set.empty() && !own_language) return base_;
    std::string key{client.set};
    ((key += '\0') += client.reason) += '\0';
    key += client.language;
    // Plans that are kept to the end hold on to their protocol, with the place in it.
    if (request_.target == BatchTarget::combined) (key += '\0') += location(client.set_span);
    auto found = known_.find(key);
    if (found == known_.end()) {
        auto settings = read_settings(client, diagnostics);
        if (!settings) return refused_;
        if (known_.size() >= most_engines) known_.clear();
        auto engine = std::make_unique<Engine>(
            with_settings(std::move(*settings), own_language ? client.language : request_.style.language));
        engine->place = location(client.set_span);
        found = known_.emplace(std::move(key), std::move(engine)).first;
    }
    auto& engine = *found->second;
    tell_place(engine, client.set_span);
    add_at(engine.ruled.faults, client.set_span, diagnostics);
    return engine;
}

}  // namespace smpcare
