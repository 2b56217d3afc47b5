#include "say/answer/call.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

/// How to reach the practitioner; "" where the clinic gave nothing.
std::string practitioner_numbers(const Clinic& clinic) {
    auto whom = joined(clinic.phone, ", ", [](const std::string& number) { return one_line(number); });
    if (whom.empty()) whom = one_line(clinic.email.empty() ? clinic.url : clinic.email);
    return whom;
}

/// Whether the practitioner is called about what was normal until lately.
bool was_normal(const Answer& answer) {
    return help_of(answer) == Help::practitioner &&
           std::any_of(answer.signs.begin(), answer.signs.end(), [&](const SignAnswer& sign) {
               return sign.verdict == Verdict::call &&
                      std::any_of(sign.expected.begin(), sign.expected.end(),
                                  [&](const RuleDays& rule) { return rule.end && *rule.end < answer.from; });
           });
}

}  // namespace

std::string emergency_number(const Clinic& clinic, const words::Words& words) {
    const auto numbers = joined(clinic.emergency, ", ", [](const std::string& number) { return one_line(number); });
    return numbers.empty() ? std::string(words.answer.emergency) : numbers;
}

std::optional<Help> help_of(const Answer& answer) {
    std::optional<Help> most;
    for (const auto& sign : answer.signs)
        if (sign.help && (!most || *sign.help > *most)) most = sign.help;
    return most;
}

std::string call_words(const Speaker& speaker, const Answer& answer) {
    const auto& texts = speaker.words.answer;
    const auto& clinic = speaker.protocol().clinic;
    const Help help = help_of(answer).value_or(Help::practitioner);
    const auto call = help == Help::emergency && !clinic.emergency.empty()
                          ? words::fill(texts.call_number, emergency_number(clinic, speaker.words))
                          : std::string(texts.call[static_cast<std::size_t>(help)]);
    const bool by_slip = answer.signs.size() == answer.slips.size() && !answer.slips.empty();
    if (!by_slip) return was_normal(answer) ? std::string(texts.no_longer) : call;
    const auto title = one_line(speaker.protocol().signs[answer.slips.front()].title);
    const auto lowered = [](const std::string& text) { return ascii_lower(text.substr(0, 1)) + text.substr(1); };
    return words::fill(texts.slip, lowered(title), lowered(call));
}

std::string call_line(const Speaker& speaker, const Answer& answer) {
    const auto& clinic = speaker.protocol().clinic;
    const auto& texts = speaker.words.answer;
    const auto help = help_of(answer).value_or(Help::practitioner);
    if (help == Help::practitioner && answer.verdict != Verdict::call) return not_sure_line(clinic, speaker.words);
    if (help == Help::practitioner) {
        const auto number = emergency_number(clinic, speaker.words);
        const auto whom = practitioner_numbers(clinic);
        return whom.empty() ? words::fill(texts.no_answer_bare, number) : words::fill(texts.no_answer, whom, number);
    }
    return words::fill(help == Help::doctor ? texts.no_doctor : texts.in_emergency,
                       emergency_number(clinic, speaker.words));
}

std::string not_sure_line(const Clinic& clinic, const words::Words& words) {
    const auto whom = practitioner_numbers(clinic);
    const auto number = emergency_number(clinic, words);
    return whom.empty() ? words::fill(words.answer.not_sure_bare, number)
                        : words::fill(words.answer.not_sure, whom, number);
}

}  // namespace smpcare::say
