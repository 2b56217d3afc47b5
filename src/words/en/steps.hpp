#pragma once

/// English: what the steps of a plan say.

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr StepText steps{
    .session = "session {0}",
    .begins = {"avoid", "ask first", "with care", "do", "normal", "visit", "call if"},
    .until = "until {0}",
    .ask_if = "ask if",
    .allowed = "allowed again",
    .allowed_if_no_session = "allowed again, if you have no session before then",
    .held = {"still avoid", "still ask first", "still with care"},
    .over = "ends",
};

}  // namespace smpcare::words::in_english
