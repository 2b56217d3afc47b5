#pragma once

/// What `can` and `normal` share.

#include "cli/invocation.hpp"

#include <smpcare/ask.hpp>

namespace smpcare::cli {

/// The command's words, from number `first` on, as one phrase.
std::string phrase_of(const Invocation& call, std::size_t first = 0);

/// The session from which "day 5" counts: the latest on or before today, else the first; nothing where none is known.
std::optional<Date> counted_session(const Invocation& call, const Case* client);

/// The days that a phrase names, taken out of it. Errors: those of read_range, of a word that looks like a date.
PhraseDays take_days(Invocation& call, std::string_view phrase, std::optional<Date> session);

/// Answers about things and signs alike; `of_sign` is how a phrase is taken of which nothing is known.
ExitStatus answer_question(Invocation& call, bool of_sign);

}  // namespace smpcare::cli
