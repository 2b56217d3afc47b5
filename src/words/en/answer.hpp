#pragma once

/// English: what `can` and `normal` say.

#include "words/words.hpp"

namespace smpcare::words::in_english {

inline constexpr AnswerText answer{
    .verdicts = {"Normal", "Yes", "With care", "Ask first", "No, not yet", "Call"},
    .no_never = "No",
    .partly = "Partly",
    .provisional = "Only if you have no session before then",
    .call = {"Call your practitioner", "Call a doctor today", "Call the emergency number now"},
    .call_number = "Call {0} now",
    .slip = "If you mean {0}: {1}",
    .on_day = "{0}: {1}, {2}",
    .on_days = "{0}: {1}, {2} until {3}",
    .on_no_day = "{0}: {1}",
    .until = {"avoid until {0}", "ask first until {0}", "with care until {0}"},
    .open = {"avoid, no end date", "ask first: nobody has said when", "with care, no end date"},
    .ask_whom = "ask {0} first",
    .then = "then {0}",
    .free_from = "free from {0}",
    .free_until = "free until {0}",
    .free = "free",
    .yes = "yes",
    .thing_until = " until {0}",
    .thing_from = " from {0}",
    .thing_from_to = " from {0} until {1}",
    .meanwhile = "Meanwhile: {0}.",
    .why = "Why: {0}",
    .clinics_say = "No study has tested them.",
    .unnamed = "no rule of this plan names it: ask first",
    .before_first = "Your first session is on {0}. Until then: as your practitioner said.",
    .not_understood = "Not understood: {0}. Ask about it first.",
    .understood_not = "About: {0}. Not understood: {1}. Ask about that first.",
    .sign_normal = "Normal",
    .sign_now = "Call now",
    .sign_today = "Call today",
    .sign_ask = "Ask",
    .more_sessions = "More sessions are planned: each starts these days again.",
    .new_session = "A new session restarts these days.",
    .not_advice = "Not medical advice.",
    .no_doctor = "No doctor open, or it gets worse? Call {0}.",
    .in_emergency = "Emergency: call {0}.",
    .not_sure = "Not sure? Ask your practitioner: {0}. Emergency: {1}",
    .emergency = "emergency services",
    .nothing_said = "This plan says nothing about {0}. Ask your practitioner first.",
    .nothing_said_sign = "This plan says nothing about {0}. Ask your practitioner, or a doctor if it gets worse.",
    .prescribed_goes_on = "What a doctor prescribed goes on.",
    .very_ill = "If you feel very ill, faint or short of breath, call {0} now.",
    .near = "Did you mean: {0}?",
    .line = "{0}: {1}",
    .line_free = "{0}: {1}, free from {2}",
};

}  // namespace smpcare::words::in_english
