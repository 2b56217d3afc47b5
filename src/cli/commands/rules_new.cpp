#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace smpcare::cli {

ExitStatus run_rules_new(Invocation& call) { return write_output(call, new_rule_file(), ExitStatus::done); }

ExitStatus run_rules_schema(Invocation& call) { return write_output(call, rule_file_schema(), ExitStatus::done); }

}  // namespace smpcare::cli
