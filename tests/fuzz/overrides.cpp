// Overrides over the frozen protocol: a file of them; then, after a line `---`, one `--set` a line, a line that begins
// with `!` being the reason of those that follow.

#include "base/civil.hpp"
#include "fuzz/fuzz.hpp"

#include <algorithm>

using namespace smpcare;
using namespace smpcare::fuzz;

namespace {

constexpr std::string_view divider = "\n---\n";

std::vector<Setting> settings_in(std::string_view lines, Diagnostics& diagnostics) {
    std::vector<Setting> settings;
    std::string_view reason;
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        if (line.starts_with('!')) {
            reason = line.substr(1);
            continue;
        }
        auto setting = parse_setting(line, whole("--set " + std::string{line}), diagnostics);
        if (!setting) continue;
        const auto text = setting_text(*setting);
        const auto again = parse_setting(text, {}, diagnostics);
        require(again && setting_text(*again) == text, "a setting that is written can be read");
        setting->reason = reason;
        settings.push_back(std::move(*setting));
    }
    return settings;
}

bool covered(const Item& item, Date from, Date through) {
    for (auto day = from; day <= through; day += Days{1}) {
        const auto covers = [day](const Window& window) { return window.covers(day); };
        if (std::none_of(item.declared.begin(), item.declared.end(), covers)) return false;
    }
    return true;
}

/// No day up to a floor is free without being accepted, and nothing changes without standing in `changes`.
void require_kept(const Protocol& protocol) {
    const auto& before = frozen().rules;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& rule = protocol.rules[i];
        const bool same = rule.from == before[i].from && rule.through == before[i].through &&
                          rule.until == before[i].until && rule.dropped == before[i].dropped;
        require(same || !rule.changes.empty(), "what changed a rule is told");
    }
    Case client;
    const Date session{date::year{2026} / date::November / 22};
    client.sessions = {{session, {}}};
    Diagnostics found;
    const auto plan = make_plan(protocol, client, Scope::all, found);
    if (!plan) return;
    for (const auto& item : plan->items) {
        const auto& rule = protocol.rules[item.rule];
        if (!rule.floor || rule.below_floor) continue;
        require(covered(item, session, session + Days{*rule.floor}), "a floor holds unless it is accepted");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = text_of(data, size);
    const auto at = text.find(divider);
    Diagnostics found;
    LoadRequest request;
    request.text = frozen_text();
    if (at != 0) request.overrides.push_back({"overrides.toml", std::string{text.substr(0, at)}});
    if (at != std::string_view::npos) request.settings = {settings_in(text.substr(at + divider.size()), found)};
    require_printable(found.all());
    Diagnostics loading;
    const auto protocol = load_protocol(std::move(request), loading);
    require_told(!protocol, loading, "a protocol or an error");
    if (!protocol) return 0;
    require_kept(*protocol);
    const auto plan = plan_of(*protocol);
    if (plan) require_safe(find_format("text")->plan(*plan, {}), "a plan is safe to print");
    return 0;
}
