#include <smpcare/load.hpp>

#include "protocol/prepare/prepared.hpp"
#include "protocol/resolve/checks.hpp"
#include "protocol/resolve/fingerprint.hpp"
#include "protocol/resolve/floors.hpp"
#include "protocol/resolve/layers.hpp"
#include "protocol/resolve/link.hpp"
#include "protocol/resolve/logo.hpp"
#include "protocol/resolve/overrides.hpp"
#include "protocol/resolve/windows.hpp"

#include <algorithm>

namespace smpcare {

using namespace protocol;
namespace {

/// A megabyte of faults helps nobody and takes minutes to print.
constexpr std::size_t faults_shown = 200;

void pass_on(const std::vector<Diagnostic>& found, Diagnostics& diagnostics) {
    const auto shown = std::min(found.size(), faults_shown);
    for (std::size_t i = 0; i < shown; ++i) diagnostics.add(found[i]);
    if (shown < found.size())
        diagnostics.notice(Code::more_faults, {found.front().span.source, 0, 0, 0}, {found.size() - shown});
}

/// What a request holds, read: lowest first, each text as it enters the fingerprint.
struct Layers {
    std::vector<Layer> files;  ///< a chain of files that extend one another, then files of overrides
    std::size_t chain = 0;     ///< how many of them are the chain
    std::vector<std::vector<OverrideDraft>> settings;  ///< a layer each
    std::vector<std::string> setting_texts;
};

std::optional<Layers> read(LoadRequest&& request, Diagnostics& found) {
    auto chain = read_chain(std::move(request.text), request.reader, found);
    Layers layers;
    bool complete = chain.has_value();
    if (chain) layers.files = std::move(*chain);
    layers.chain = layers.files.size();
    for (auto& text : request.overrides) {
        auto layer = read_overrides_file(std::move(text), found);
        complete = complete && layer;
        if (layer) layers.files.push_back(std::move(*layer));
    }
    for (const auto& settings : request.settings) {
        auto& layer = layers.settings.emplace_back();
        for (const auto& setting : settings) {
            auto draft = override_of(setting, found);
            complete = complete && draft;
            if (draft) layer.push_back(std::move(*draft));
            layers.setting_texts.push_back(setting_text(setting));
            layers.setting_texts.push_back(setting.reason);
        }
    }
    return complete ? std::optional{std::move(layers)} : std::nullopt;
}

/// The files from the lowest to the highest, as they are without a byte order mark; then each setting as it would be
/// typed, and its reason.
std::string fingerprint_of(const Layers& layers) {
    std::vector<std::string_view> texts;
    for (const auto& file : layers.files) texts.push_back(file.source->text);
    texts.insert(texts.end(), layers.setting_texts.begin(), layers.setting_texts.end());
    const auto* const made = prepared_of(*layers.files.front().source);
    return fingerprint(texts, made == nullptr ? nullptr : &made->begun);
}

/// All layers in one draft, and what each took from the ones below it.
struct Merged {
    Draft draft;
    std::vector<LostDays> lost;
    LayerDays days;  ///< as the last layer that changed any left them
    std::vector<Diagnostic> notices;
};

/// Applies what one layer, number `layer`, changes of those below it.
void apply_layer(Merged& to, std::vector<OverrideDraft> overrides, const LayerDays& below, int layer,
                 Diagnostics& found) {
    apply_overrides(to.draft, overrides, layer, rule_directory(to.draft, found), found);
    to.days = days_of(to.draft);
    note_moved(below, to.days, to.draft);
    auto lost = lost_days(below, to.days, to.draft, layer);
    std::move(lost.begin(), lost.end(), std::back_inserter(to.lost));
    auto silent = freed_without_reason(below, to.days, to.draft);
    std::move(silent.begin(), silent.end(), std::back_inserter(to.notices));
}

/// The rules that a file adds, as they stand in it: it may override its own.
void add_own(LayerDays& below, const Draft& draft) {
    if (below.rules.size() == draft.rules.size()) return;
    const auto own = days_of(draft).rules;
    below.rules.insert(below.rules.end(), own.begin() + static_cast<std::ptrdiff_t>(below.rules.size()), own.end());
}

Merged merge(Layers& layers, Diagnostics& found) {
    Merged merged{std::move(layers.files.front().draft), {}, {}, {}};
    int layer = 0;
    for (std::size_t i = 1; i < layers.files.size(); ++i) {
        auto& file = layers.files[i].draft;
        const bool changes = !file.overrides.empty() || file.head.series_gap.written();
        auto below = changes ? days_of(merged.draft) : LayerDays{};
        auto overrides = std::move(file.overrides);
        if (i < layers.chain) extend(merged.draft, file, found);
        if (changes) add_own(below, merged.draft);
        if (changes) apply_layer(merged, std::move(overrides), below, ++layer, found);
    }
    for (auto& settings : layers.settings)
        if (!settings.empty()) apply_layer(merged, std::move(settings), days_of(merged.draft), ++layer, found);
    return merged;
}

/// A built-in with nothing laid over it was loaded while the program was built.
std::optional<Protocol> loaded_before(const LoadRequest& request) {
    const auto* const made = prepared_of(request.text);
    const auto changes_nothing = [](const auto& settings) { return settings.empty(); };
    if (made == nullptr || !request.overrides.empty() || !std::ranges::all_of(request.settings, changes_nothing))
        return std::nullopt;
    return unpacked_protocol(made->protocol, request.extent);
}

std::optional<Protocol> load(LoadRequest&& request, Diagnostics& found) {
    if (auto before = loaded_before(request)) return before;
    const auto reader = request.reader;
    auto layers = read(std::move(request), found);
    if (!layers) return std::nullopt;
    auto [draft, lost, days, notices] = merge(*layers, found);
    check_draft(draft, found);
    const auto known = directories_of(draft, found);
    const auto& rules = known.rules;
    auto logo = read_logo(draft.clinic.logo, reader, found);
    auto protocol = link(draft, known);
    protocol.clinic.logo_bytes = std::move(logo);
    resolve_windows(draft, rules, protocol, found);
    check_windows(draft, rules, protocol, found);
    if (!found.has_errors()) judge_floors(lost, days, protocol, found);
    std::move(notices.begin(), notices.end(), std::back_inserter(protocol.notices));
    if (found.has_errors()) return std::nullopt;
    protocol.fingerprint = fingerprint_of(*layers);
    return protocol;
}

template <class T>
std::optional<std::size_t> index_of(const std::vector<T>& things, std::string_view id) {
    const auto at = std::find_if(things.begin(), things.end(), [id](const auto& thing) { return thing.id == id; });
    if (at == things.end()) return std::nullopt;
    return static_cast<std::size_t>(at - things.begin());
}

}  // namespace

std::optional<SourceText> built_in(std::string_view id) {
    const auto all = built_ins();
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& entry) { return entry.id == id; });
    if (found == all.end()) return std::nullopt;
    return SourceText{std::string{found->id}, Text::looked_at(found->text)};
}

std::optional<Protocol> load_protocol(LoadRequest request, Diagnostics& diagnostics) {
    Diagnostics found;
    auto protocol = load(std::move(request), found);
    found.sort_by_place();
    pass_on(found.all(), diagnostics);
    return protocol;
}

std::optional<Protocol> load_protocol(SourceText text, Diagnostics& diagnostics) {
    return load_protocol(LoadRequest{std::move(text), {}, {}, {}}, diagnostics);
}

const Rule* Protocol::find_rule(std::string_view wanted) const {
    const auto rule = index_of(rules, wanted);
    return rule ? &rules[*rule] : nullptr;
}

std::optional<std::size_t> Protocol::find_fact(std::string_view wanted) const { return index_of(facts, wanted); }

std::optional<std::size_t> Protocol::find_event(std::string_view wanted) const { return index_of(events, wanted); }

}  // namespace smpcare
