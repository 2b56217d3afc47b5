#include "cli/command.hpp"
#include "cli/question.hpp"

namespace smpcare::cli {

ExitStatus run_can(Invocation& call) { return answer_question(call, false); }

}  // namespace smpcare::cli
