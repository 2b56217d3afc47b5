#include <smpcare/plan.hpp>

namespace smpcare {

using namespace plan;

StatedFact split_fact(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {text, {}, Truth::yes};
    StatedFact stated{text.substr(0, equals), text.substr(equals + 1), {}};
    for (const auto truth : {Truth::no, Truth::yes, Truth::unknown})
        if (stated.answer == name(truth)) stated.truth = truth;
    return stated;
}

std::optional<StatedEvent> split_observation(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    return StatedEvent{text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace smpcare
