#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace smpcare::cli {
namespace {

/// A page of rules in a language that the program does not speak mixes two.
void check_language(const Protocol& protocol, std::string_view spoken, Diagnostics& found) {
    const auto known = languages();
    if (std::find(known.begin(), known.end(), protocol.language) == known.end())
        found.warning(Code::language_of_rules, {}, {protocol.language, std::string{spoken}});
}

/// What is doubtful in rules without a fault.
void add_doubts(const Invocation& call, const Protocol& protocol, std::string_view spoken, Diagnostics& found) {
    for (const auto& notice : protocol.notices) found.add(notice);
    for (const auto& doubt : lint(protocol, call.today())) found.add(doubt);
    check_language(protocol, spoken, found);
}

/// All that is to be said of one rule file: its faults, or where it has none what is doubtful in it.
Findings check_file(const Invocation& call, const std::string& name, std::string_view spoken) {
    Diagnostics found{call.diagnostics.policy()};
    auto text = read_rule_text(name, whole(name), found);
    if (!text) return {name, found.all()};
    const auto file = whole(*text);
    if (const auto protocol = load_protocol({std::move(*text), file_reader(output_paths(call)), {}, {}}, found)) {
        Diagnostics doubts;
        add_doubts(call, *protocol, spoken, doubts);
        for (auto doubt : doubts.all()) {
            if (!doubt.span.source) doubt.span = file;
            found.add(std::move(doubt));
        }
    }
    found.sort_by_place();
    return {told_name(*file.source), found.all()};
}

/// Notices alone leave a file clean.
bool clean(const Findings& file) {
    return std::all_of(file.found.begin(), file.found.end(),
                       [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::notice; });
}

}  // namespace

ExitStatus run_rules_check(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    if (format == nullptr || !style) return fail(call);
    std::vector<Findings> files;
    bool all_clean = true;
    for (const auto& name : call.words) {
        files.push_back(check_file(call, name, style->language));
        for (const auto& diagnostic : files.back().found)
            if (is_io(diagnostic.code)) call.diagnostics.add(diagnostic);
        all_clean = all_clean && clean(files.back());
    }
    if (call.diagnostics.has_errors()) return fail(call);
    return write_output(call, format->findings(files, *style), all_clean ? ExitStatus::done : ExitStatus::negative);
}

}  // namespace smpcare::cli
