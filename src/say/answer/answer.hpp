#pragma once

/// What the answer to a question says, before it has a form.

#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <string>
#include <vector>

namespace smpcare::say {

/// Something that was asked about, and what holds of it day after day.
struct AnswerRow {
    std::string name, text;
    std::vector<std::string> whys = {};  ///< of the rules that say so, each once
};

/// Why an answer is as it is, in the rules' own sentences.
struct Reasons {
    std::string why;               ///< of the signs, and of what is allowed
    std::string of_things;         ///< of what bars or limits things; of several rules, each with its name
    std::vector<std::string> how;  ///< how to follow them, a sentence each, what matters most first
    std::vector<std::string> all;  ///< of each rule that has a say: its title, its why and its detail
};

Reasons reasons_of(const Speaker& speaker, const Answer& answer);

struct AnswerTold {
    std::string headline;            ///< first words, what was asked, the day that was understood
    std::vector<AnswerRow> rows;     ///< things with the same road share one
    std::string why;                 ///< "Why: …"; what `why_of_rows` leaves out stands in the rows' own whys
    std::string why_of_rows;         ///< the same where the rows say why themselves
    std::string gain;                ///< what it costs and gains to follow the answer
    std::vector<std::string> how;    ///< `Reasons`
    std::vector<std::string> notes;  ///< what was not understood, what is allowed meanwhile
    std::string days;                ///< what is known of the days, sessions to come, what this is not
    std::vector<std::string> whys;   ///< of each rule that has a say
    std::string call;                ///< whom to ask or call, in one line
};

AnswerTold told(const Speaker& speaker, const Answer& answer);

/// The answer in at most `columns` columns.
std::string answer_line(const Speaker& speaker, const Answer& answer, int columns);

/// That the plan says nothing about a phrase, line by line: what is safe, and whom to ask. `of_sign`: it was asked
/// whether it is normal. `near` are words that may have been meant.
std::vector<std::string> nothing_said(const Protocol& protocol, const words::Words& words, std::string_view phrase,
                                      const std::vector<std::string>& near, bool of_sign);

/// "Not sure? Ask your practitioner: … Emergency: …"; without a number, or a doctor.
std::string not_sure_line(const Clinic& clinic, const words::Words& words);

}  // namespace smpcare::say
