#pragma once

/// Whom an answer says to call or to ask.

#include "say/answer/answer.hpp"

#include <optional>
#include <string>

namespace smpcare::say {

/// The emergency numbers, or what to call in general.
std::string emergency_number(const Clinic& clinic, const words::Words& words);

/// The most urgent help that a sign asks for.
std::optional<Help> help_of(const Answer& answer);

/// The first words of an answer that sends somebody to the telephone.
std::string call_words(const Speaker& speaker, const Answer& answer);

/// Who is to see a doctor is not sent to the practitioner first, and who calls a practitioner may not reach one.
std::string call_line(const Speaker& speaker, const Answer& answer);

}  // namespace smpcare::say
