#include "cli/client_plan.hpp"

namespace smpcare::cli {

ClientPlan::ClientPlan(Invocation& call)
    : call_(call), format_(choose_format(call)), style_(read_style(call)), client_(read_case(call)) {}

const Protocol* ClientPlan::read_rules() {
    protocol_ = read_protocol(call_);
    return protocol_ ? &*protocol_ : nullptr;
}

const Plan* ClientPlan::make(Scope scope) {
    if (format_ == nullptr || !style_ || !client_ || !protocol_ || call_.diagnostics.has_errors()) return nullptr;
    plan_ = read_plan(call_, *protocol_, *client_, scope);
    if (!plan_) return nullptr;
    say_notices(call_, plan_->notices);
    return &*plan_;
}

std::optional<Date> date_of_word(Invocation& call, std::size_t word) {
    if (call.words.size() <= word) return call.today();
    return read_date(call, call.words[word], whole(call.words[word]));
}

}  // namespace smpcare::cli
