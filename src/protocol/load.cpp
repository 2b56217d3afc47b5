#include <smpcare/load.hpp>

#include "protocol/checks.hpp"
#include "protocol/fingerprint.hpp"
#include "protocol/link.hpp"
#include "protocol/raw_checks.hpp"
#include "protocol/read_draft.hpp"
#include "protocol/toml_reader.hpp"
#include "protocol/windows.hpp"

#include <algorithm>

namespace smpcare {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A megabyte of faults helps nobody and takes minutes to print.
constexpr std::size_t faults_shown = 200;

void pass_on(const std::vector<Diagnostic>& found, Diagnostics& diagnostics) {
    auto const shown = std::min(found.size(), faults_shown);
    for (std::size_t i = 0; i < shown; ++i) diagnostics.add(found[i]);
    if (shown < found.size())
        diagnostics.notice(Code::more_faults, {found.front().span.source, 0, 0, 0},
                           {std::to_string(found.size() - shown)});
}

std::optional<Draft> read(const SourcePtr& source, Diagnostics& found) {
    if (!check_raw(source, found)) return std::nullopt;
    auto root = read_toml(source, found);
    if (!root) return std::nullopt;
    Fields fields{source, found};
    return read_draft(fields, *root);
}

std::optional<Protocol> load(const SourcePtr& source, Diagnostics& found) {
    auto draft = read(source, found);
    if (!draft) return std::nullopt;
    check_draft(*draft, found);
    auto const rules = rule_directory(*draft, found);
    auto protocol = link(*draft, rules, found);
    resolve_windows(*draft, rules, protocol, found);
    check_windows(*draft, protocol, found);
    if (found.has_errors()) return std::nullopt;
    std::string_view const text = source->text;
    protocol.fingerprint = fingerprint({&text, 1});
    return protocol;
}

}  // namespace

std::optional<SourceText> built_in(std::string_view id) {
    auto const all = built_ins();
    auto const found = std::find_if(all.begin(), all.end(), [id](auto const& entry) { return entry.id == id; });
    if (found == all.end()) return std::nullopt;
    return SourceText{std::string{found->id}, std::string{found->text}};
}

std::optional<Protocol> load_protocol(SourceText text, Diagnostics& diagnostics) {
    // The mark says nothing about the rules, and columns count from what people see.
    if (text.text.starts_with(byte_order_mark)) text.text.erase(0, byte_order_mark.size());
    Diagnostics found;
    auto protocol = load(std::make_shared<const SourceText>(std::move(text)), found);
    found.sort_by_place();
    pass_on(found.all(), diagnostics);
    return protocol;
}

}  // namespace smpcare
