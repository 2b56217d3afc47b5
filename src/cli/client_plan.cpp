#include "cli/client_plan.hpp"

#include "base/typed.hpp"
#include "cli/question.hpp"

namespace smpcare::cli {

ClientPlan::ClientPlan(Invocation& call)
    : call_(call), format_(choose_format(call)), style_(read_style_of_today(call)), client_(read_case(call)) {}

const Protocol* ClientPlan::read_rules(Extent extent) { return protocol_ = read_protocol(call_, extent); }

const Plan* ClientPlan::make(Scope scope) {
    if (format_ == nullptr || !style_ || !client_ || protocol_ == nullptr || call_.diagnostics.has_errors())
        return nullptr;
    plan_ = read_plan(call_, *protocol_, *client_, scope);
    if (!plan_) return nullptr;
    say_notices(call_, plan_->notices);
    return &*plan_;
}

std::optional<Date> date_of_words(Invocation& call, std::size_t first, std::optional<Date> session) {
    if (call.words.size() <= first) return call.today();
    const auto phrase = phrase_of(call, first);
    const auto number = number_in(phrase, 0, 99'999);
    if (number && session)
        if (const auto day = moved(*session, *number)) return day;
    const auto days = read_days(phrase, call.today(), session);
    if (days.days && days.rest.empty() && days.days->first == days.days->second) return days.days->first;
    return read_date(call, phrase, whole(phrase));
}

}  // namespace smpcare::cli
