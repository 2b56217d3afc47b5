#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/files.hpp>

namespace smpcare::cli {
namespace {

std::optional<RecordedPlan> read_recorded(Invocation& call, const std::string& path) {
    const auto text = read_text(path, plan_file_limit, call.diagnostics);
    return text ? read_plan_file(*text, call.diagnostics) : std::nullopt;
}

}  // namespace

ExitStatus run_diff(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style(call);
    const auto before = read_recorded(call, call.words[0]);
    const auto after = read_recorded(call, call.words[1]);
    if (format == nullptr || !style || !before || !after) return fail(call);

    const auto difference = compare(*before, *after);
    return write_output(call, format->difference(difference, *style),
                        difference.any() ? ExitStatus::negative : ExitStatus::done);
}

}  // namespace smpcare::cli
