// A rule file: anything at all, which may extend a built-in or itself.

#include "base/civil.hpp"
#include "fuzz/fuzz.hpp"

#include <smpcare/ask.hpp>

using namespace smpcare;
using namespace smpcare::fuzz;

namespace {

constexpr Date today{date::year{2026} / date::November / 22};

void require_sound(const Protocol& protocol) {
    Diagnostics found;
    require_printable(lint(protocol, today));
    test_report(protocol, "rules.toml", test_outcomes(protocol, found), {});
    require_printable(found.all());
    require_safe(show_protocol(protocol, {}), "a shown protocol is safe to print");
    for (const auto& rule : protocol.rules) {
        require_safe(show_rule(protocol, rule, {}), "a shown rule is safe to print");
        require(rule.vanished || rule.dropped || !rule.through || rule.from <= *rule.through, "a window has days");
    }
    if (const auto plan = plan_of(protocol)) require_shown(*plan);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{text_of(data, size)};
    LoadRequest request;
    request.text = {"rules.toml", text};
    request.reader = [&text](const std::string& name, const Span& at, Diagnostics& diagnostics) {
        if (name == "self.toml") return std::optional{SourceText{name, text}};
        diagnostics.error(Code::no_such_file, at, {name, "No such file or directory"});
        return std::optional<SourceText>{};
    };
    Diagnostics found;
    const auto protocol = load_protocol(std::move(request), found);
    require_told(!protocol, found, "a protocol or an error");
    if (protocol) require_sound(*protocol);
    return 0;
}
