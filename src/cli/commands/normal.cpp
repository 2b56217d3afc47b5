#include "cli/command.hpp"
#include "cli/question.hpp"

namespace smpcare::cli {

ExitStatus run_normal(Invocation& call) { return answer_question(call, true); }

}  // namespace smpcare::cli
