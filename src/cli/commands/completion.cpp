#include "cli/completion/completion.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/nearest.hpp>

namespace smpcare::cli {

ExitStatus run_completion(Invocation& call) {
    const auto shell = call.words.front();
    const auto script = completion_script(shell);
    if (!script.empty()) return write_output(call, script, ExitStatus::done);
    const auto known = choices(shells);
    call.diagnostics.error(Code::bad_choice, {}, {shell, std::string{call.command->name}, joined(known, ", ")},
                           nearest(shell, known));
    return fail(call);
}

}  // namespace smpcare::cli
