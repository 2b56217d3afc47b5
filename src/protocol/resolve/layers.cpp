#include "protocol/resolve/layers.hpp"

#include "protocol/prepare/prepared.hpp"
#include "protocol/read/read_draft.hpp"
#include "protocol/read/text_checks.hpp"
#include "protocol/read/toml_reader.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

namespace smpcare::protocol {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::optional<Layer> read(SourceText text, std::optional<Draft> (*read_root)(Fields&, TomlValue&), Diagnostics& found) {
    // The mark says nothing about the rules, and columns count from what people see.
    if (const auto bytes = text.text.view(); bytes.starts_with(byte_order_mark))
        text.text = std::string{bytes.substr(byte_order_mark.size())};
    const auto* const made = prepared_of(text);
    auto source = std::make_shared<const SourceText>(std::move(text));
    if (made != nullptr) return Layer{source, unpacked_draft(made->draft, source)};
    if (!check_raw(source, found)) return std::nullopt;
    auto root = read_toml(source, found);
    if (!root) return std::nullopt;
    Fields fields{source, found};
    auto draft = read_root(fields, *root);
    if (!draft) return std::nullopt;
    return Layer{std::move(source), std::move(*draft)};
}

/// The name of what `extender` extends: a built-in's id, or a path that starts where `extender`'s own does.
std::string base_name(const SourceText& extender, const std::string& extends) {
    if (!names_a_file(extends)) return extends;
    namespace fs = std::filesystem;
    const auto joined =
        names_a_file(extender.name) ? fs::path{extender.name}.parent_path() / extends : fs::path{extends};
    return joined.lexically_normal().generic_string();
}

std::optional<SourceText> read_base(const std::string& name, const Span& at, const Reader& reader, Diagnostics& found) {
    if (names_a_file(name) && reader) return reader(name, at, found);
    if (auto text = built_in(name)) return text;
    std::vector<std::string_view> ids;
    for (const auto& known : built_ins()) ids.push_back(known.id);
    found.error(Code::unknown_protocol, at, {name}, nearest(name, ids));
    return std::nullopt;
}

/// `names` are the files passed, the last of which extends `name`.
bool refuse_circle(const std::vector<std::string>& names, const std::string& name, const Span& at, Diagnostics& found) {
    const auto first = std::find(names.begin(), names.end(), name);
    if (first == names.end()) return false;
    std::string chain;
    for (auto step = first; step != names.end(); ++step) chain += *step + ", ";
    found.error(Code::extends_itself, at, {chain + name});
    return true;
}

template <class D>
void add_all(std::string_view what, std::vector<D>& below, std::vector<D>& above, Diagnostics& found) {
    std::unordered_map<std::string_view, const Span*> known;
    for (const auto& draft : below) known.emplace(draft.id, &draft.span);
    for (const auto& draft : above)
        if (const auto first = known.find(draft.id); first != known.end())
            found.error(Code::duplicate_id, draft.span, {what, draft.id, told_place(*first->second)});
    std::move(above.begin(), above.end(), std::back_inserter(below));
}

template <class D, class... Members>
void replace_given(D& below, D& above, Members... members) {
    const auto replace = [](auto& old, auto& given) {
        if (given.written()) old = std::move(given);
    };
    (replace(below.*members, above.*members), ...);
}

}  // namespace

std::optional<Layer> read_overrides_file(SourceText text, Diagnostics& found) {
    return read(std::move(text), read_overrides, found);
}

std::optional<std::vector<Layer>> read_chain(SourceText top, const Reader& reader, Diagnostics& found) {
    std::vector<Layer> chain;
    std::vector<std::string> names;
    for (auto text = std::optional{std::move(top)}; text;) {
        names.push_back(base_name({}, text->name));
        auto layer = read(std::move(*text), read_draft, found);
        if (!layer) return std::nullopt;
        chain.push_back(std::move(*layer));
        const auto& extends = chain.back().draft.head.extends;
        if (extends.broken()) return std::nullopt;
        if (!extends.value) break;
        const auto name = base_name(*chain.back().source, *extends.value);
        if (refuse_circle(names, name, extends.span, found)) return std::nullopt;
        if (chain.size() == extends_limit) {
            found.error(Code::extends_too_deep, extends.span, {extends_limit});
            return std::nullopt;
        }
        text = read_base(name, extends.span, reader, found);
        if (!text) return std::nullopt;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

void extend(Draft& below, Draft& above, Diagnostics& found) {
    below.span = above.span;
    replace_given(below.head, above.head, &HeadDraft::id, &HeadDraft::title, &HeadDraft::version, &HeadDraft::language,
                  &HeadDraft::summary, &HeadDraft::series_gap, &HeadDraft::min_gap, &HeadDraft::day_one,
                  &HeadDraft::extends);
    // Whoever reviewed the file below has not seen what stands above.
    below.head.reviewed_by = std::move(above.head.reviewed_by);
    below.head.reviewed = std::move(above.head.reviewed);
    replace_given(below.clinic, above.clinic, &ClinicDraft::name, &ClinicDraft::phone, &ClinicDraft::email,
                  &ClinicDraft::address, &ClinicDraft::url, &ClinicDraft::emergency, &ClinicDraft::logo);
    add_all("source", below.sources, above.sources, found);
    add_all("activity", below.activities, above.activities, found);
    add_all("sign", below.signs, above.signs, found);
    add_all("fact", below.facts, above.facts, found);
    add_all("event", below.events, above.events, found);
    std::move(above.rules.begin(), above.rules.end(), std::back_inserter(below.rules));
    // The tests of the file below judge that file alone: what is overridden here need not pass them.
    below.tests = std::move(above.tests);
}

}  // namespace smpcare::protocol

bool smpcare::names_a_file(std::string_view name) {
    return name.find('/') != std::string_view::npos || name.ends_with(".toml");
}
